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
  readonly storage: string;
  dispose(): Promise<void>;
}

export async function deskOn(corpus: CorpusFolder): Promise<Desk> {
  const draft = draftText();
  const folder = await makeWorkspace({
    'draft.md': draft,
    'source-check.json': JSON.stringify({ corpus: [corpus.path] }),
  });
  const storage = temporaryFolder();
  return {
    folder,
    draft,
    draftUri: folder.uriOf('draft.md'),
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
