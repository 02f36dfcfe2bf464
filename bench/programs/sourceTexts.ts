import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Absolute paths of the sources in a folder made for the bench. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => path.join(folder, name));
}
