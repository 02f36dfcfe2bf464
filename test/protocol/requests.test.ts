import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { endAll, positionOf, startClient, workspace } from './languageClient.ts';

const FLOOD = 'The river Tarn rose by 4.2 metres on 3 March 2021, the water board said.\n';
const DRAFT = 'On 3 March 2021 the river Tarn rose by 2.4 metres, the water board said.\n';
const REQUEST_CANCELLED = -32800;

/** Long enough to be still at work when the cancellation comes. */
const LONG = DRAFT.repeat(3000);

describe('Cancelled requests', () => {
  afterEach(endAll);

  for (const method of ['hover', 'definition', 'references', 'diagnostic', 'codeAction']) {
    it(`of textDocument/${method} are answered with the error for that`, async () => {
      const folder = await workspace({ 'sources/flood.txt': FLOOD });
      const client = await startClient({ folders: [folder.uri] });
      const uri = folder.uriOf('draft.md');
      await client.open(uri, LONG);
      await client.statusWhen(({ state }) => state === 'ready');
      const cancellation = new CancellationTokenSource();
      const request = client.connection.sendRequest(
        `textDocument/${method}`,
        {
          textDocument: { uri },
          position: { line: 0, character: 5 },
          range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } },
          context: { diagnostics: [], includeDeclaration: true },
        },
        cancellation.token,
      );
      cancellation.cancel();
      await assert.rejects(request, { code: REQUEST_CANCELLED });
    });
  }

  it('do not spoil the request that comes after', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    await client.statusWhen(({ state }) => state === 'ready');
    const cancellation = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: positionOf(DRAFT, '2.4') };
    const cancelled = client.connection.sendRequest('textDocument/hover', params, cancellation.token);
    cancellation.cancel();
    await assert.rejects(cancelled, { code: REQUEST_CANCELLED });
    assert.ok(await client.hover(uri, positionOf(DRAFT, '2.4')));
  });

  it('leave a check alone that others wait for', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT.repeat(300));
    await client.statusWhen(({ state }) => state === 'ready');
    const cancellation = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      cancellation.token,
    );
    const kept = client.diagnose(uri);
    cancellation.cancel();
    await assert.rejects(cancelled, { code: REQUEST_CANCELLED });
    const report = await kept;
    assert.ok(report.kind === 'full' && report.items.length > 0);
  });
});

describe('Edits while a check runs', () => {
  afterEach(endAll);

  it('are answered with the diagnostics of the text as it is by then', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT.repeat(300));
    await client.statusWhen(({ state }) => state === 'ready');
    const asked = client.diagnose(uri);
    await client.edit(uri, 2, { text: `\n\n${DRAFT}` });
    const report = await asked;
    assert.ok(report.kind === 'full');
    assert.deepEqual(
      report.items.map(({ code, range }) => [code, range.start.line]),
      [['figure.mismatch', 2]],
    );
  });
});

describe('Rebuilding the index over the protocol', () => {
  afterEach(endAll);

  it('reads all sources anew and goes on checking', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    await client.diagnosticsWhen(uri, (items) => items.length > 0);
    const before = client.notifications.length;
    await client.connection.sendRequest('source-check/rebuildIndex');
    await client.until(
      'the index to be read again',
      () =>
        client.notifications
          .slice(before)
          .some(
            ({ method, params }) => method === 'source-check/status' && (params as { state: string }).state === 'ready',
          ) || undefined,
    );
    await client.diagnosticsWhen(uri, (items) =>
      items.some(({ code, severity }) => code === 'figure.mismatch' && severity === 2),
    );
  });
});
