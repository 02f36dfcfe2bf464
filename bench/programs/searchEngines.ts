import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { readFileSync } from 'node:fs';
import { sourceFiles } from './sourceTexts.ts';
import { peakMegabytes, startClocks, type Usage } from './usage.ts';

/** An index of the same texts by a library that holds it in memory, as its documentation begins. */
export function measureSearchEngine(
  folder: string,
  engine: 'minisearch' | 'flexsearch',
): Usage & { megabytes: number } {
  const read = startClocks();
  const files = sourceFiles(folder);
  const add = engine === 'minisearch' ? minisearch() : flexsearch();
  files.forEach((file, id) => add(id, readFileSync(file, 'utf8')));
  return { ...read(), megabytes: peakMegabytes()! };
}

function minisearch(): (id: number, text: string) => void {
  const index = new MiniSearch({ fields: ['text'] });
  return (id, text) => index.add({ id, text });
}

function flexsearch(): (id: number, text: string) => void {
  const index = new Index();
  return (id, text) => void index.add(id, text);
}
