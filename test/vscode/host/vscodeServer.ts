import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installPackages, npmInstall } from './packages.ts';

/** The VS Code server of npm's code-server, and the Node that this VS Code brings along. */
const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';

/** Parts of the server for agents, containers and telemetry. They are most of its size, and nothing here asks for them. */
const NOT_NEEDED = ['@devcontainers/cli', '@github/copilot-sdk', '@microsoft/mxc-sdk', '@vscode/copilot-api'];

export interface VscodeInstallation {
  /** The executable of VS Code's own version of Node. */
  readonly node: string;
  readonly serverMain: string;
  readonly version: string;
}

/** Installs what is missing. */
export async function installVscode(): Promise<VscodeInstallation> {
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const folder = await installPackages({
    name: 'server',
    packages: { 'code-server': CODE_SERVER, [nodePackage]: NODE },
    recipe: 1,
    announcement: 'Installing a VS Code server from npm into .vscode-test/ (once, about 400 MB) …',
    finish: async (unfinished) => {
      const server = serverFolder(unfinished);
      const file = path.join(server, 'package.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
      for (const name of NOT_NEEDED) delete manifest.dependencies[name];
      writeFileSync(file, JSON.stringify(manifest));
      rmSync(path.join(server, 'extensions/copilot'), { recursive: true, force: true });
      // Not `npm ci`: the shrinkwrap that comes with it lacks a package.
      await npmInstall(server, '--omit=dev');
    },
  });
  const server = serverFolder(folder);
  const { version } = JSON.parse(readFileSync(path.join(server, 'package.json'), 'utf8')) as { version: string };
  return {
    node: path.join(folder, 'node_modules', nodePackage, 'bin/node'),
    serverMain: path.join(server, 'out/server-main.js'),
    version,
  };
}

function serverFolder(folder: string): string {
  return path.join(folder, 'node_modules/code-server/lib/vscode');
}

export interface ServerOptions {
  /** User settings by key. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** An extension's package to install first. */
  readonly vsix?: string;
  /** Lets the page run tests and report their end. */
  readonly testDriver?: boolean;
  /** Added to the environment of the server and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** The page for a folder; what is asked of the workbench is given by key, paths as {@link RunningServer.remote} has them. */
  url(folder: string, payload: Readonly<Record<string, string>>): string;
  /** The URI of a path as the workbench in the browser has it. */
  remote(file: string): string;
  /** All that the server wrote so far. */
  log(): string;
  /** Resolves when the server ends by itself, with its exit status. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const SETTINGS = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts VS Code's server on loopback, on a free port, behind a token, with its data in a folder that goes with it. */
export async function startVscode(
  installation: VscodeInstallation,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'source-check-vscode-'));
  const settings = { ...SETTINGS, ...options.settings };
  for (const scope of ['data/User', 'data/Machine']) {
    mkdirSync(path.join(data, scope), { recursive: true });
    writeFileSync(path.join(data, scope, 'settings.json'), JSON.stringify(settings));
  }
  const folders = ['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')];
  // No extension comes from a gallery here, and nothing should be asked of one.
  const cache = path.join(data, 'cache');
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', SOURCE_CHECK_CACHE: cache, ...options.env };
  if (options.vsix) {
    const args = [
      installation.serverMain,
      '--accept-server-license-terms',
      ...folders,
      '--install-extension',
      options.vsix,
    ];
    const { status, stdout } = spawnSync(installation.node, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The extension cannot be installed:\n${stdout}`);
  }
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const authority = `127.0.0.1:${port}`;
  const args = [
    installation.serverMain,
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
    ...['--host', '127.0.0.1', '--port', `${port}`, '--connection-token', token],
    ...folders,
    ...['--user-data-dir', path.join(data, 'data')],
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  // A process group of its own, since the server starts others which would outlive it.
  const child = spawn(installation.node, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  // Should this process be told to end before it calls `stop`.
  const killAtExit = () => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killAtExit);
  let log = '';
  child.stdout.on('data', (chunk) => (log += String(chunk)));
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      log += `${error.message}\n`;
      resolve(null);
    });
  });

  async function stop(): Promise<void> {
    signalGroup(child.pid, 'SIGTERM');
    if ((await Promise.race([ended.then(() => true), pause(3000, false)])) === false) signalGroup(child.pid, 'SIGKILL');
    await ended;
    process.off('exit', killAtExit);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  const answers = (async () => {
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
      if (await isUp(`http://${authority}/version`)) return;
    }
    throw new Error(`The VS Code server did not start in a minute:\n${log}`);
  })();
  try {
    await Promise.race([
      answers,
      ended.then((status) => Promise.reject(new Error(`The VS Code server ended with status ${status}:\n${log}`))),
    ]);
  } catch (error) {
    answers.catch(() => {});
    await stop();
    throw error;
  }
  return {
    remote: (file) => `vscode-remote://${authority}${file}`,
    url: (folder, payload) =>
      `http://${authority}/?${new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(Object.entries(payload)) }).toString()}`,
    log: () => log,
    ended,
    stop,
  };
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
