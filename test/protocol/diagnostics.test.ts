import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import {
  BARE,
  FULL,
  messageOf,
  positionOf,
  endAll,
  startClient,
  wordsAt,
  workspace,
  type Capabilities,
} from './languageClient.ts';

const FLOOD = `Flood in the Anselm valley

The river Tarn rose by 4.2 metres on 3 March 2021, the water board said. Some 1,240 people were moved to shelters, said
Colonel Marta Oyelaran, the relief chief.

"We will not leave anybody behind in this valley," Oyelaran told reporters.
`;

const codes = (items: readonly Diagnostic[]): unknown[] => items.map(({ code }) => code);
const has =
  (code: string) =>
  (items: readonly Diagnostic[]): boolean =>
    codes(items).includes(code);

describe('Diagnostics over the protocol', () => {
  afterEach(endAll);

  it('appear by themselves when the index is ready', async () => {
    const draft = 'On 3 March 2021 the river Tarn rose by 2.4 metres, the water board said.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    const items = await client.diagnosticsWhen(uri, has('figure.mismatch'));
    const item = items.find(({ code }) => code === 'figure.mismatch')!;
    assert.equal(wordsAt(draft, item.range), '2.4 metres');
    assert.equal(item.severity, 2);
    assert.equal(item.source, 'Source Check');
    assert.match(messageOf(item), /4\.2 metres/u);
    const [related] = item.relatedInformation!;
    assert.equal(related!.location.uri, folder.uriOf('sources/flood.txt'));
    assert.equal(wordsAt(FLOOD, related!.location.range), '4.2 metres');
  });

  it('say nothing of a draft that has everything as the sources have it', async () => {
    const draft = 'On 3 March 2021 the river Tarn rose by 4.2 metres, the water board said.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.statusWhen(({ state }) => state === 'ready');
    assert.deepEqual(await client.diagnosticsWhen(uri, () => true), []);
    await client.statusWhen(({ drafts }) => (drafts[uri]?.supported ?? 0) >= 3);
  });

  it('are reported as unchanged while nothing has changed, and anew after an edit', async () => {
    const draft = '“We will not leave nobody behind in this valley,” Oyelaran said.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.diagnosticsWhen(uri, has('quote.altered'));
    const first = await client.diagnose(uri);
    const second = await client.diagnose(uri, first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    const start = positionOf(draft, 'nobody');
    await client.edit(uri, 2, { range: { start, end: { ...start, character: start.character + 6 } }, text: 'anybody' });
    const third = await client.diagnose(uri, first.resultId);
    assert.equal(third.kind, 'full');
    assert.ok(third.kind === 'full' && !has('quote.altered')(third.items));
  });

  it('stay on their words through edits before them, with emoji and CRLF', async () => {
    const draft = '# 🌊 Flood 🌊\r\n\r\n🚤 “We will leave nobody behind in this valley,” Oyelaran said.\r\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.diagnosticsWhen(uri, has('quote.altered'));
    const quoted = async (text: string): Promise<string> => {
      const report = await client.diagnose(uri);
      assert.ok(report.kind === 'full');
      return wordsAt(text, report.items.find(({ code }) => code === 'quote.altered')!.range);
    };
    assert.equal(await quoted(draft), 'We will leave nobody behind in this valley,');
    const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
    await client.edit(uri, 2, { range: at(2, 3), text: '👩‍🚒 ' }, { range: at(0, 2), text: 'Later:\r\n\r\n' });
    const edited =
      '# Later:\r\n\r\n🌊 Flood 🌊\r\n\r\n🚤 👩‍🚒 “We will leave nobody behind in this valley,” Oyelaran said.\r\n';
    assert.equal(await quoted(edited), 'We will leave nobody behind in this valley,');
  });

  it('change when a source changes on disk', async () => {
    const draft = 'On 3 March 2021 the river Tarn rose by 4.2 metres, the water board said.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.statusWhen(({ state }) => state === 'ready');
    await client.diagnosticsWhen(uri, (items) => !has('figure.mismatch')(items));
    await client.statusWhen(({ drafts }) => (drafts[uri]?.supported ?? 0) >= 3);
    await folder.write('sources/flood.txt', FLOOD.replace('4.2', '5.3'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('sources/flood.txt'), type: 2 }],
    });
    const items = await client.diagnosticsWhen(uri, has('figure.mismatch'));
    assert.equal(wordsAt(draft, items.find(({ code }) => code === 'figure.mismatch')!.range), '4.2 metres');
  });

  it('change when a source is added, and again when it is removed', async () => {
    const draft = '“The dam at Orrin will hold for fifty years,” the engineer said.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    const tell = (type: number) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: folder.uriOf('sources/dam.txt'), type }],
      });
    await client.open(uri, draft);
    await client.diagnosticsWhen(uri, has('quote.unknown'));
    await folder.write('sources/dam.txt', '"The dam at Orrin will hold for fifty years," the engineer said.\n');
    await tell(1);
    await client.diagnosticsWhen(uri, (items) => !has('quote.unknown')(items));
    await folder.remove('sources/dam.txt');
    await tell(3);
    await client.diagnosticsWhen(uri, has('quote.unknown'));
  });

  it('change when a source changes and the client does not watch files', async () => {
    const draft = '“The dam at Orrin will hold for fifty years,” the engineer said.\n';
    const capabilities: Capabilities = {
      ...FULL,
      workspace: { ...FULL.workspace, didChangeWatchedFiles: {} },
    };
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri], capabilities });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.diagnosticsWhen(uri, has('quote.unknown'));
    await folder.write('sources/dam.txt', '"The dam at Orrin will hold for fifty years," the engineer said.\n');
    await client.diagnosticsWhen(uri, (items) => !has('quote.unknown')(items));
  });

  it('are sent to a client that does not ask, with the version they are for', async () => {
    const draft = '“We will leave nobody behind in this valley,” Oyelaran said.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri], capabilities: BARE });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    assert.equal((await client.pushedWhen(uri, has('quote.altered'))).version, 1);
    const start = positionOf(draft, 'leave nobody');
    const range = { start, end: { ...start, character: start.character + 'leave nobody'.length } };
    await client.edit(uri, 2, { range, text: 'not leave anybody' });
    assert.equal((await client.pushedWhen(uri, (items) => !has('quote.altered')(items))).version, 2);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.pushedWhen(uri, (items) => items.length === 0);
  });

  it('wait for the index where the client cannot be told to ask again', async () => {
    const draft = '“We will leave nobody behind in this valley,” Oyelaran said.\n';
    const capabilities: Capabilities = { textDocument: { diagnostic: {} } };
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri], capabilities });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    const report = await client.diagnose(uri);
    assert.ok(report.kind === 'full' && has('quote.altered')(report.items));
  });

  it('are none for an empty draft', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, '');
    await client.statusWhen(({ state }) => state === 'ready');
    assert.deepEqual(await client.diagnosticsWhen(uri, () => true), []);
  });

  it('say that a draft of 5 MB is too long, and what to do', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, 'The river Tarn rose by 4.2 metres.\n\n'.repeat(140_000));
    const [item] = await client.diagnosticsWhen(uri, (items) => items.length > 0);
    assert.match(messageOf(item!), /^This draft has 5\.\d MB, and drafts are checked up to 2 MB: split it/u);
  });

  it('show what is wrong with the front matter', async () => {
    const draft = '---\nsources: [nowhere.txt]\n---\n\nThe river Tarn rose by 4.2 metres.\n';
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    const items = await client.diagnosticsWhen(uri, has('draft.notation'));
    const item = items.find(({ code }) => code === 'draft.notation')!;
    assert.equal(wordsAt(draft, item.range), 'nowhere.txt');
  });
});
