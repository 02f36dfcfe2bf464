import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { BARE, endAll, FULL, startClient, workspace } from './languageClient.ts';

const SERVER = fileURLToPath(new URL('../../server/bin/source-check-language-server.js', import.meta.url));

const SOURCE = 'The ferry Halcyon carried 412 passengers on 3 March 2021, the port office said.\n';

describe('The life of the language server', () => {
  afterEach(endAll);

  it('answers initialize before it has opened an index', async () => {
    const folder = await workspace({ 'sources/ferry.txt': SOURCE });
    const storage = mkdtempSync(join(tmpdir(), 'source-check-index-'));
    const client = await startClient({ folders: [folder.uri], storage: join(storage, 'index'), begin: false });
    assert.equal(client.initialized.serverInfo?.name, 'source-check');
    assert.ok(!existsSync(join(storage, 'index')) || readdirSync(join(storage, 'index')).length === 0);
    assert.deepEqual(client.notifications, []);
    rmSync(storage, { recursive: true });
  });

  it('says that it takes incremental changes in UTF-16 and answers pulled diagnostics', async () => {
    const client = await startClient({ folders: null, capabilities: FULL });
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.ok(capabilities.diagnosticProvider);
  });

  it('does not offer to be asked for diagnostics by a client that cannot ask', async () => {
    const client = await startClient({ folders: null, capabilities: BARE });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    assert.equal(client.initialized.capabilities.codeActionProvider, undefined);
  });

  it('exits with 0 after a shutdown, also while it reads sources', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`sources/${i}.txt`, SOURCE.repeat(40)]));
    const folder = await workspace(files);
    const client = await startClient({ folders: [folder.uri] });
    assert.equal(await client.stop(), 0);
  });

  it('exits with 1 when the client ends it without a shutdown', async () => {
    const client = await startClient({ folders: null });
    const exited = new Promise((resolve) => client.process.on('exit', resolve));
    await client.connection.sendNotification('exit');
    assert.equal(await exited, 1);
  });

  it('ends when the client goes away without a word', async () => {
    const client = await startClient({ folders: null });
    const exited = new Promise((resolve) => client.process.on('exit', resolve));
    client.process.stdin!.end();
    assert.equal(await exited, 1);
  });

  it('talks to an editor that starts it with IPC, as VS Code does', async () => {
    const child = fork(SERVER, ['--node-ipc'], {
      execPath: process.env['SOURCE_CHECK_TEST_NODE'] ?? process.execPath,
      execArgv: [],
      silent: true,
    });
    const exited = new Promise((resolve) => child.on('exit', resolve));
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', params);
    assert.equal(serverInfo?.name, 'source-check');
    await connection.sendNotification('initialized', {});
    assert.deepEqual(await connection.sendRequest('source-check/sources'), []);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await exited, 0);
    connection.dispose();
  });

  it('never opens a connection to anywhere', async () => {
    const folder = await workspace({
      'sources/ferry.txt': SOURCE,
      'watch.cjs': `
        const net = require('node:net');
        const dns = require('node:dns');
        const tell = (what) => process.stderr.write('NETWORK ' + what + '\\n');
        net.Socket.prototype.connect = function () { tell('connect'); return this; };
        net.Server.prototype.listen = function () { tell('listen'); return this; };
        for (const name of Object.keys(dns)) if (/^(lookup|resolve)/.test(name)) dns[name] = () => tell(name);
        globalThis.fetch = async () => tell('fetch');
        process.stderr.write('WATCHED\\n');
      `,
    });
    const client = await startClient({ folders: [folder.uri], preload: join(folder.path, 'watch.cjs') });
    const uri = folder.uriOf('draft.md');
    await client.open(
      uri,
      'The ferry [Halcyon](http://example.invalid/halcyon) carried 214 passengers on 3 March 2021.\n',
    );
    await client.statusWhen(({ state }) => state === 'ready');
    await client.diagnosticsWhen(uri, (items) => items.length > 0);
    assert.ok(await client.hover(uri, { line: 0, character: 12 }));
    assert.equal(await client.stop(), 0);
    assert.match(client.errors(), /WATCHED/u);
    assert.doesNotMatch(client.errors(), /NETWORK/u);
  });

  it('says in one sentence that it needs a transport', async () => {
    const child = spawn(process.execPath, [SERVER], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    let output = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 2);
    assert.equal(output, '');
    assert.match(errors, /^source-check-language-server: .*--stdio.*\n$/u);
  });

  it('answers a request it does not know with the error for that, and goes on', async () => {
    const client = await startClient({ folders: null });
    await assert.rejects(client.connection.sendRequest('textDocument/rename', {}), { code: -32601 });
    assert.deepEqual(await client.connection.sendRequest('source-check/sources'), []);
  });
});
