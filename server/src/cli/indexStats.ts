import { indexStats, type IndexStats } from '../corpus/indexStats.ts';
import type { CorpusHandle } from '../corpus/corpusHandle.ts';

/** The index of a corpus in numbers, for people or for programs. */
export async function indexStatsText(handle: CorpusHandle, format: 'pretty' | 'json'): Promise<string> {
  const stats = await indexStats(handle);
  return format === 'json' ? `${JSON.stringify({ version: 1, index: stats }, undefined, 1)}\n` : asLines(stats);
}

const DRIVERS = { node: 'node:sqlite', wasm: 'SQLite in WebAssembly', memory: 'memory, until the program ends' };

function asLines(stats: IndexStats): string {
  const { documents, withoutText, passages, names, words, textBytes, indexBytes, driver, schema, updated, file } =
    stats;
  const share = textBytes > 0 ? ` (${Math.round((100 * indexBytes) / textBytes)}% of the text)` : '';
  const rows: [string, string][] = [
    ['documents', `${count(documents)}${withoutText > 0 ? `, and ${count(withoutText)} without text` : ''}`],
    ['passages', count(passages)],
    ['names', count(names)],
    ['words', count(words)],
    ['text', bytes(textBytes)],
    ['index', file === null ? 'not on disk' : `${bytes(indexBytes)}${share}`],
    ['held by', DRIVERS[driver]],
    ['schema', String(schema)],
    ['updated', updated === null ? 'now' : `${updated.slice(0, 19).replace('T', ' ')} UTC`],
    ...(file === null ? [] : [['file', file] satisfies [string, string]]),
    [
      'problems',
      stats.problems.length === 0 ? 'none' : stats.problems.map(({ message }) => message).join('\n          '),
    ],
  ];
  return `${rows.map(([title, value]) => `${title.padEnd(9)} ${value}`).join('\n')}\n`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function bytes(number: number): string {
  return number < 1e6 ? `${count(Math.round(number / 1000))} kB` : `${(number / 1e6).toFixed(1)} MB`;
}
