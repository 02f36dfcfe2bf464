import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realpathSync } from 'node:fs';

/** A folder of files made for one test. */
export interface WorkspaceFolder {
  readonly path: string;
  readonly uri: string;
  /** The URI of a file in it, whether it exists or not. */
  uriOf(name: string): string;
  write(name: string, text: string | Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  dispose(): Promise<void>;
}

/** Makes a folder outside the project with the given files. */
export async function makeWorkspace(files: Readonly<Record<string, string>>): Promise<WorkspaceFolder> {
  const path = realpathSync(await mkdtemp(join(tmpdir(), 'source-check-')));
  const folder: WorkspaceFolder = {
    path,
    uri: pathToFileURL(path).toString(),
    uriOf: (name) => pathToFileURL(join(path, name)).toString(),
    async write(name, text) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
    },
    remove: (name) => rm(join(path, name), { recursive: true }),
    dispose: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  };
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  return folder;
}
