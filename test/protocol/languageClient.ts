import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Location,
  type LocationLink,
  type Position,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { makeWorkspace, type WorkspaceFolder } from './workspaceFolder.ts';
import type { StatusParams } from '../../server/src/lsp/messages.ts';

/** What the client says it can do: LSP's capabilities. */
export type Capabilities = InitializeParams['capabilities'];

/** As VS Code's own client has it, as far as this server looks at it. */
export const FULL: Capabilities = {
  textDocument: {
    synchronization: { didSave: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    references: { dynamicRegistration: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, dataSupport: true },
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
};

/** A client that asks for nothing that LSP leaves open. */
export const BARE: Capabilities = {};

export interface ClientOptions {
  /** URIs of the workspace folders; null for none. */
  readonly folders: readonly string[] | null;
  readonly capabilities?: Capabilities;
  readonly initializationOptions?: Readonly<Record<string, unknown>>;
  /** The section `sourceCheck`, by scope URI, or the same for all. */
  settings?: (scope: string | undefined) => unknown;
  /** Index files are kept here; a folder of its own by default. */
  readonly storage?: string;
  /** A module that the server's process loads before anything else. */
  readonly preload?: string;
  /** False: `initialized` is left to the test. */
  readonly begin?: boolean;
}

/** A client over stdio on the built server, which runs as a process of its own. */
export interface LanguageClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** What the server has written to standard error. */
  errors(): string;
  readonly initialized: InitializeResult;
  /** Everything the server sent unasked, in order. */
  readonly notifications: readonly { readonly method: string; readonly params: unknown }[];
  readonly requests: readonly { readonly method: string; readonly params: unknown }[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Incremental changes, as an editor sends them. */
  edit(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  diagnose(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** Asks again at each refresh until the diagnostics are as wanted. */
  diagnosticsWhen(uri: string, wanted: (items: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Waits for pushed diagnostics. */
  pushedWhen(uri: string, wanted: (items: readonly Diagnostic[]) => boolean): Promise<PublishDiagnosticsParams>;
  statusWhen(wanted: (status: StatusParams) => boolean): Promise<StatusParams>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  definition(uri: string, position: Position): Promise<readonly (Location & LocationLink)[]>;
  references(uri: string, position: Position): Promise<readonly Location[]>;
  codeActions(uri: string, range: Range, diagnostics?: readonly Diagnostic[]): Promise<readonly CodeAction[]>;
  /** Waits until something that has been sent or asked satisfies the condition. */
  until<T>(what: string, found: () => T | undefined): Promise<T>;
  /** `shutdown` and `exit`; gives the exit code. */
  stop(): Promise<number | null>;
}

const SERVER = fileURLToPath(new URL('../../server/bin/source-check-language-server.js', import.meta.url));

/** How long anything is waited for before the test fails saying what did not come. */
const PATIENCE_MILLISECONDS = 45_000;

const started = new Set<() => Promise<unknown>>();

/** Ends what a test has started and makes away with its folders; for `afterEach`. */
export async function endAll(): Promise<void> {
  const ends = [...started];
  started.clear();
  await Promise.all(ends.map((end) => end()));
}

/** Makes a folder that {@link endAll} removes. */
export async function workspace(files: Readonly<Record<string, string>>): Promise<WorkspaceFolder> {
  const folder = await makeWorkspace(files);
  started.add(() => folder.dispose());
  return folder;
}

/** Starts the built server, on the Node that SOURCE_CHECK_TEST_NODE names, and initializes it. */
export async function startClient(options: ClientOptions): Promise<LanguageClient> {
  const ownStorage = options.storage === undefined ? mkdtempSync(join(tmpdir(), 'source-check-index-')) : undefined;
  const child = spawn(process.env['SOURCE_CHECK_TEST_NODE'] ?? process.execPath, [SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(options.preload ? { NODE_OPTIONS: `--require=${options.preload}` } : {}) },
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const exited = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const notifications: { method: string; params: unknown }[] = [];
  const requests: { method: string; params: unknown }[] = [];
  const watchers = new Set<() => void>();
  const arrived = (): void => [...watchers].forEach((look) => look());
  connection.onNotification((method, params) => {
    notifications.push({ method, params });
    arrived();
  });
  connection.onRequest((method, params) => {
    requests.push({ method, params });
    arrived();
    if (method === 'workspace/configuration') {
      const { items } = params as unknown as { items: { scopeUri?: string }[] };
      return items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null);
    }
    return null;
  });
  connection.onUnhandledProgress((params) => {
    notifications.push({ method: '$/progress', params });
    arrived();
  });
  connection.listen();

  const folders = options.folders?.map((uri) => ({ uri, name: uri })) ?? null;
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folders?.[0]?.uri ?? null,
    workspaceFolders: folders,
    capabilities: options.capabilities ?? FULL,
    initializationOptions: { storagePath: options.storage ?? ownStorage, ...options.initializationOptions },
  });
  if (options.begin !== false) await connection.sendNotification('initialized', {});

  async function until<T>(what: string, found: () => T | undefined): Promise<T> {
    const already = found();
    if (already !== undefined) return already;
    return new Promise<T>((resolve, reject) => {
      const end = (): void => {
        watchers.delete(look);
        clearTimeout(timer);
      };
      const look = (): void => {
        const value = found();
        if (value === undefined) return;
        end();
        resolve(value);
      };
      const timer = setTimeout(() => {
        end();
        const last = notifications.slice(-5).map((one) => JSON.stringify(one).slice(0, 600));
        reject(new Error(`Waited in vain for ${what}. Last messages:\n${last.join('\n')}\n${errors}`));
      }, PATIENCE_MILLISECONDS);
      watchers.add(look);
    });
  }

  const client: LanguageClient = {
    connection,
    process: child,
    errors: () => errors,
    initialized,
    notifications,
    requests,
    until,
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    edit: (uri, version, ...contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    diagnose: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    async diagnosticsWhen(uri, wanted) {
      for (;;) {
        const refreshes = refreshCount();
        const report = await client.diagnose(uri);
        if (report.kind === 'full' && wanted(report.items)) return report.items;
        await until(`other diagnostics than ${JSON.stringify(report)}`, () => refreshCount() > refreshes || undefined);
      }
    },
    pushedWhen: (uri, wanted) =>
      until(`diagnostics of ${uri}`, () => {
        const last = notifications
          .filter(({ method }) => method === 'textDocument/publishDiagnostics')
          .map(({ params }) => params as PublishDiagnosticsParams)
          .findLast((params) => params.uri === uri);
        return last && wanted(last.diagnostics) ? last : undefined;
      }),
    statusWhen: (wanted) =>
      until('the status', () => {
        const last = notifications.findLast(({ method }) => method === 'source-check/status')?.params as StatusParams;
        return last && wanted(last) ? last : undefined;
      }),
    hover: (uri, position) => connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    async definition(uri, position) {
      const found = await connection.sendRequest<(Location & LocationLink)[] | null>('textDocument/definition', {
        textDocument: { uri },
        position,
      });
      return found ?? [];
    },
    async references(uri, position) {
      const context = { includeDeclaration: true };
      const found = await connection.sendRequest<Location[] | null>('textDocument/references', {
        textDocument: { uri },
        position,
        context,
      });
      return found ?? [];
    },
    async codeActions(uri, range, diagnostics = []) {
      const found = await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics },
      });
      return found ?? [];
    },
    async stop() {
      if (child.exitCode === null) {
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
      }
      return exited;
    },
  };
  started.add(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await exited;
    connection.dispose();
    if (ownStorage !== undefined) rmSync(ownStorage, { recursive: true, force: true, maxRetries: 5 });
  });
  const refreshCount = (): number => requests.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  return client;
}

/** The position of the first unit of `words` in `text`; of its `occurrence`, from 1. */
export function positionOf(text: string, words: string, occurrence = 1): Position {
  let at = -1;
  for (let i = 0; i < occurrence; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” is not in the text.`);
  const before = text.slice(0, at).split(/\r\n|\n|\r/u);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** The message of a diagnostic, which may come as text or with markup. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

export function rangeOf(text: string, words: string, occurrence = 1): Range {
  const start = positionOf(text, words, occurrence);
  return { start, end: { line: start.line, character: start.character + words.length } };
}

/** The words of a range within one line. */
export function wordsAt(text: string, { start, end }: Range): string {
  return text.split(/\r\n|\n|\r/u)[start.line]!.slice(start.character, end.character);
}
