import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourcesResult } from '../../server/src/lsp/messages.ts';
import { endAll, FULL, startClient, workspace, type LanguageClient } from './languageClient.ts';

const PROGRAM = fileURLToPath(new URL('../../server/bin/source-check.js', import.meta.url));

const DRAFT = '“The dam at Orrin will hold for fifty years,” the engineer said.\n';

const PARAGRAPHS =
  `The dam at Orrin was built by the Board of Works in 1931. Some 412 people worked on it for two years and a half.

"We have looked at every stone," Chief Engineer Tove Almqvist told reporters on 4 May 2019.

`.repeat(24);

/** So many sources that reading them takes long enough to be shown. */
function manySources(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`sources/${i}.txt`, `Report ${i} on the dam\n\n${PARAGRAPHS}`]),
  );
}

interface Progress {
  readonly token: string | number;
  readonly value: { readonly kind: string; readonly message?: string; readonly cancellable?: boolean };
}

function progressOf(client: LanguageClient): Progress[] {
  return client.notifications.filter(({ method }) => method === '$/progress').map(({ params }) => params as Progress);
}

describe('Indexing over the protocol', () => {
  afterEach(endAll);

  it('shows how far it is, from beginning to end', async () => {
    const folder = await workspace(manySources(1000));
    const client = await startClient({ folders: [folder.uri] });
    await client.until(
      'progress to end',
      () => progressOf(client).some(({ value }) => value.kind === 'end') || undefined,
    );
    const [begin] = progressOf(client);
    assert.equal(begin!.value.kind, 'begin');
    assert.equal(begin!.value.cancellable, true);
    assert.ok(client.requests.some(({ method }) => method === 'window/workDoneProgress/create'));
    await client.statusWhen(
      ({ state, documents, indexed }) => state === 'ready' && documents === 1000 && indexed === 1000,
    );
  });

  it('shows no progress to a client that has no place for it', async () => {
    const folder = await workspace(manySources(1000));
    const client = await startClient({ folders: [folder.uri], capabilities: { ...FULL, window: {} } });
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 1000);
    assert.deepEqual(progressOf(client), []);
  });

  it('reads first what an open draft cites; can be stopped, then nothing is called absent, and gone on with', async () => {
    const folder = await workspace(manySources(1000));
    const oldest = 'sources/500.txt';
    await utimes(join(folder.path, oldest), new Date(0), new Date(0));
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, `${DRAFT}\nSee [the report](${oldest}).\n`);
    await client.diagnose(uri);
    const begin = await client.until('progress', () => progressOf(client).find(({ value }) => value.kind === 'begin'));
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: begin.token });
    const status = await client.statusWhen(({ message }) => /stopped/u.test(message ?? ''));
    assert.ok(status.indexed < 1000);
    const read = () => client.connection.sendRequest<SourcesResult>('source-check/sources');
    while (!(await read()).some(({ path }) => path === '500.txt')) {
      const seen = client.notifications.length;
      await client.until('the source that the draft cites', () => client.notifications.length > seen || undefined);
    }
    const items = await client.diagnosticsWhen(uri, () => true);
    assert.ok(!items.some(({ code }) => code === 'quote.unknown'), 'nothing is called absent');
    await client.statusWhen(({ drafts }) => drafts[uri]?.partial === true);
    await client.connection.sendRequest('source-check/rebuildIndex');
    await client.statusWhen(({ state, indexed }) => state === 'ready' && indexed === 1000);
    await client.diagnosticsWhen(uri, (found) => found.some(({ code }) => code === 'quote.unknown'));
    await client.statusWhen(({ drafts }) => drafts[uri] !== undefined && drafts[uri].partial === undefined);
  });

  it('is kept between runs: only what changed is read again', async () => {
    const storage = mkdtempSync(join(tmpdir(), 'source-check-index-'));
    const folder = await workspace({ 'sources/dam.txt': `Report on the dam\n\n${PARAGRAPHS}` });
    const first = await startClient({ folders: [folder.uri], storage });
    await first.statusWhen(({ state, documents }) => state === 'ready' && documents === 1);
    await first.stop();
    await folder.write('sources/later.txt', '"The dam at Orrin will hold for fifty years," the engineer said.\n');
    const second = await startClient({ folders: [folder.uri], storage });
    const uri = folder.uriOf('draft.md');
    await second.open(uri, DRAFT);
    await second.statusWhen(({ state, documents }) => state === 'ready' && documents === 2);
    await second.diagnosticsWhen(uri, (items) => !items.some(({ code }) => code === 'quote.unknown'));
    await second.stop();
    rmSync(storage, { recursive: true, force: true });
  });

  it('is one for several windows and the command line', async () => {
    const storage = mkdtempSync(join(tmpdir(), 'source-check-index-'));
    const folder = await workspace(manySources(20));
    const windows = [
      await startClient({ folders: [folder.uri], storage }),
      await startClient({ folders: [folder.uri], storage }),
    ];
    for (const window of windows) {
      await window.statusWhen(({ state, documents }) => state === 'ready' && documents === 20);
    }
    const env = { ...process.env, SOURCE_CHECK_CACHE: storage };
    const node = process.env['SOURCE_CHECK_TEST_NODE'] ?? process.execPath;
    const told = execFileSync(node, [PROGRAM, 'index'], { cwd: folder.path, env, encoding: 'utf8' });
    assert.equal(told, '20 sources: 20 unchanged.\n');
    assert.equal(readdirSync(storage).filter((name) => name.endsWith('.db')).length, 1);
    for (const window of windows) await window.stop();
    rmSync(storage, { recursive: true, force: true });
  });

  it('tells in the log what it took, and that the index was damaged meanwhile', async () => {
    const storage = mkdtempSync(join(tmpdir(), 'source-check-index-'));
    const folder = await workspace(manySources(400));
    const client = await startClient({ folders: [folder.uri], storage });
    const logged = (words: RegExp) =>
      client.until(`${words} in the log`, () =>
        client.notifications.find(
          ({ method, params }) => method === 'window/logMessage' && words.test((params as { message: string }).message),
        ),
      );
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 400);
    await logged(/: 400 added, 0 changed, 0 moved, 0 removed, 0 unchanged in \d+ ms\.$/u);
    for (const name of readdirSync(storage).filter((file) => /\.db(?:-wal)?$/u.test(file))) {
      writeFileSync(join(storage, name), Buffer.alloc(5_000_000, 'no database'));
    }
    await client.open(folder.uriOf('draft.md'), DRAFT);
    await client.diagnose(folder.uriOf('draft.md'));
    await logged(/draft\.md: \d+ claims checked in \d+ ms\.$/u);
    await logged(/was damaged and has been built anew/u);
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 400);
    await client.stop();
    rmSync(storage, { recursive: true, force: true });
  });
});
