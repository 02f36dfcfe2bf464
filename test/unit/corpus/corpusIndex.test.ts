import assert from 'node:assert/strict';
import type { CorpusIndex, DocumentId, NameFormRow, PassageQuery } from '../../../server/src/corpus/corpusIndex.ts';
import { occurrencesOf } from '../../../server/src/corpus/packedNames.ts';
import { backends, indexed, type OpenIndex } from './backends.ts';

const HARBOUR = indexed(
  'harbour.txt',
  'Harbour Report\n\nThe harbour master of Port Ellis, Ann-Marie Field, said the dredging cost £3.2 million in 2024.\n\n' +
    'Field’s report says 14 boats were lost in the storm.\n',
);
const COUNCIL = indexed(
  'council.md',
  '# Council\n\nThe council of Port Ellis met in June. Councillor Łukasz Nowak opposed the dredging.\n\n' +
    '| Item | Cost |\n| --- | --- |\n| Dredging | 3.2 |\n| Quay | 1.1 |\n',
);
const WEATHER = indexed('weather.txt', 'A storm crossed the coast. The coast guard (CG) counted 14 boats.\n');

/** Paths of the documents whose passages are proposed, best first. */
async function found(index: CorpusIndex, query: Omit<PassageQuery, 'limit'> & { limit?: number }): Promise<string[]> {
  const names = new Map((await index.documents()).map(({ id, path }) => [id, path]));
  const [passages] = await index.passages([{ limit: 10, ...query }]);
  return passages!.map(({ document }) => names.get(document)!);
}

async function idOf(index: CorpusIndex, path: string): Promise<DocumentId> {
  return (await index.documents()).find((record) => record.path === path)!.id;
}

for (const backend of backends) {
  describe(`An index (${backend.name})`, () => {
    let open: OpenIndex;
    let index: CorpusIndex;

    beforeEach(async () => {
      open = await backend.open();
      index = open.index;
      await open.writer.apply({ put: [HARBOUR, COUNCIL, WEATHER], remove: [], touch: [] });
    });
    afterEach(() => open.close());

    it('is empty at first', async () => {
      const empty = await backend.open();
      assert.deepEqual(await empty.index.documents(), []);
      assert.deepEqual(await empty.index.passages([{ groups: [['storm']], limit: 5 }]), [[]]);
      assert.deepEqual(await empty.index.frequencies(['storm']), { passages: 0, counts: [0] });
      assert.deepEqual(await empty.index.nameForms(), []);
      await empty.close();
    });

    it('gives the documents as they were put in, in order of path', async () => {
      const records = await index.documents();
      const expected = [COUNCIL, HARBOUR, WEATHER].map(({ record }, i) => ({ ...record, id: records[i]!.id }));
      assert.deepEqual(records, expected);
    });

    it('gives thousands of documents, whatever their paths are made of and to the fraction of a time stamp', async () => {
      const many = Array.from({ length: 2100 }, (_, i) => {
        const path = i % 2 === 0 ? `${i}/\u001ea\u001fb, “c”.txt` : `${i}.txt`;
        const { record, ...rest } = indexed(path, '---\ntitle: https://example.org/ // \n---\nA storm.\n');
        return { ...rest, record: { ...record, modified: 1_795_323_659_962.4336 + i } };
      });
      await open.writer.apply({ put: many, remove: [], touch: [] });
      const documents = new Map((await index.documents()).map((record) => [record.path, record]));
      const files = new Map((await open.writer.storedFiles()).map((file) => [file.path, file]));
      assert.equal(documents.size, many.length + 3);
      for (const { record } of many) {
        const { id, ...found } = documents.get(record.path)!;
        assert.deepEqual(found, record);
        const file = files.get(record.path)!;
        assert.deepEqual([file.id, file.folder, file.hash], [id, record.folder, record.hash]);
        assert.deepEqual([file.size, file.modified], [record.size, record.modified]);
      }
    });

    it('proposes the passages that have a word of each group', async () => {
      assert.deepEqual(await found(index, { groups: [['port'], ['storm', 'dredging']] }), [
        'harbour.txt',
        'council.md',
      ]);
      assert.deepEqual(await found(index, { groups: [['port'], ['storm']] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { groups: [['port'], ['earthquake']] }), []);
    });

    it('proposes first what has more of the rare words', async () => {
      assert.deepEqual(await found(index, { groups: [['storm', 'guard', 'boats', '14']] }), [
        'weather.txt',
        'harbour.txt',
      ]);
      assert.deepEqual(await found(index, { groups: [['storm', 'field', 'boats', '14']] }), [
        'harbour.txt',
        'weather.txt',
      ]);
    });

    it('finds runs of words in their order, any of them', async () => {
      assert.deepEqual(await found(index, { phrases: [['14', 'boats', 'were']] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { phrases: [['boats', '14']] }), []);
      const both = {
        phrases: [
          ['crossed', 'the', 'coast'],
          ['14', 'boats', 'were'],
          ['no', 'such', 'run'],
        ],
      };
      assert.deepEqual(new Set(await found(index, both)), new Set(['harbour.txt', 'weather.txt']));
    });

    it('asks for a run beside the groups', async () => {
      assert.deepEqual(await found(index, { groups: [['storm']], phrases: [['14', 'boats']] }), [
        'harbour.txt',
        'weather.txt',
      ]);
      assert.deepEqual(await found(index, { groups: [['report']], phrases: [['14', 'boats']] }), ['harbour.txt']);
    });

    it('finds hyphenated words by their parts, and words by their possessive', async () => {
      assert.deepEqual(await found(index, { groups: [['ann-marie']] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { groups: [['marie']] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { phrases: [['ann', 'marie', 'field']] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { groups: [["report's"]] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { groups: [['lukasz']] }), ['council.md']);
    });

    it('finds a row of a table by its header', async () => {
      assert.deepEqual(await found(index, { groups: [['quay'], ['cost']] }), ['council.md']);
    });

    it('asks only the documents it is told to', async () => {
      const within = new Set([await idOf(index, 'weather.txt')]);
      assert.deepEqual(await found(index, { groups: [['storm']], within }), ['weather.txt']);
      assert.deepEqual(await found(index, { phrases: [['port', 'ellis']], within }), []);
      assert.deepEqual(await found(index, { groups: [['storm']], within: new Set() }), []);
    });

    it('gives no more than the limit, and the best', async () => {
      assert.deepEqual(await found(index, { groups: [['storm', 'guard']], limit: 1 }), ['weather.txt']);
    });

    it('answers each query by itself, and those that ask for nothing with nothing', async () => {
      const answers = await index.passages([
        { groups: [['guard']], limit: 5 },
        { limit: 5 },
        { groups: [[]], limit: 5 },
        { groups: [['—']], limit: 5 },
        { phrases: [[]], limit: 5 },
        { groups: [['guard']], limit: 0 },
      ]);
      assert.deepEqual(
        answers.map((passages) => passages.length),
        [1, 0, 0, 0, 0, 0],
      );
    });

    it('gives passages by their place in the clean text', async () => {
      const [passages] = await index.passages([{ groups: [['guard']], limit: 1 }]);
      assert.deepEqual(passages, [{ document: await idOf(index, 'weather.txt'), start: 0, end: 65 }]);
    });

    it('counts in how many passages a word occurs', async () => {
      const { passages, counts } = await index.frequencies(['storm', 'port', 'guard', 'earthquake', 'ann-marie']);
      assert.deepEqual(counts, [2, 2, 1, 0, 1]);
      assert.equal(passages, HARBOUR.passages.length + COUNCIL.passages.length + WEATHER.passages.length);
    });

    it('lists the names with how often they are mentioned, and says where', async () => {
      const forms = await index.nameForms();
      const port = forms.filter(({ form }) => form === 'Port Ellis');
      assert.equal(
        port.reduce((sum, { mentions }) => sum + mentions, 0),
        2,
      );
      const occurrences = await index.nameOccurrences(['Port Ellis', 'Nobody'], undefined, 10);
      assert.deepEqual(
        occurrences.map(({ document, start, end }) => ({ document, start, end })),
        [
          { document: await idOf(index, 'harbour.txt'), ...spanIn(HARBOUR, 'Port Ellis') },
          { document: await idOf(index, 'council.md'), ...spanIn(COUNCIL, 'Port Ellis') },
        ],
      );
      assert.equal((await index.nameOccurrences(['Port Ellis'], undefined, 1)).length, 1);
    });

    it('lists all names where there are more than are read at once', async () => {
      const names = Array.from(
        { length: 10_050 },
        (_, i) => `Ora${[...String(i)].map((d) => 'bcdfghklmn'[+d]).join('o')}`,
      );
      const many = indexed('many.txt', names.map((name) => `We met ${name} in town.\n`).join('\n'));
      await open.writer.apply({ put: [many], remove: [], touch: [] });
      const listed = new Set((await index.nameForms()).map(({ form }) => form));
      assert.deepEqual(
        names.filter((name) => !listed.has(name)),
        [],
      );
    });

    it('lists the names of some documents', async () => {
      const within = new Set([await idOf(index, 'harbour.txt')]);
      const forms = (await index.nameForms(within)).map(({ form }) => form);
      assert.ok(forms.includes('Port Ellis') && !forms.includes('Łukasz Nowak'));
      assert.deepEqual(await index.nameOccurrences(['Łukasz Nowak'], within, 10), []);
      assert.equal((await index.nameOccurrences(['Port Ellis'], within, 10)).length, 1);
    });

    it('keeps what was said of a name', async () => {
      for (const document of [HARBOUR, COUNCIL, WEATHER]) {
        const id = await idOf(index, document.record.path);
        for (const name of occurrencesOf(document.names, id)) {
          const occurrences = await index.nameOccurrences([name.form], new Set([id]), 100);
          assert.deepEqual(
            occurrences.find(({ start }) => start === name.start),
            name,
          );
        }
      }
    });

    it('answers in the same order, in whatever order the documents were put in', async () => {
      const other = await backend.open();
      await other.writer.apply({ put: [WEATHER], remove: [], touch: [] });
      await other.writer.apply({ put: [HARBOUR, indexed('council.md', 'Not yet.\n')], remove: [], touch: [] });
      await other.writer.apply({ put: [COUNCIL], remove: [], touch: [] });
      const answers = async (asked: CorpusIndex) => {
        const paths = new Map((await asked.documents()).map(({ id, path }) => [id, path]));
        const passages = await asked.passages(
          [[['storm', 'port']], [['14']], [['the', 'of']], [['port'], ['the']]].map((groups) => ({ groups, limit: 2 })),
        );
        const occurrences = await asked.nameOccurrences(['Port Ellis'], undefined, 2);
        return [...passages, occurrences].map((found) =>
          found.map(({ document, start }) => `${paths.get(document)} ${start}`),
        );
      };
      assert.deepEqual(await answers(other.index), await answers(index));
      await other.close();
    });

    it('tells what has become of the names since a generation', async () => {
      const before = await index.namesSince(undefined);
      assert.equal(before.whole, true);
      assert.equal(before.generation, await index.generation());
      assert.deepEqual(byForm(before.rows), byForm(await index.nameForms()));
      const changed = indexed('council.md', 'The council of Port Ellis met Bo Hill at Port Ellis.\n');
      await open.writer.apply({ put: [changed], remove: [], touch: [] });
      await open.writer.apply({ put: [], remove: [await idOf(index, 'weather.txt')], touch: [] });
      const after = await index.namesSince(before.generation);
      assert.equal(after.whole, false);
      const rows = new Map([...before.rows, ...after.rows].map((row) => [typed(row), row]));
      assert.deepEqual(
        byForm([...rows.values()].filter(({ documents }) => documents > 0)),
        byForm(await index.nameForms()),
      );
      assert.ok(after.rows.some(({ form, documents }) => form === 'Łukasz Nowak' && documents === 0));
      assert.ok(!after.rows.some(({ form }) => form.includes('Field')), 'what nobody touched is not told');
      assert.deepEqual(await index.namesSince(after.generation), { ...after, rows: [] });
    });

    it('gives all names to who has missed too much', async () => {
      const { generation } = await index.namesSince(undefined);
      for (let i = 0; i < 101; i++) await open.writer.apply({ put: [], remove: [], touch: [] });
      assert.equal((await index.namesSince(generation)).whole, true);
      assert.equal((await index.namesSince(generation + 1)).whole, false);
    });

    it('forgets a document that is removed, and puts a changed one in the place of the old', async () => {
      const before = await index.generation();
      const changed = indexed('council.md', 'The council of Port Ellis has resigned.\n');
      const old = await idOf(index, 'council.md');
      const after = await open.writer.apply({ put: [changed], remove: [await idOf(index, 'weather.txt')], touch: [] });
      assert.ok(after > before);
      assert.equal(await index.generation(), after);
      assert.notEqual(await idOf(index, 'council.md'), old);
      assert.deepEqual(await found(index, { groups: [['storm']] }), ['harbour.txt']);
      assert.deepEqual(await found(index, { groups: [['opposed', 'resigned']] }), ['council.md']);
      assert.deepEqual((await index.frequencies(['guard', 'council'])).counts, [0, 1]);
      assert.ok(!(await index.nameForms()).some(({ form }) => form === 'Łukasz Nowak'));
      const [port] = (await index.nameForms()).filter(({ form }) => form === 'Port Ellis');
      assert.deepEqual([port!.mentions, port!.documents], [2, 2]);
    });

    it('gives the files at some paths and below them', async () => {
      if (backend.name === 'memory') return; // Gives all.
      for (const name of ['reports', 'reports/a.txt', 'reports/deep/b.txt', 'reports.txt', 'reports-2/c.txt']) {
        await open.writer.apply({ put: [indexed(name, 'A storm.')], remove: [], touch: [] });
      }
      const stored = async (...only: string[]) => {
        const files = await open.writer.storedFiles(only);
        return files.map(({ path }) => path).filter((path) => path.startsWith('reports'));
      };
      assert.deepEqual(await stored('/corpus/reports'), ['reports', 'reports/a.txt', 'reports/deep/b.txt']);
      assert.deepEqual(await stored('/corpus/reports/a.txt', '/elsewhere/reports'), ['reports/a.txt']);
      assert.equal((await stored('/corpus')).length, 5);
      assert.equal((await stored('/')).length, 5);
    });

    it('notes a new time stamp without a new number', async () => {
      const id = await idOf(index, 'council.md');
      await open.writer.apply({ put: [], remove: [], touch: [{ id, size: 7, modified: 99 }] });
      const stored = (await open.writer.storedFiles()).find((file) => file.id === id)!;
      assert.deepEqual([stored.size, stored.modified], [7, 99]);
    });
  });
}

function typed({ form, entityType, demonym }: NameFormRow): string {
  return `${form} ${entityType} ${demonym ?? ''}`;
}

function byForm(rows: readonly NameFormRow[]): readonly NameFormRow[] {
  return [...rows].sort((a, b) => (typed(a) < typed(b) ? -1 : 1));
}

function spanIn({ names }: typeof HARBOUR, form: string): { start: number; end: number } {
  const { start, end } = occurrencesOf(names, 0 as DocumentId).find((name) => name.form === form)!;
  return { start, end };
}
