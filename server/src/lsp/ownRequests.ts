import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { CheckedDocument } from '../features/checkedDocument.ts';
import { sourceUri } from '../features/sourcePlaces.ts';
import type { SourceRecord } from '../corpus/corpusIndex.ts';
import { lineIndexOf } from '../text/lines.ts';
import { loadDraft } from '../workspace/draftText.ts';
import { Unusable } from '../workspace/unusable.ts';
import { cancellable } from './cancellation.ts';
import type { DraftChecks } from './draftChecks.ts';
import {
  CHECK,
  REBUILD_INDEX,
  SOURCES,
  type CheckParams,
  type CheckResult,
  type SourceItem,
  type SourcesResult,
} from './messages.ts';
import type { OpenProjects } from './openProjects.ts';
import { pathOf } from './paths.ts';
import { countsOf } from './statusReports.ts';

export interface OwnRequestServices {
  readonly connection: Connection;
  readonly projects: OpenProjects;
  readonly checks: DraftChecks;
}

/** Answers the requests that are this server's own: see messages.ts. */
export function handleOwnRequests({ connection, projects, checks }: OwnRequestServices): void {
  connection.onRequest(SOURCES, (): SourcesResult => {
    const records = projects.all().flatMap(({ project }) => project?.handle.sources() ?? []);
    return [...new Map(records.map((record) => [resolve(record.folder, record.path), record])).values()].map(
      sourceItem,
    );
  });
  connection.onRequest(REBUILD_INDEX, () => projects.rebuild());
  connection.onRequest(
    CHECK,
    cancellable(async (params: CheckParams, token: CancellationToken): Promise<CheckResult | ResponseError> => {
      try {
        return countsOf(await checkedNow(params.uri, token));
      } catch (error) {
        if (error instanceof Unusable) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
        throw error;
      }
    }),
  );

  /** An open draft as it is in the editor, or a file. Waits until the sources are read. Throws {@link Unusable}. */
  async function checkedNow(uri: string, token: CancellationToken): Promise<CheckedDocument> {
    const path = pathOf(uri);
    const open = await projects.of(path);
    if (!open?.enabled)
      throw new Unusable('Checking is switched off by the setting sourceCheck.enable: switch it on first.');
    if (!open.project) throw new Unusable(open.problem ?? 'There are no sources to check this draft against.');
    if (open.state === 'indexing') await open.project.handle.ready;
    const state = await checks.of(uri, token);
    if (state.kind === 'checked') return state.document;
    if (state.kind === 'unchecked' && state.message !== undefined) throw new Unusable(state.message);
    if (path === undefined)
      throw new Unusable('Only Markdown documents are drafts: set the language of this one to Markdown.');
    if (await isFolder(path)) throw new Unusable(`${path} is a folder: open a draft in it and check that.`);
    const { raw } = await loadDraft(path, path);
    const check = await open.project.check({ path, raw, isCancelled: () => token.isCancellationRequested });
    return { uri, version: null, lines: lineIndexOf(raw), check, severity: open.found.configuration.severity };
  }
}

function sourceItem(record: SourceRecord): SourceItem {
  const { path, metadata, words, health } = record;
  return { path, uri: sourceUri(record), format: metadata.format, words, health: healthOf(health) };
}

function healthOf(health: SourceRecord['health']): string {
  switch (health.status) {
    case 'good':
      return 'ok';
    case 'empty':
      return 'The file is empty.';
    case 'repaired':
    case 'unreadable':
      return health.detail;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
