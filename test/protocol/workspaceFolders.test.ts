import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { endAll, startClient, wordsAt, workspace, type LanguageClient } from './languageClient.ts';

const FLOOD = 'The river Tarn rose by 4.2 metres on 3 March 2021, the water board said.\n';
const LATER = 'The river Tarn rose by 6.6 metres on 3 March 2021, the water board said.\n';
const DRAFT = 'On 3 March 2021 the river Tarn rose by 6.6 metres, the water board said.\n';

const wrong = (items: readonly Diagnostic[]): boolean => items.some(({ code }) => code === 'figure.mismatch');

function change(client: LanguageClient, added: readonly string[], removed: readonly string[]): Promise<void> {
  const folders = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
  return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: folders(added), removed: folders(removed) },
  });
}

describe('Workspace folders over the protocol', () => {
  afterEach(endAll);

  it('have each their own sources', async () => {
    const one = await workspace({ 'sources/flood.txt': FLOOD });
    const two = await workspace({ 'sources/flood.txt': LATER });
    const client = await startClient({ folders: [one.uri, two.uri] });
    await client.open(one.uriOf('draft.md'), DRAFT);
    await client.open(two.uriOf('draft.md'), DRAFT);
    await client.diagnosticsWhen(one.uriOf('draft.md'), wrong);
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 2);
    const items = await client.diagnosticsWhen(two.uriOf('draft.md'), () => true);
    assert.ok(!wrong(items));
  });

  it('can be added and removed', async () => {
    const one = await workspace({ 'sources/flood.txt': FLOOD });
    const two = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [one.uri] });
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 1);
    await change(client, [two.uri], []);
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 2);
    await client.open(two.uriOf('draft.md'), DRAFT);
    await client.diagnosticsWhen(two.uriOf('draft.md'), wrong);
    await change(client, [], [one.uri]);
    await client.statusWhen(({ documents }) => documents === 1);
  });

  it('that name the same folder outside of them share one index of it', async () => {
    const archive = await workspace({ 'flood.txt': FLOOD });
    const configuration = { 'source-check.json': JSON.stringify({ corpus: archive.path }) };
    const [one, two] = [await workspace(configuration), await workspace(configuration)];
    const client = await startClient({ folders: [one.uri, two.uri] });
    await client.open(one.uriOf('draft.md'), DRAFT);
    await client.open(two.uriOf('draft.md'), DRAFT);
    await client.diagnosticsWhen(one.uriOf('draft.md'), wrong);
    await client.diagnosticsWhen(two.uriOf('draft.md'), wrong);
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 1);
    const rounds = client.notifications.flatMap(({ method, params }) =>
      method === 'window/logMessage' ? [(params as { message: string }).message] : [],
    );
    const note = new RegExp(`${archive.path}: 1 added, 0 changed, 0 moved, 0 removed, 0 unchanged in \\d+ ms`, 'u');
    assert.equal(rounds.filter((message) => message.includes(' added, ')).length, 1);
    assert.ok(rounds.some((message) => note.test(message)));
    // What one closes the other still has.
    await change(client, [], [one.uri]);
    await archive.write('flood.txt', LATER);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: archive.uriOf('flood.txt'), type: 2 }],
    });
    await client.diagnosticsWhen(two.uriOf('draft.md'), (items) => !wrong(items));
  });

  it('that are nested in a project share its sources', async () => {
    const project = await workspace({
      'archive/flood.txt': FLOOD,
      'source-check.json': '{ "corpus": "archive" }',
      'stories/one/notes.txt': '',
    });
    const client = await startClient({ folders: [project.uriOf('stories/one')] });
    const uri = project.uriOf('stories/one/draft.md');
    await client.open(uri, DRAFT);
    await client.diagnosticsWhen(uri, wrong);
  });

  it('need not be there: a draft belongs to the nearest source-check.json', async () => {
    const project = await workspace({
      'archive/flood.txt': FLOOD,
      'source-check.json': '{ "corpus": "archive" }',
      'stories/one/notes.txt': '',
    });
    const client = await startClient({ folders: null });
    const uri = project.uriOf('stories/one/draft.md');
    await client.open(uri, DRAFT);
    await client.diagnosticsWhen(uri, wrong);
  });

  it('lend their sources to a document that has not been saved', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    await client.open('untitled:Untitled-1', DRAFT);
    const items = await client.diagnosticsWhen('untitled:Untitled-1', wrong);
    assert.equal(wordsAt(DRAFT, items.find(({ code }) => code === 'figure.mismatch')!.range), '6.6 metres');
  });
});

describe('Which documents are drafts', () => {
  afterEach(endAll);

  it('not the sources, though they be Markdown', async () => {
    const folder = await workspace({ 'sources/flood.md': FLOOD, 'sources/later.md': LATER });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('sources/later.md');
    await client.open(uri, LATER.replace('6.6', '9.9'));
    await client.statusWhen(({ state }) => state === 'ready');
    assert.deepEqual(await client.diagnosticsWhen(uri, () => true), []);
  });

  it('not what the configuration leaves out', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD, 'source-check.json': '{ "exclude": ["notes/**"] }' });
    const client = await startClient({ folders: [folder.uri] });
    await client.open(folder.uriOf('notes/draft.md'), DRAFT);
    await client.open(folder.uriOf('draft.md'), DRAFT);
    await client.diagnosticsWhen(folder.uriOf('draft.md'), wrong);
    assert.deepEqual(await client.diagnosticsWhen(folder.uriOf('notes/draft.md'), () => true), []);
  });

  it('not documents of other languages, nor another revision of a draft', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const revision = folder.uriOf('draft.md').replace('file:', 'git:');
    await client.open(folder.uriOf('draft.tex'), DRAFT, 'latex');
    await client.open(revision, DRAFT);
    await client.open(folder.uriOf('draft.md'), DRAFT);
    await client.diagnosticsWhen(folder.uriOf('draft.md'), wrong);
    assert.deepEqual(await client.diagnosticsWhen(folder.uriOf('draft.tex'), () => true), []);
    assert.deepEqual(await client.diagnosticsWhen(revision, () => true), []);
  });
});
