import assert from 'node:assert/strict';
import { BARE, endAll, FULL, messageOf, startClient, wordsAt, workspace } from './languageClient.ts';

const FLOOD = 'The river Tarn rose by 4.2 metres on 3 March 2021, the water board said.\n';
const DRAFT = 'On 3 March 2021 the river Tarn rose by 2.4 metres, the water board said.\n';

describe('Configuration over the protocol', () => {
  afterEach(endAll);

  it('that is no JSON is shown on its file, and the defaults hold', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD, 'source-check.json': '{\n  "corpus": [,]\n}\n' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    const { diagnostics } = await client.pushedWhen(folder.uriOf('source-check.json'), (items) => items.length > 0);
    assert.match(messageOf(diagnostics[0]!), /not valid JSON/u);
    assert.equal(diagnostics[0]!.range.start.line, 1);
    await client.diagnosticsWhen(uri, (items) => items.some(({ code }) => code === 'figure.mismatch'));
    assert.ok(
      client.notifications.some(
        ({ method, params }) => method === 'window/logMessage' && JSON.stringify(params).includes('source-check.json'),
      ),
    );
  });

  it('that is corrected loses its diagnostic', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD, 'source-check.json': '{ "corpora": "sources" }\n' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('source-check.json');
    const { diagnostics } = await client.pushedWhen(uri, (items) => items.length > 0);
    assert.match(messageOf(diagnostics[0]!), /“corpora” is no setting/u);
    await folder.write('source-check.json', '{ "corpus": "sources" }\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await client.pushedWhen(uri, (items) => items.length === 0);
  });

  it('that names a missing folder is said so at the name, on the draft and in the status', async () => {
    const folder = await workspace({ 'source-check.json': '{\n  "corpus": ["archive"]\n}\n' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    const file = await client.pushedWhen(folder.uriOf('source-check.json'), (items) => items.length > 0);
    assert.match(messageOf(file.diagnostics[0]!), /archive.* does not exist: create it or name another/u);
    assert.deepEqual(file.diagnostics[0]!.range.start, { line: 1, character: 2 });
    const [item] = await client.diagnosticsWhen(uri, (items) => items.length > 0);
    assert.match(messageOf(item!), /archive/u);
    await client.statusWhen(({ state, message }) => state === 'error' && /archive/u.test(message ?? ''));
    await folder.write('archive/flood.txt', FLOOD);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('source-check.json'), type: 2 }],
    });
    await client.diagnosticsWhen(uri, (items) => items.some(({ code }) => code === 'figure.mismatch'));
  });

  it('sets the severity of a finding; the editor’s settings come before the file', async () => {
    const folder = await workspace({
      'sources/flood.txt': FLOOD,
      'source-check.json': '{ "severity": { "figure.mismatch": "hint" } }\n',
    });
    let severity: Record<string, string> = {};
    const client = await startClient({ folders: [folder.uri], settings: () => ({ severity }) });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    await client.diagnosticsWhen(uri, (items) =>
      items.some((item) => item.code === 'figure.mismatch' && item.severity === 4),
    );
    severity = { 'figure.mismatch': 'error' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnosticsWhen(uri, (items) =>
      items.some((item) => item.code === 'figure.mismatch' && item.severity === 1),
    );
  });

  it('is asked for by workspace folder', async () => {
    const one = await workspace({ 'sources/flood.txt': FLOOD });
    const two = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({
      folders: [one.uri, two.uri],
      settings: (scope) => ({ enable: scope !== two.uri }),
    });
    await client.open(one.uriOf('draft.md'), DRAFT);
    await client.open(two.uriOf('draft.md'), DRAFT);
    await client.diagnosticsWhen(one.uriOf('draft.md'), (items) => items.length > 0);
    assert.deepEqual(await client.diagnosticsWhen(two.uriOf('draft.md'), () => true), []);
  });

  it('is taken as sent from a client that cannot be asked', async () => {
    const folder = await workspace({ 'archive/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri], capabilities: BARE });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { sourceCheck: { corpus: ['archive'] } },
    });
    await client.pushedWhen(uri, (items) => items.some(({ code }) => code === 'figure.mismatch'));
  });

  it('lets a finding stand that it accepts', async () => {
    const accepted = JSON.stringify({ accepted: [{ text: '2.4 metres', reason: 'checked by phone' }] });
    const folder = await workspace({ 'sources/flood.txt': FLOOD, 'source-check.json': accepted });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    const draft = `${DRAFT}\nOn 4 March 2021 the river Tarn rose by 9.9 metres.\n`;
    await client.open(uri, draft);
    await client.statusWhen(({ state }) => state === 'ready');
    const items = await client.diagnosticsWhen(uri, () => true);
    assert.ok(!items.some(({ range }) => wordsAt(draft, range) === '2.4 metres'));
  });
});

describe('Sources that cannot be used, over the protocol', () => {
  afterEach(endAll);

  it('an empty folder is said so in the status', async () => {
    const folder = await workspace({ 'sources/.keep': '' });
    const client = await startClient({ folders: [folder.uri] });
    await client.open(folder.uriOf('draft.md'), DRAFT);
    const status = await client.statusWhen(({ state }) => state === 'error');
    assert.match(status.message!, /no source/iu);
  });

  it('no folder of sources and no configuration is no fault, but a word in the status', async () => {
    const folder = await workspace({ 'readme.txt': 'Nothing here.\n' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    const status = await client.statusWhen(({ message }) => message !== undefined);
    assert.equal(status.state, 'ready');
    assert.match(status.message!, /^No sources were found: put them in a folder “sources”/u);
    assert.deepEqual(await client.diagnosticsWhen(uri, () => true), []);
    await folder.write('sources/flood.txt', FLOOD);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('sources/flood.txt'), type: 1 }],
    });
    await client.diagnosticsWhen(uri, (items) => items.some(({ code }) => code === 'figure.mismatch'));
  });

  it('a file that is no text is named in the status and listed with what is wrong; the others are used', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    await folder.write(
      'sources/noise.txt',
      new Uint8Array(4096).map((_, i) => (i * 97) % 251),
    );
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    await client.diagnosticsWhen(uri, (items) => items.some(({ code }) => code === 'figure.mismatch'));
    await client.statusWhen(({ message }) => /noise\.txt/u.test(message ?? ''));
    const sources =
      await client.connection.sendRequest<{ path: string; health: string; uri: string }[]>('source-check/sources');
    assert.equal(sources.find(({ path }) => path === 'flood.txt')!.health, 'ok');
    assert.equal(sources.find(({ path }) => path === 'flood.txt')!.uri, folder.uriOf('sources/flood.txt'));
    assert.notEqual(sources.find(({ path }) => path === 'noise.txt')!.health, 'ok');
  });

  it('a folder is no draft, and the request to check it says so', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    await folder.write('drafts/draft.md', DRAFT);
    const client = await startClient({ folders: [folder.uri], capabilities: FULL });
    const check = (name: string) => client.connection.sendRequest('source-check/check', { uri: folder.uriOf(name) });
    await assert.rejects(check('drafts'), /drafts is a folder: open a draft in it/u);
    await assert.rejects(check('drafts/none.md'), /none\.md cannot be read/u);
    const counts = (await check('drafts/draft.md')) as { refuted: number };
    assert.equal(counts.refuted, 1);
  });
});
