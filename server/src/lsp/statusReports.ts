import type { Connection } from 'vscode-languageserver';
import type { Corpus } from '../corpus/corpus.ts';
import type { CheckedDocument } from '../features/checkedDocument.ts';
import { STATUS, type ClaimCounts, type StatusParams } from './messages.ts';
import type { OpenProject } from './openProjects.ts';

/** Changes that follow one another so closely are reported once. */
const GATHERING_MILLISECONDS = 50;

export interface StatusServices {
  readonly connection: Pick<Connection, 'sendNotification'>;
  readonly projects: () => readonly OpenProject[];
  /** Whether the workspace folders have been looked at. */
  readonly begun: () => boolean;
  /** The last checks of the open drafts. */
  readonly checked: () => readonly CheckedDocument[];
}

/** Tells the client what the server does and what it has found, soon after either has changed. */
export function createStatusReports({ connection, projects, begun, checked }: StatusServices): {
  changed(): void;
  dispose(): void;
} {
  let timer: NodeJS.Timeout | undefined;
  let sent = '';
  const report = (): void => {
    timer = undefined;
    const status = statusOf(projects(), begun(), checked());
    const json = JSON.stringify(status);
    if (json === sent) return;
    sent = json;
    void connection.sendNotification(STATUS, status);
  };
  return {
    changed() {
      timer ??= setTimeout(report, GATHERING_MILLISECONDS);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}

export function countsOf({ check }: CheckedDocument): ClaimCounts {
  const counts = { supported: 0, refuted: 0, conflicting: 0, unknown: 0 };
  for (const { finding } of check.claims) counts[COUNTED_AS[finding.verdict]]++;
  return check.corpus.coverage === 'full' ? counts : { ...counts, partial: true };
}

const COUNTED_AS = {
  supported: 'supported',
  refuted: 'refuted',
  'conflicting-evidence': 'conflicting',
  'not-enough-evidence': 'unknown',
} as const;

function statusOf(projects: readonly OpenProject[], begun: boolean, checked: readonly CheckedDocument[]): StatusParams {
  let documents = 0;
  let indexed = 0;
  const counted = new Set<unknown>();
  for (const { project, progress, state } of projects) {
    // Projects may share their sources.
    const { documents: sources } = project?.handle.corpus ?? {};
    if (sources && counted.has(sources)) continue;
    counted.add(sources);
    const known = sources?.size ?? 0;
    const total = state === 'ready' ? known : Math.max(progress?.total ?? 0, known);
    documents += total;
    indexed += state === 'ready' ? known : Math.min(progress?.done ?? 0, total);
  }
  const faults = projects.flatMap(faultsOf);
  const notes = projects.flatMap(notesOf);
  const message = [...faults, ...notes].join(' ');
  return {
    state:
      faults.length > 0
        ? 'error'
        : projects.some(({ state, settled }) => state === 'indexing' || !settled)
          ? 'indexing'
          : !begun
            ? 'starting'
            : 'ready',
    documents,
    indexed,
    ...(message === '' ? {} : { message }),
    drafts: Object.fromEntries(checked.map((document) => [document.uri, countsOf(document)])),
  };
}

/** What keeps a project from checking its drafts. */
function faultsOf({ problem, project, found }: OpenProject): string[] {
  if (problem !== undefined) return found.file === undefined ? [] : [problem];
  const fatal = ['folder-unreadable', 'no-sources', 'indexing-failed'];
  return (project?.handle.problems ?? []).filter(({ code }) => fatal.includes(code)).map(({ message }) => message);
}

/** What its user should know all the same. */
function notesOf({ problem, project, found, state, progress }: OpenProject): string[] {
  const notes =
    found.problems.length > 0
      ? [`${found.file ?? 'source-check.json'} has errors; the defaults are used for them.`]
      : [];
  if (problem !== undefined && found.file === undefined) notes.push(problem);
  for (const { code, message } of project?.handle.problems ?? []) if (code === 'storage-unusable') notes.push(message);
  if (state === 'stopped') {
    notes.push(
      `Reading the sources was stopped at ${progress?.done ?? 0} of ${progress?.total ?? 0}: “Rebuild Index” goes on.`,
    );
  }
  const unread = project ? unreadIn(project.handle.corpus.documents) : [];
  if (unread.length > 0) {
    const more = unread.length > 3 ? ` and ${unread.length - 3} more` : '';
    notes.push(`Not read, and so not checked against: ${unread.slice(0, 3).join(', ')}${more}.`);
  }
  return notes;
}

/** Told at each check, and the sources are many. */
const UNREAD = new WeakMap<Corpus['documents'], readonly string[]>();

/** The sources that could not be read, and why. */
function unreadIn(documents: Corpus['documents']): readonly string[] {
  let unread = UNREAD.get(documents);
  if (!unread) {
    unread = [...documents.values()].flatMap(({ path, health }) =>
      health.status === 'unreadable' ? [`${path} (${health.detail})`] : [],
    );
    UNREAD.set(documents, unread);
  }
  return unread;
}
