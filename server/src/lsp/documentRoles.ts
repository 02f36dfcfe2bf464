import { dirname } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { isDraft } from '../workspace/draftFiles.ts';
import type { OpenProject } from './openProjects.ts';
import { isWithin, pathOf } from './paths.ts';

/** What a document of the editor is to its project. */
export type DocumentRole = 'draft' | 'source' | 'neither';

/**
 * A Markdown document is a draft unless it lies in a folder of sources or the configuration leaves it out; what the
 * configuration calls a draft is one wherever it lies. Other revisions of a file, as an editor's comparison shows, are none.
 */
export function roleOf(
  { uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>,
  { found, root, project }: OpenProject,
): DocumentRole {
  const isMarkdown = languageId === 'markdown';
  const path = pathOf(uri);
  if (path === undefined) return isMarkdown && URI.parse(uri).scheme === 'untitled' ? 'draft' : 'neither';
  const home = found.file === undefined ? root : dirname(found.file);
  const folders = project?.folders ?? [];
  if (isMarkdown && isDraft(path, home, folders, found.configuration)) return 'draft';
  const isExcluded = !isDraft(path, home, [], { ...found.configuration, drafts: [] });
  return !isExcluded && folders.some((folder) => isWithin(path, folder)) ? 'source' : 'neither';
}
