import { stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { CancellationToken } from 'vscode-languageserver';
import type { CheckedDocument } from '../features/checkedDocument.ts';
import { lineIndexOf } from '../text/lines.ts';
import { findDrafts } from '../workspace/draftFiles.ts';
import { loadDraft } from '../workspace/draftText.ts';
import { Unusable } from '../workspace/unusable.ts';
import { roleOf } from './documentRoles.ts';
import type { DraftChecks } from './draftChecks.ts';
import type { OpenProject } from './openProjects.ts';
import { pathOf } from './paths.ts';

/** Files that are looked into for references, a project. */
const MOST_FILES = 300;

export interface ProjectDraftServices {
  readonly checks: DraftChecks;
  /** URIs of all open documents. */
  readonly open: () => readonly string[];
  readonly log: (message: string) => void;
}

/** All drafts of a project, checked: the open ones as they are in the editor, the others from their files. */
export type ProjectDrafts = (project: OpenProject, token: CancellationToken) => AsyncIterable<CheckedDocument>;

/** Checks of files are kept until the file or the sources change. */
export function createProjectDrafts({ checks, open, log }: ProjectDraftServices): ProjectDrafts {
  const kept = new Map<
    string,
    { readonly modified: number; readonly corpus: unknown; readonly document: CheckedDocument }
  >();

  async function fromFile(path: string, { project, found }: OpenProject): Promise<CheckedDocument | undefined> {
    if (!project) return undefined;
    const { mtimeMs: modified } = await stat(path);
    const { corpus } = project.handle;
    const known = kept.get(path);
    if (known?.modified === modified && known.corpus === corpus) return known.document;
    const { raw } = await loadDraft(path, path);
    const check = await project.check({ path, raw });
    const document: CheckedDocument = {
      uri: URI.file(path).toString(),
      version: null,
      lines: lineIndexOf(raw),
      check,
      severity: found.configuration.severity,
    };
    if (kept.size >= MOST_FILES) kept.clear();
    kept.set(path, { modified, corpus, document });
    return document;
  }

  return async function* drafts(project, token) {
    const seen = new Set<string>();
    for (const uri of open()) {
      const path = pathOf(uri);
      const state = await checks.of(uri, token);
      if (state.kind === 'none') continue;
      if (path !== undefined) seen.add(path);
      if (state.kind === 'checked' && state.project === project) yield state.document;
    }
    for (const path of await filesOf(project)) {
      if (token.isCancellationRequested) return;
      if (seen.has(path)) continue;
      try {
        const document = await fromFile(path, project);
        if (document) yield document;
      } catch (error) {
        // One file that cannot be read, or is gone again, does not hide what the others have.
        log(`${path} was left out: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
}

async function filesOf(project: OpenProject): Promise<string[]> {
  const globs = project.found.configuration.drafts ?? [];
  try {
    const files = await findDrafts(globs.length > 0 ? globs : ['.'], project.root);
    return files
      .map(({ path }) => path)
      .filter((path) => roleOf({ uri: URI.file(path).toString(), languageId: 'markdown' }, project) === 'draft')
      .slice(0, MOST_FILES);
  } catch (error) {
    if (error instanceof Unusable) return [];
    throw error;
  }
}
