import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { desk, type Desk, type Outcome } from './program.ts';

const SOURCES = {
  'sources/port.txt': 'The port of Marlow handled 4,210 containers in 2023, said Ines Okafor, the harbour master.\n',
};
const DRAFT = { 'draft.md': '# Marlow\n\nThe port of Marlow handled 4,210 containers in 2023.\n' };

/** The one line that says what is wrong; fails if there is more or less. */
function complaint({ status, out, err }: Outcome): string {
  assert.equal(status, 2, err);
  assert.equal(out, '', 'nothing half-written');
  assert.match(err, /^source-check: [^\n]+[.?]\n$/u);
  return err;
}

describe('the command line on bad input', function () {
  // Each test starts processes, and the machine may be busy.
  this.timeout(60_000);
  const desks: Desk[] = [];
  const at = (files: Readonly<Record<string, string>>): Desk => {
    const made = desk(files);
    desks.push(made);
    return made;
  };
  after(() => {
    for (const made of desks) made.clear();
  });

  it('names an option that it does not know', async () => {
    assert.match(complaint(await at({ ...SOURCES, ...DRAFT }).run('check', 'draft.md', '--strict')), /--strict/u);
  });

  it('names a command that it does not know and lists those it does', async () => {
    assert.match(complaint(await at({}).run('chekc')), /chekc.*check, index, sources, lookup/u);
  });

  it('names a format that it does not know and lists those it does', async () => {
    assert.match(complaint(await at({}).run('check', '--format', 'xml')), /xml.*pretty, json, sarif/u);
  });

  it('says that an option lacks its value', async () => {
    assert.match(complaint(await at({}).run('check', '--corpus')), /--corpus/u);
  });

  it('names a draft that does not exist', async () => {
    assert.match(complaint(await at(SOURCES).run('check', 'darft.md')), /darft\.md does not exist/u);
  });

  it('names a pattern that matches nothing', async () => {
    assert.match(complaint(await at(SOURCES).run('check', 'texts/*.md')), /texts\/\*\.md/u);
  });

  it('says that a folder given as draft holds no Markdown', async () => {
    const given = at({ ...SOURCES, 'texts/readme.txt': 'Nothing here.' });
    assert.match(complaint(await given.run('check', 'texts')), /texts is a folder without Markdown files/u);
  });

  it('checks the Markdown files of a folder given as draft', async () => {
    const given = at({ ...SOURCES, 'texts/a.md': 'Marlow.\n', 'texts/deep/b.md': 'Marlow.\n' });
    const { status, out, err } = await given.run('check', 'texts', '--format', 'json');
    assert.equal(status, 0, err);
    const { drafts } = JSON.parse(out) as { drafts: { draft: string }[] };
    assert.deepEqual(
      drafts.map(({ draft }) => draft.replaceAll('\\', '/')),
      ['texts/a.md', 'texts/deep/b.md'],
    );
  });

  it('says where sources may be when there are none', async () => {
    assert.match(complaint(await at(DRAFT).run('check', 'draft.md')), /No sources were found.*--corpus/u);
  });

  it('names a corpus folder that does not exist', async () => {
    const outcome = await at(DRAFT).run('check', 'draft.md', '--corpus', 'notes');
    assert.match(complaint(outcome), /notes does not exist/u);
  });

  it('names the file that names a corpus folder which does not exist', async () => {
    const given = at({ ...DRAFT, 'source-check.json': '{ "corpus": "notes" }' });
    assert.match(complaint(await given.run('check', 'draft.md')), /notes that source-check\.json names/u);
  });

  it('says that a corpus is empty', async () => {
    const given = at(DRAFT);
    mkdirSync(join(given.folder, 'sources'));
    assert.match(complaint(await given.run('check', 'draft.md')), /sources holds no source/u);
  });

  it('says that a draft is empty, which is no error', async () => {
    const { status, out, err } = await at({ ...SOURCES, 'draft.md': '\n' }).run(
      'check',
      'draft.md',
      '--format',
      'json',
    );
    assert.equal(status, 0);
    assert.match(err, /^draft\.md is empty: there is nothing to check\.\n$/u);
    assert.deepEqual((JSON.parse(out) as { drafts: unknown }).drafts, [{ draft: 'draft.md', claims: [] }]);
  });

  it('refuses a draft of 5 MB, and says what to do', async () => {
    const given = at(SOURCES);
    given.write('draft.md', 'The port of Marlow is busy. '.repeat(180_000));
    assert.match(complaint(await given.run('check', 'draft.md')), /draft\.md has 5\.0 MB.*split/u);
  });

  it('refuses a draft that is no text', async () => {
    const given = at(SOURCES);
    given.write('draft.md', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]));
    assert.match(complaint(await given.run('check', 'draft.md')), /draft\.md is not/u);
  });

  it('checks the other drafts when one cannot be read', async () => {
    const given = at({ ...SOURCES, ...DRAFT });
    given.write('other.md', new Uint8Array([0, 1, 2, 0xff]));
    const { status, out, err } = await given.run('check', 'other.md', 'draft.md', '--format', 'json');
    assert.equal(status, 2);
    assert.match(err, /other\.md is not/u);
    const { drafts } = JSON.parse(out) as { drafts: { draft: string }[] };
    assert.deepEqual(
      drafts.map(({ draft }) => draft),
      ['draft.md'],
    );
  });

  it('goes on without a source that it may not read, and names it', async function () {
    // Nothing is forbidden to root.
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const given = at({ ...SOURCES, ...DRAFT, 'sources/secret.txt': 'Marlow.' });
    chmodSync(join(given.folder, 'sources/secret.txt'), 0);
    const { status, err } = await given.run('check', 'draft.md');
    assert.equal(status, 0);
    assert.match(err, /secret\.txt/u);
  });

  it('goes on without a source that is no text, and names it', async () => {
    const given = at({ ...SOURCES, ...DRAFT });
    given.write(
      'sources/picture.txt',
      new Uint8Array(2000).map((_, i) => (i * 37) % 251),
    );
    const { status, err } = await given.run('check', 'draft.md');
    assert.notEqual(status, 2, err);
    assert.match(err, /picture\.txt could not be read/u);
  });

  it('uses the defaults when source-check.json is broken, and says where', async () => {
    const given = at({ ...SOURCES, ...DRAFT, 'source-check.json': '{\n  "corpus": [,\n}\n' });
    const { status, out, err } = await given.run('check', 'draft.md', '--format', 'json');
    assert.notEqual(status, 2);
    assert.match(err, /source-check\.json:2:14: [^\n]+\.\n$/u);
    assert.equal((JSON.parse(out) as { drafts: unknown[] }).drafts.length, 1);
  });

  it('writes no report where the folder for it does not exist', async () => {
    const given = at({ ...SOURCES, ...DRAFT });
    const outcome = await given.run('check', 'draft.md', '--output', 'reports/today.html', '--format', 'html');
    assert.match(complaint(outcome), /today\.html/u);
    assert.ok(!existsSync(join(given.folder, 'reports')));
  });

  it('asks for a text to look up', async () => {
    assert.match(complaint(await at(SOURCES).run('lookup')), /lookup needs a text/u);
  });
});
