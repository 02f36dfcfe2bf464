import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../measures/size.ts';
import { curveOf } from './curve.ts';
import { isJudged } from './rows.ts';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const PICTURE = fileURLToPath(new URL('../../docs/images/scaling.svg', import.meta.url));
const END = '<!-- end of figures -->';

/** Puts the tables and the picture into the documentation; the tables of large sizes alone into a place of their own. */
export function writePage(result: Measured, tables: string): void {
  const isLarge = result.measured.every(({ documents }) => !isJudged(documents));
  const mark = `<!-- figures: npm run bench -- ${isLarge ? '--sizes 100000 --repetitions 1 ' : ''}--write -->`;
  const page = readFileSync(PAGE, 'utf8');
  const start = page.indexOf(mark);
  const end = page.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`${PAGE} has no place for the figures.`);
  writeFileSync(PAGE, `${page.slice(0, start + mark.length)}\n\n${tables}\n\n${page.slice(end)}`);
  if (!isLarge) writeFileSync(PICTURE, curveOf(result));
}
