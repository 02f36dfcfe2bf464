import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Corpus } from '../corpus/corpus.ts';
import type { CheckedDocument } from '../features/checkedDocument.ts';
import { lineIndexOf } from '../text/lines.ts';
import { CheckCancelled } from '../verify/eachClaim.ts';
import { MAX_DRAFT_BYTES } from '../workspace/draftText.ts';
import type { Project } from '../workspace/project.ts';
import { roleOf } from './documentRoles.ts';
import { giveYoungRoom } from '../memory.ts';
import type { OpenProject, OpenProjects } from './openProjects.ts';
import { pathOf } from './paths.ts';

/** What there is to say of an open document at its present version. */
export type DraftState =
  | { readonly kind: 'checked'; readonly project: OpenProject; readonly document: CheckedDocument }
  /** No draft, or checking is switched off. */
  | { readonly kind: 'none' }
  /** Nothing should be shown yet: it will be, when the project has settled. */
  | { readonly kind: 'pending' }
  /** A draft that cannot be checked; the message is for its author, if there is one. */
  | { readonly kind: 'unchecked'; readonly message?: string };

/** The checks of open drafts: one for each version and state of the sources, shared by all that ask. */
export interface DraftChecks {
  /**
   * The state of an open document as it is when this answers: a check that an edit has overtaken is begun again. Throws
   * CheckCancelled when the token is cancelled. With `settled`, a project that has not settled yet is not asked.
   */
  of(uri: string, token: CancellationToken, when?: 'settled'): Promise<DraftState>;
  /** The last finished check, for what may be a little old: counts. */
  latest(uri: string): CheckedDocument | undefined;
  /** Stops what runs for a document that was edited, so that it does not hold up the check of the edited text. */
  overtaken(uri: string): void;
  forget(uri: string): void;
}

export interface DraftCheckServices {
  readonly document: (uri: string) => TextDocument | undefined;
  readonly projects: OpenProjects;
  readonly onChecked: (uri: string) => void;
  /** For the log: what a check took. */
  readonly note: (message: string) => void;
}

interface Check {
  readonly version: number;
  readonly project: OpenProject;
  /** What the sources were when it began. */
  readonly corpus: unknown;
  readonly result: Promise<CheckedDocument>;
  waiting: number;
  done: boolean;
  stopped: boolean;
}

/** So long after a check names are put into order, see {@link NameLexicon.prepare}: not while its answer is on its way. */
const PREPARING_MILLISECONDS = 200;

/** A check after an edit that takes no longer is not worth a line in the log. */
const QUICK_MILLISECONDS = 100;

export function createDraftChecks({ document, projects, onChecked, note }: DraftCheckServices): DraftChecks {
  const checks = new Map<string, Check>();
  const latest = new Map<string, CheckedDocument>();
  /** The projects that know what a draft names before it is checked. */
  const expected = new Map<string, Project>();
  /** The states of the sources whose names are in order. */
  const prepared = new WeakSet<Corpus['documents']>();
  let preparing: NodeJS.Timeout | undefined;

  function isCurrent(check: Check, text: TextDocument, project: OpenProject): boolean {
    return !check.stopped && check.version === text.version && check.project === project;
  }

  function begin(text: TextDocument, open: OpenProject, project: Project): Check {
    giveYoungRoom();
    const raw = text.getText();
    const path = pathOf(text.uri);
    const { uri, version } = text;
    const started = performance.now();
    const check: Check = {
      version,
      project: open,
      corpus: project.handle.corpus,
      waiting: 0,
      done: false,
      stopped: false,
      result: project
        .check({ raw, ...(path === undefined ? {} : { path }), isCancelled: () => check.stopped })
        .then((result): CheckedDocument => {
          const { severity } = open.found.configuration;
          const checked: CheckedDocument = { uri, version, lines: lineIndexOf(raw), check: result, severity };
          check.done = true;
          const took = Math.round(performance.now() - started);
          const isEdit = latest.get(uri)?.check.corpus === result.corpus;
          if (!isEdit || took >= QUICK_MILLISECONDS)
            note(`${path ?? uri}: ${result.claims.length} claims checked in ${took} ms.`);
          // What is found before the project has settled is not told: it may be taken back a moment later.
          if (checks.get(uri) === check && open.settled) told(uri, checked);
          return checked;
        }),
    };
    // Who waits hears of a failure; without anybody waiting it is nobody's.
    check.result.catch(() => undefined);
    return check;
  }

  function told(uri: string, checked: CheckedDocument): void {
    latest.set(uri, checked);
    onChecked(uri);
    preparing ??= setTimeout(() => void prepareNames(checked.check.corpus), PREPARING_MILLISECONDS).unref();
  }

  /** The first name that no source has would have to wait for this, and it may be the next that is typed. */
  async function prepareNames(corpus: Corpus): Promise<void> {
    preparing = undefined;
    if (corpus.coverage !== 'full' || prepared.has(corpus.documents)) return;
    prepared.add(corpus.documents);
    try {
      await (await corpus.lexicon()).prepare();
    } catch {
      // The index is closed by now; whoever asks for a name hears of other faults.
    }
  }

  /** While it is found out whether the index is up to date, the sources that the check will need are read. */
  function prepare(uri: string, text: TextDocument, open: OpenProject, project: Project): void {
    const check = checks.get(uri);
    if (check && isCurrent(check, text, open)) return;
    if (project.handle.corpus.documents.size === 0) {
      const path = pathOf(uri);
      if (expected.get(uri) === project) return;
      expected.set(uri, project);
      return project.expect({ raw: text.getText(), ...(path === undefined ? {} : { path }) });
    }
    stop(uri);
    checks.set(uri, begin(text, open, project));
  }

  function stop(uri: string): void {
    const check = checks.get(uri);
    if (check && !check.done) check.stopped = true;
  }

  return {
    async of(uri, token, when) {
      for (;;) {
        const text = document(uri);
        if (!text) return { kind: 'none' };
        const open = await projects.of(pathOf(uri));
        if (token.isCancellationRequested) throw new CheckCancelled();
        if (document(uri)?.version !== text.version) continue;
        const refused = refusal(text, open);
        if (refused) {
          forget(uri);
          return refused;
        }
        const project = open!.project!;
        if (when === 'settled' && !open!.settled) {
          prepare(uri, text, open!, project);
          return { kind: 'pending' };
        }
        let check = checks.get(uri);
        if (!check || !isCurrent(check, text, open!) || check.corpus !== project.handle.corpus) {
          stop(uri);
          checks.set(uri, (check = begin(text, open!, project)));
        }
        try {
          const checked = await waitFor(check, token);
          // Sources that changed meanwhile are announced, and lead to another check.
          if (isCurrent(check, document(uri) ?? text, open!)) {
            if (latest.get(uri) !== checked) told(uri, checked);
            return { kind: 'checked', project: open!, document: checked };
          }
        } catch (error) {
          if (token.isCancellationRequested) throw new CheckCancelled();
          const isOvertaken = check.stopped || !projects.all().includes(open!);
          if (checks.get(uri) === check) checks.delete(uri);
          if (!isOvertaken) throw error;
        }
      }
    },
    latest: (uri) => latest.get(uri),
    overtaken: stop,
    forget,
  };

  function forget(uri: string): void {
    stop(uri);
    checks.delete(uri);
    expected.delete(uri);
    if (latest.delete(uri)) onChecked(uri);
  }
}

/** Waits for a check; stops it if this was the last one waiting. */
async function waitFor(check: Check, token: CancellationToken): Promise<CheckedDocument> {
  check.waiting++;
  const leave = token.onCancellationRequested(() => {
    if (check.waiting === 1 && !check.done) check.stopped = true;
  });
  try {
    return await check.result;
  } finally {
    check.waiting--;
    leave.dispose();
  }
}

/** Why a document is not checked; undefined if it can be. */
function refusal(
  text: TextDocument,
  open: OpenProject | undefined,
): Extract<DraftState, { kind: 'none' | 'unchecked' }> | undefined {
  if (!open?.enabled || roleOf(text, open) !== 'draft') return { kind: 'none' };
  if (!open.project) {
    // Where nobody has set anything up, a note on every Markdown file would only be in the way.
    const isSetUp = open.found.file !== undefined && open.problem !== undefined;
    return { kind: 'unchecked', ...(isSetUp ? { message: open.problem } : {}) };
  }
  const length = text.getText().length;
  if (length > MAX_DRAFT_BYTES) {
    const megabytes = (length / 1e6).toFixed(1);
    return {
      kind: 'unchecked',
      message: `This draft has ${megabytes} MB, and drafts are checked up to ${MAX_DRAFT_BYTES / 1e6} MB: split it into several files.`,
    };
  }
  return undefined;
}
