import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { openCountedCorpus, type CorpusWork } from '../../../bench/countedCorpus.ts';
import { countedDatabase } from '../../../bench/countedWork.ts';
import { article } from '../../../bench/texts/article.ts';
import { alteredWords } from '../../../bench/texts/draft.ts';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { openIndexSession } from '../../../server/src/corpus/sqlite/indexSession.ts';
import { sqliteDriver } from '../../../server/src/corpus/sqlite/openIndexFile.ts';
import { createTables, prepareWriter } from '../../../server/src/corpus/sqlite/schema.ts';
import { createSqliteWriter } from '../../../server/src/corpus/sqlite/sqliteWriter.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { indexed } from './backends.ts';
import { temporaryFolder } from './corpusFolders.ts';

const SMALL = 60;
const LARGE = 360;
/** What is looked up comes from articles that both corpora hold. */
const ASKED = [3, 17, 31, 44, 58];

const isNothing = { isCancelled: () => false };
const ended: (() => void)[] = [];

/** An index of made-up articles, read with a count of the work. */
async function corpusOf(size: number) {
  const folder = temporaryFolder();
  for (let i = 0; i < size; i++) folder.write(article(i).path, article(i).text);
  const driver = (await sqliteDriver(undefined))!;
  const file = path.join(folder.path, '.index', 'index.db');
  const session = await openIndexSession(
    driver,
    file,
    { folders: [folder.path], exclude: [], excludePaths: [] },
    () => undefined,
  );
  await session.round(isNothing);
  await session.close();
  const opened = await openCountedCorpus(driver, file);
  ended.push(() => void opened.close().then(() => folder.remove()));
  return opened;
}

type Opened = Awaited<ReturnType<typeof corpusOf>>;

/** The work that something takes. */
async function workOf({ work }: Opened, act: () => Promise<unknown>): Promise<Omit<CorpusWork, 'milliseconds'>> {
  const before = { ...work };
  await act();
  const { statements, writes, rows, passages, sources } = work;
  return {
    statements: statements - before.statements,
    writes: writes - before.writes,
    rows: rows - before.rows,
    passages: passages - before.passages,
    sources: sources - before.sources,
  };
}

function check({ corpus }: Opened, text: string) {
  return checkDraft(readDraft(text), corpus);
}

describe('The work of an index', function () {
  this.timeout(60_000);
  let small: Opened;
  let large: Opened;
  before(async () => {
    small = await corpusOf(SMALL);
    large = await corpusOf(LARGE);
  });
  after(() => ended.forEach((end) => end()));

  it('[linear] grows with the documents that are put in', async () => {
    const perDocument = async (size: number) => {
      const folder = temporaryFolder();
      const count = { statements: 0, writes: 0, rows: 0 };
      const driver = (await sqliteDriver(undefined))!;
      const database = driver.open(path.join(folder.path, 'index.db'), { readOnly: false });
      prepareWriter(database, driver.kind);
      createTables(database);
      const writer = createSqliteWriter(countedDatabase(database, count));
      for (let at = 0; at < size; at += 30) {
        const put = Array.from({ length: 30 }, (_, i) => indexed(article(at + i).path, article(at + i).text));
        await writer.apply({ put, remove: [], touch: [] });
      }
      await writer.close();
      folder.remove();
      return (count.writes + count.rows) / size;
    };
    const [few, many] = [await perDocument(SMALL), await perDocument(LARGE)];
    assert.ok(many < 1.1 * few, `${few} rows for each of ${SMALL} documents, ${many} for each of ${LARGE}`);
  });

  it('[flat] is the same for a quotation, however many documents there are', async () => {
    for (const number of ASKED) {
      const { words, sentence } = article(number).quotes[0]!;
      const text = sentence.replace(words, alteredWords(words));
      for (const corpus of [small, large]) await check(corpus, text); // Names are put into order once.
      const [few, many] = [
        await workOf(small, () => check(small, `Again: ${text}`)),
        await workOf(large, () => check(large, `Again: ${text}`)),
      ];
      assert.ok(many.passages <= 1.5 * few.passages + 12, `passages ${few.passages}, ${many.passages}`);
      assert.ok(many.sources <= 1.5 * few.sources + 6, `sources ${few.sources}, ${many.sources}`);
      assert.ok(many.statements <= 1.5 * few.statements + 12, `statements ${few.statements}, ${many.statements}`);
    }
  });

  it('[flat] proposes as many passages for a figure, and opens as many sources', async () => {
    for (const number of ASKED) {
      const text = `${article(number).figures[0]!}\n`;
      const [few, many] = [
        await workOf(small, () => check(small, text)),
        await workOf(large, () => check(large, text)),
      ];
      assert.ok(many.passages <= 1.5 * few.passages + 12, `passages ${few.passages}, ${many.passages}`);
      assert.ok(many.sources <= 1.5 * few.sources + 10, `sources ${few.sources}, ${many.sources}`);
    }
  });

  it('[flat] of an edit is that of the sentence edited', async () => {
    const draft = ASKED.flatMap((number) => [...article(number).figures, ...article(number).names]).join('\n\n');
    const edited = draft.replace(/ in /u, ' within ');
    const plain = `${draft}\n\nNothing else was said.\n`;
    for (const corpus of [small, large]) {
      await check(corpus, draft);
      assert.ok((await workOf(corpus, () => check(corpus, edited))).statements <= 60);
      assert.ok((await workOf(corpus, () => check(corpus, plain))).rows <= 10);
    }
  });
});

describe('A corpus that was indexed before', () => {
  it('[flat] is not read again: what has the size and time of before is taken for the same', async () => {
    const folder = temporaryFolder({ 'a.txt': 'Ann Field counted 7 boats.', 'b.txt': 'Bo Hill counted 8 boats.' });
    const storage = temporaryFolder();
    const file = path.join(folder.path, 'a.txt');
    const moment = new Date('2024-05-06T07:08:09Z');
    utimesSync(file, moment, moment);
    const before = await openCorpus({ folders: [folder.path], storage: storage.path });
    await before.ready;
    await before.close();
    folder.write('a.txt', 'Ann Field counted 9 boats.');
    utimesSync(file, moment, moment);
    const after = await openCorpus({ folders: [folder.path], storage: storage.path });
    const summary = await after.ready;
    await after.close();
    assert.equal(summary.unchanged, 2);
    assert.equal(summary.changed, 0);
    folder.remove();
    storage.remove();
  });

  it('[flat] is not checked again when nothing but its coverage turns out to be another', async () => {
    const folder = temporaryFolder({ 'a.txt': 'Ann Field counted 7 boats.' });
    const storage = temporaryFolder();
    const options = { folders: [folder.path], storage: storage.path };
    const before = await openCorpus(options);
    await before.ready;
    await before.close();
    const after = await openCorpus(options);
    const early = after.corpus;
    const draft = readDraft('Ann Field counted 7 boats.');
    const found = await checkDraft(draft, early);
    await after.ready;
    assert.deepEqual([early.coverage, after.corpus.coverage], ['partial', 'full']);
    assert.equal(after.corpus.documents, early.documents);
    assert.equal(await after.corpus.lexicon(), await early.lexicon());
    assert.deepEqual(await checkDraft(draft, after.corpus), found);
    await after.close();
    folder.remove();
    storage.remove();
  });
});
