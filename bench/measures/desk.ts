import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeWorkspace, type WorkspaceFolder } from '../../test/protocol/workspaceFolder.ts';
import type { CorpusFolder } from '../texts/corpusFolder.ts';
import { draftText } from '../texts/draft.ts';

/** A workspace with the draft, whose sources lie elsewhere, and a folder for its index. */
export interface Desk {
  readonly folder: WorkspaceFolder;
  readonly draft: string;
  readonly draftUri: string;
  /** An article as most are, of about 700 words. */
  readonly shortDraft: string;
  readonly shortDraftUri: string;
  readonly storage: string;
  dispose(): Promise<void>;
}

const SHORT = 700;

export async function deskOn(corpus: CorpusFolder): Promise<Desk> {
  const draft = draftText();
  const shortDraft = draftText(SHORT);
  const folder = await makeWorkspace({
    'draft.md': draft,
    'short.md': shortDraft,
    'source-check.json': JSON.stringify({ corpus: [corpus.path] }),
  });
  const storage = temporaryFolder();
  return {
    folder,
    draft,
    draftUri: folder.uriOf('draft.md'),
    shortDraft,
    shortDraftUri: folder.uriOf('short.md'),
    storage: storage.path,
    async dispose() {
      storage.remove();
      await folder.dispose();
    },
  };
}

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'source-check-bench-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
