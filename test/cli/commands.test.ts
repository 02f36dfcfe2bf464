import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { desk, isBuilt, type Desk } from './program.ts';

const FILES = {
  'sources/port.txt': 'The port of Marlow handled 4,210 containers in 2023, said Ines Okafor, the harbour master.\n',
  'sources/rail.md': '---\ntitle: Rail\n---\n\nMarlow’s railway carried 12 million passengers in 2023.\n',
  'draft.md': 'The port of Marlow handled 4,210 containers in 2023.\n',
  'wrong.md': 'The port of Marlow handled 4,120 containers in 2023.\n',
};

interface Json {
  readonly version: number;
  readonly corpus: { readonly documents: number; readonly passages: number; readonly coverage: string };
  readonly drafts: readonly { readonly draft: string; readonly claims: readonly Record<string, unknown>[] }[];
}

describe('the commands', function () {
  // Each test starts processes, and the machine may be busy.
  this.timeout(60_000);
  let here: Desk;
  before(() => (here = desk(FILES)));
  after(() => here.clear());

  it('print the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    assert.equal((await here.run('--version')).out, `${version}\n`);
  });

  it('find the same with code that was compiled in an earlier run, and where that is damaged', async function () {
    if (!isBuilt()) this.skip();
    const check = () => here.run('check', '--format', 'json', 'wrong.md');
    const first = await check();
    const folder = join(here.folder, '.cache');
    const [file, ...others] = readdirSync(folder).filter((name) => name.endsWith('.code'));
    assert.deepEqual(others, []);
    const code = readFileSync(join(folder, file!));
    const written = () => statSync(join(folder, file!)).mtimeMs;
    const before = written();
    assert.deepEqual(await check(), first);
    assert.equal(written(), before, 'It was compiled again.');
    for (const damaged of [code.subarray(0, code.length / 2), code.subarray(0, 32).fill(0)]) {
      writeFileSync(join(folder, file!), damaged);
      assert.deepEqual(await check(), first);
      assert.ok(readFileSync(join(folder, file!)).length > 100_000, 'It was not compiled again.');
    }
  });

  it('print help, in general and on each command', async () => {
    assert.match((await here.run()).out, /source-check check/u);
    for (const command of ['check', 'index', 'sources', 'lookup']) {
      const { status, out } = await here.run(command, '--help');
      assert.equal(status, 0);
      assert.match(out, new RegExp(`^source-check ${command}`, 'u'));
    }
  });

  it('check prints JSON as the contract has it', async () => {
    const { out } = await here.run('check', 'draft.md', '--format', 'json');
    const { version, corpus, drafts } = JSON.parse(out) as Json;
    assert.equal(version, 1);
    assert.equal(corpus.documents, 2);
    assert.equal(corpus.coverage, 'full');
    assert.ok(corpus.passages >= 2);
    const figure = drafts[0]!.claims.find(({ text }) => text === '4,210')!;
    assert.deepEqual(
      { kind: figure['kind'], start: figure['start'], end: figure['end'], range: figure['range'] },
      {
        kind: 'figure',
        start: 27,
        end: 32,
        range: { start: { line: 0, character: 27 }, end: { line: 0, character: 32 } },
      },
    );
    for (const key of ['verdict', 'code', 'severity', 'message', 'evidence', 'suggestions'])
      assert.ok(key in figure, key);
  });

  it('check counts the byte order mark of a draft among its units but not in its lines', async () => {
    here.write('marked.md', `\uFEFF${FILES['draft.md']}`);
    const { out } = await here.run('check', 'marked.md', '--format', 'json');
    const figure = (JSON.parse(out) as Json).drafts[0]!.claims.find(({ text }) => text === '4,210')!;
    assert.equal(figure['start'], 28);
    assert.deepEqual(figure['range'], { start: { line: 0, character: 27 }, end: { line: 0, character: 32 } });
  });

  it('check reads a draft from standard input', async () => {
    const { out } = await here.runWith({ stdin: FILES['draft.md'] }, 'check', '-', '--format', 'json');
    assert.deepEqual(
      (JSON.parse(out) as Json).drafts.map(({ draft }) => draft),
      ['-'],
    );
  });

  it('check without a path takes the Markdown files here that are no sources', async () => {
    const { out } = await here.run('check', '--format', 'json');
    const names = (JSON.parse(out) as Json).drafts.map(({ draft }) => draft);
    assert.ok(names.includes('draft.md') && names.includes('wrong.md'));
    assert.ok(!names.some((name) => name.includes('rail.md')));
  });

  it('check never lets a draft be its own source', async () => {
    const { out } = await here.run('check', 'wrong.md', '--corpus', '.', '--format', 'json');
    const claims = (JSON.parse(out) as Json).drafts[0]!.claims;
    const sources = claims.flatMap(({ evidence }) => (evidence as { source: string }[]).map(({ source }) => source));
    assert.ok(!sources.includes('wrong.md'));
  });

  it('check exits with 1 where the sources contradict the draft, and with 0 where they do not', async () => {
    assert.equal((await here.run('check', 'draft.md')).status, 0);
    assert.equal((await here.run('check', 'wrong.md')).status, 1);
  });

  it('check exits as --fail-on wants it', async () => {
    here.write('unknown.md', 'Pieter Vandamme spoke.\n');
    assert.equal((await here.run('check', 'unknown.md')).status, 0);
    assert.equal((await here.run('check', 'unknown.md', '--fail-on', 'unsupported')).status, 1);
    assert.equal((await here.run('check', 'wrong.md', '--fail-on', 'never')).status, 0);
  });

  for (const [format, first] of [
    ['pretty', 'wrong.md:1:28 warning'],
    ['sarif', '{'],
    ['github', '::warning file=wrong.md,line=1,'],
    ['markdown', '# Source Check'],
    ['html', '<!doctype html>'],
  ] as const) {
    it(`check writes a report in the format ${format}`, async () => {
      const { out } = await here.run('check', 'wrong.md', '--format', format);
      assert.equal(out.slice(0, first.length), first);
    });
  }

  it('check holds each draft to the configuration nearest to it', async () => {
    const two = desk({
      'a/source-check.json': '{ "corpus": "notes" }',
      'a/notes/port.txt': 'The port of Marlow handled 4,210 containers.\n',
      'a/story.md': 'The port of Marlow handled 4,120 containers.\n',
      'b/source-check.json': '{ "corpus": "notes", "severity": { "figure": "none" } }',
      'b/notes/port.txt': 'The port of Marlow handled 4,120 containers.\n',
      'b/story.md': 'The port of Marlow handled 4,210 containers.\n',
    });
    const { out } = await two.run('check', 'a', 'b', '--format', 'json');
    two.clear();
    const { corpus, drafts } = JSON.parse(out) as Json;
    assert.equal(corpus.documents, 2);
    assert.deepEqual(
      drafts.map(({ draft, claims }) => [
        draft.replaceAll('\\', '/'),
        claims.find(({ kind }) => kind === 'figure')!['severity'],
      ]),
      [
        ['a/story.md', 'warning'],
        ['b/story.md', 'none'],
      ],
    );
  });

  it('check writes the whole report to a file and leaves nothing beside it', async () => {
    const before = readdirSync(here.folder).length;
    const { out } = await here.run('check', 'draft.md', '--format', 'json', '--output', 'report.json');
    assert.equal(out, '');
    assert.equal((JSON.parse(readFileSync(join(here.folder, 'report.json'), 'utf8')) as Json).version, 1);
    assert.equal(readdirSync(here.folder).length, before + 1);
  });

  it('check restricts the evidence to the sources that the front matter names', async () => {
    here.write(
      'scoped.md',
      '---\nsources: [rail.md]\n---\n\nMarlow has a port and a railway, which carried 12 million passengers in 2023.\n',
    );
    const { out } = await here.run('check', 'scoped.md', '--format', 'json');
    const claims = (JSON.parse(out) as Json).drafts[0]!.claims;
    const sources = claims.flatMap(({ evidence }) => (evidence as { source: string }[]).map(({ source }) => source));
    assert.ok(sources.length > 0);
    assert.ok(sources.every((source) => source === 'rail.md'));
  });

  it('check says which of the named sources is none', async () => {
    here.write('scoped.md', `---\nsources: [rial.md]\n---\n\n${FILES['draft.md']}`);
    const { out } = await here.run('check', 'scoped.md');
    assert.match(out, /scoped\.md:2:11 warning The front matter names “rial\.md”/u);
  });

  it('check asks several corpora together', async () => {
    here.write('more/tram.txt', 'Trams of Marlow run from 5 a.m.\n');
    const { out } = await here.run('check', 'draft.md', '--corpus', 'sources', '--corpus', 'more', '--format', 'json');
    assert.equal((JSON.parse(out) as Json).corpus.documents, 3);
  });

  it('index says what has changed, and rebuilds when told to', async () => {
    assert.match((await here.run('index')).out, /^2 sources: /u);
    assert.match((await here.run('index', '--rebuild')).out, /^2 sources: 2 added/u);
  });

  it('index --stats tells what the index holds and takes', async () => {
    const { status, out } = await here.run('index', '--stats');
    assert.equal(status, 0);
    assert.match(out, /^documents +2\n/u);
    assert.match(out, /^updated +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/mu);
    assert.match(out, /^problems +none$/mu);
  });

  it('index --stats tells programs the same', async () => {
    here.write('half/tram.txt', 'Trams of Marlow run from 5 a.m.\n');
    here.write('half/empty.txt', '');
    const { index } = JSON.parse((await here.run('index', 'half', '--stats', '--format', 'json')).out) as {
      index: { driver: string; problems: unknown[] } & Record<
        'documents' | 'withoutText' | 'passages' | 'names' | 'textBytes' | 'indexBytes',
        number
      >;
    };
    assert.equal(index.documents, 1);
    assert.equal(index.withoutText, 1);
    assert.ok(index.passages === 1 && index.names > 0 && index.textBytes > 0 && index.indexBytes > 0);
    assert.ok(index.driver === 'node' || index.driver === 'wasm');
    assert.deepEqual(index.problems, []);
    assert.match((await here.run('index', '--format', 'json')).err, /--stats/u);
  });

  it('sources lists format, size, words and health', async () => {
    const { out } = await here.run('sources');
    assert.match(out, /port\.txt +\S+ +\d+ B +\d+ words +good/u);
    const { sources } = JSON.parse((await here.run('sources', '--format', 'json')).out) as {
      sources: { path: string }[];
    };
    assert.deepEqual(
      sources.map(({ path }) => path),
      ['port.txt', 'rail.md'],
    );
  });

  it('lookup shows the passages that have a phrase, and none that have only some of its words', async () => {
    const { status, out } = await here.run('lookup', 'handled', '4,210 containers');
    assert.equal(status, 0);
    assert.match(out, /port\.txt:1\n.*handled 4,210 containers/u);
    const nothing = await here.run('lookup', 'handled passengers');
    assert.equal(nothing.status, 1);
    assert.match(nothing.out, /^No source has “handled passengers”/u);
  });

  it('lookup finds a figure by its value, however it is written', async () => {
    const { out } = await here.run('lookup', '12,000,000', '--format', 'json');
    const { passages } = JSON.parse(out) as { passages: { source: string }[] };
    assert.ok(passages.length === 0 || passages.every(({ source }) => source === 'rail.md'));
  });
});
