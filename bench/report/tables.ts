import type { Measured } from '../measures/size.ts';
import { byDriver, rowsOf } from './rows.ts';

const NAMES = { node: 'node:sqlite', wasm: 'SQLite in WebAssembly' } as const;

/** The whole run as Markdown: a table for each driver. */
export function tablesOf(result: Measured): string {
  const parts = [`${result.date}, ${result.machine}.`];
  for (const sizes of byDriver(result)) {
    const { driver, node } = sizes[0]!;
    parts.push(`### ${NAMES[driver]} (Node ${node})`);
    const heads = sizes.map(({ documents }) => `${documents.toLocaleString('en')} documents`);
    const rows = rowsOf(sizes, result.inTurns).map(({ title, values, bar, passed }) => [
      title,
      ...values,
      bar,
      passed === undefined ? '' : passed ? '✔' : '✘',
    ]);
    parts.push(table(['measure', ...heads, 'bar', ''], rows));
  }
  return parts.join('\n\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}
