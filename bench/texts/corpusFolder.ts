import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { article } from './article.ts';

/** A folder of sources on disk. */
export interface CorpusFolder {
  /** Absolute. */
  readonly path: string;
  readonly documents: number;
  readonly bytes: number;
}

/** Made texts are kept here from one run to the next. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/source-check-bench', import.meta.url));

const REAL_TEXTS = fileURLToPath(new URL('../../../shared/evaluation/real/corpus', import.meta.url));

/** The first `size` articles of the generator, written if they are not there yet. */
export function generatedCorpus(size: number): CorpusFolder {
  const sample = createHash('sha256');
  for (let i = 0; i < 10; i++) sample.update(article(i * 7).text);
  return written(`articles-${sample.digest('hex').slice(0, 8)}-${size}`, size, (number) => article(number));
}

/** Real texts, the same ones again and again; undefined where they are not beside the project. */
export function repeatedTexts(size: number): CorpusFolder | undefined {
  if (!existsSync(REAL_TEXTS)) return undefined;
  const names = readdirSync(REAL_TEXTS).sort();
  const texts = names.map((name) => readFileSync(path.join(REAL_TEXTS, name), 'utf8'));
  return written(`repeated-${names.length}-${size}`, size, (number) => ({
    path: `${Math.floor(number / names.length)}/${names[number % names.length]!}`,
    text: texts[number % names.length]!,
  }));
}

function written(
  name: string,
  size: number,
  document: (number: number) => { readonly path: string; readonly text: string },
): CorpusFolder {
  const folder = path.join(CACHE, name);
  const note = `${folder}.json`;
  if (!existsSync(note)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    let bytes = 0;
    for (let number = 0; number < size; number++) {
      const { path: relative, text } = document(number);
      const file = path.join(unfinished, relative);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      bytes += Buffer.byteLength(text);
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
    writeFileSync(note, JSON.stringify({ documents: size, bytes }));
  }
  return { path: folder, ...(JSON.parse(readFileSync(note, 'utf8')) as { documents: number; bytes: number }) };
}
