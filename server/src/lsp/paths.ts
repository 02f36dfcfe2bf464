import { isAbsolute, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';

/** The path of a file's URI; undefined for what is no file (an unsaved document, another revision). */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** Is `path` the folder itself or anywhere in it? */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
