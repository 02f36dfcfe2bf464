import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Unusable } from '../workspace/unusable.ts';

/** Writes a file at once: readers see the old one or the whole new one. Throws {@link Unusable} where that cannot be. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Unusable(`The report could not be written to ${path} (${code}): check the folder and its permissions.`);
  }
}
