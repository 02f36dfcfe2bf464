import { dirname, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
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
  project: OpenProject,
): DocumentRole {
  const isMarkdown = languageId === 'markdown';
  const path = pathOf(uri);
  if (path === undefined) return isMarkdown && URI.parse(uri).scheme === 'untitled' ? 'draft' : 'neither';
  const { configuration, file } = project.found;
  const home = file === undefined ? project.root : dirname(file);
  const way = relative(home, path).split(sep).join('/');
  const isOneOf = (globs: readonly string[]): boolean =>
    globs.length > 0 &&
    picomatch.isMatch(
      way,
      globs.map((glob) => glob.replace(/^\.\//u, '')),
      { dot: true },
    );
  if (isOneOf(configuration.exclude)) return 'neither';
  if (isMarkdown && isOneOf(configuration.drafts ?? [])) return 'draft';
  if (project.project?.folders.some((folder) => isWithin(path, folder))) return 'source';
  return isMarkdown ? 'draft' : 'neither';
}
