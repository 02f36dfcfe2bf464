import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../measures/size.ts';
import { curveOf } from './curve.ts';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const PICTURE = fileURLToPath(new URL('../../docs/images/scaling.svg', import.meta.url));
const START = '<!-- figures: npm run bench -- --write -->';
const END = '<!-- end of figures -->';

/** Puts the tables and the picture into the documentation. */
export function writePage(result: Measured, tables: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < 0) throw new Error(`${PAGE} has no place for the figures.`);
  writeFileSync(PAGE, `${page.slice(0, start + START.length)}\n\n${tables}\n\n${page.slice(end)}`);
  writeFileSync(PICTURE, curveOf(result));
}
