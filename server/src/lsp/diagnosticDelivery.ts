import {
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DIAGNOSTIC_SOURCE, diagnosticsOf } from '../features/diagnostics.ts';
import type { SourcePlaces } from '../features/sourcePlaces.ts';
import { CheckCancelled } from '../verify/eachClaim.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { DraftChecks } from './draftChecks.ts';

/** How diagnostics reach the client: it asks, and is told when to ask again; or they are sent to it. */
export interface DiagnosticDelivery {
  /** The answer to a client that asks. */
  report(
    uri: string,
    previousResultId: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport>;
  /** A draft was opened or edited. */
  edited(uri: string): void;
  closed(uri: string): void;
  /** The diagnostics of all drafts may be others now. */
  refresh(): void;
  dispose(): void;
}

export interface DeliveryServices {
  readonly connection: Pick<Connection, 'sendDiagnostics' | 'languages' | 'console'>;
  readonly support: Pick<ClientSupport, 'pullDiagnostics' | 'refreshDiagnostics' | 'relatedInformation'>;
  readonly checks: DraftChecks;
  readonly places: SourcePlaces;
  /** URIs and versions of all open documents. */
  open(): readonly { readonly uri: string; readonly version: number }[];
}

/** Edits that follow one another so closely are checked once. */
const PAUSE_MILLISECONDS = 120;

/** Several causes of a refresh come together: a source changed, a project settled. */
const GATHERING_MILLISECONDS = 20;

export function createDiagnosticDelivery(services: DeliveryServices): DiagnosticDelivery {
  const { connection, support, checks, places } = services;
  const answers = new Map<string, { readonly id: string; readonly json: string }>();
  const pauses = new Map<string, NodeJS.Timeout>();
  const pushes = new Map<string, CancellationTokenSource>();
  const waiting = new Set<() => void>();
  let gathering: NodeJS.Timeout | undefined;
  // A client may come back with an id of the server that ran before this one.
  const run = `${process.pid.toString(36)}${Date.now().toString(36)}`;
  let lastId = 0;

  /** Undefined while nothing should be shown yet. */
  async function diagnostics(uri: string, token: CancellationToken): Promise<Diagnostic[] | undefined> {
    const state = await checks.of(uri, token, 'settled');
    switch (state.kind) {
      case 'none':
        return [];
      case 'pending':
        return undefined;
      case 'unchecked':
        return state.message === undefined ? [] : [note(state.message)];
      case 'checked': {
        const { relatedInformation } = support;
        const found = await diagnosticsOf(state.document, { places, relatedInformation }, token);
        if (token.isCancellationRequested) throw new CheckCancelled();
        return found;
      }
    }
  }

  function isStale(uri: string, version: number | undefined): boolean {
    return services.open().find((document) => document.uri === uri)?.version !== version;
  }

  async function push(uri: string): Promise<void> {
    pushes.get(uri)?.cancel();
    const source = new CancellationTokenSource();
    pushes.set(uri, source);
    const version = services.open().find((document) => document.uri === uri)?.version;
    try {
      const found = await diagnostics(uri, source.token);
      if (found === undefined || source.token.isCancellationRequested || isStale(uri, version)) return;
      await connection.sendDiagnostics({ uri, ...(version === undefined ? {} : { version }), diagnostics: found });
    } catch (error) {
      if (error instanceof CheckCancelled) return;
      connection.console.error(`${uri} could not be checked: ${error instanceof Error ? error.stack : String(error)}`);
    } finally {
      if (pushes.get(uri) === source) pushes.delete(uri);
      source.dispose();
    }
  }

  function pushSoon(uri: string, pause: number): void {
    clearTimeout(pauses.get(uri));
    pauses.set(
      uri,
      setTimeout(() => {
        pauses.delete(uri);
        void push(uri);
      }, pause),
    );
  }

  function refreshNow(): void {
    gathering = undefined;
    for (const wake of [...waiting]) wake();
    if (!support.pullDiagnostics) {
      for (const { uri } of services.open()) pushSoon(uri, 0);
    } else if (support.refreshDiagnostics) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        connection.console.warn(`The client did not take the request to ask for diagnostics again: ${String(error)}`);
      });
    }
  }

  return {
    async report(uri, previousResultId, token) {
      let items: Diagnostic[] | undefined;
      for (;;) {
        const version = services.open().find((document) => document.uri === uri)?.version;
        items = await diagnostics(uri, token);
        if (items && isStale(uri, version)) continue;
        // A client that cannot be told to ask again gets its answer when there is one.
        if (items || support.refreshDiagnostics) break;
        await changeOrCancellation(waiting, token);
      }
      const json = JSON.stringify(items ?? []);
      const before = answers.get(uri);
      if (before?.json === json) {
        if (before.id === previousResultId)
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
        return { kind: DocumentDiagnosticReportKind.Full, resultId: before.id, items: items ?? [] };
      }
      const id = `${run}-${++lastId}`;
      answers.set(uri, { id, json });
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: items ?? [] };
    },
    edited(uri) {
      checks.overtaken(uri);
      if (!support.pullDiagnostics) pushSoon(uri, PAUSE_MILLISECONDS);
    },
    closed(uri) {
      clearTimeout(pauses.get(uri));
      pauses.delete(uri);
      pushes.get(uri)?.cancel();
      answers.delete(uri);
      if (!support.pullDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      gathering ??= setTimeout(refreshNow, GATHERING_MILLISECONDS);
    },
    dispose() {
      clearTimeout(gathering);
      for (const pause of pauses.values()) clearTimeout(pause);
      for (const source of pushes.values()) source.cancel();
    },
  };
}

/** Something about the draft as a whole. */
function note(message: string): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: DIAGNOSTIC_SOURCE,
    message,
  };
}

async function changeOrCancellation(waiting: Set<() => void>, token: CancellationToken): Promise<void> {
  let wake: () => void = () => undefined;
  const change = new Promise<void>((resolve) => waiting.add((wake = resolve)));
  const subscription = token.onCancellationRequested(wake);
  await change;
  waiting.delete(wake);
  subscription.dispose();
  if (token.isCancellationRequested) throw new CheckCancelled();
}
