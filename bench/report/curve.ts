import type { Measured, MeasuredSize } from '../measures/size.ts';
import { byDriver } from './rows.ts';

interface Series {
  readonly title: string;
  readonly colour: string;
  readonly dashed: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 230;
const TOP = 30;
const BOTTOM = 50;

const MEASURES: readonly {
  readonly title: string;
  readonly colour: string;
  readonly of: (size: MeasuredSize) => number;
}[] = [
  { title: 'indexing', colour: '#b3541e', of: ({ indexing }) => indexing.seconds * 1000 },
  { title: 'opening, indexed', colour: '#2c6e49', of: ({ opening }) => opening.firstDiagnostics },
  { title: 'edit, p95', colour: '#1d4e89', of: ({ editing }) => editing.p95 },
  { title: 'altered quote, p50', colour: '#7a3e9d', of: ({ lookups }) => lookups.quote.p50 },
];

/** The scaling curve as an SVG: milliseconds against documents, both in powers of ten. */
export function curveOf(result: Measured): string {
  const series = byDriver(result).flatMap((sizes): Series[] =>
    MEASURES.map(({ title, colour, of }) => ({
      title: `${title} (${sizes[0]!.driver})`,
      colour,
      dashed: sizes[0]!.driver === 'wasm',
      points: sizes.map((size) => ({ x: Math.log10(size.documents), y: Math.log10(of(size)) })),
    })),
  );
  const all = series.flatMap(({ points }) => points);
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const bottom = Math.floor(Math.min(...all.map(({ y }) => y)));
  const top = Math.ceil(Math.max(...all.map(({ y }) => y)));
  const across = (x: number): number => LEFT + ((x - left) / (right - left || 1)) * (WIDTH - LEFT - RIGHT);
  const up = (y: number): number => HEIGHT - BOTTOM - ((y - bottom) / (top - bottom || 1)) * (HEIGHT - TOP - BOTTOM);
  const parts: string[] = [];
  for (let power = bottom; power <= top; power++) {
    parts.push(
      `<line x1="${LEFT}" y1="${at(up(power))}" x2="${WIDTH - RIGHT}" y2="${at(up(power))}" stroke="#ddd"/>`,
      `<text x="${LEFT - 8}" y="${at(up(power) + 4)}" text-anchor="end">${(10 ** power).toLocaleString('en')} ms</text>`,
    );
  }
  for (let power = Math.ceil(left); power <= right + 1e-9; power++) {
    parts.push(
      `<line x1="${at(across(power))}" y1="${TOP}" x2="${at(across(power))}" y2="${HEIGHT - BOTTOM}" stroke="#ddd"/>`,
      `<text x="${at(across(power))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`,
    );
  }
  parts.push(
    `<text x="${at((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 10}" text-anchor="middle">documents of 5 KB</text>`,
  );
  series.forEach(({ title, colour, dashed, points }, i) => {
    const line = `stroke="${colour}" stroke-width="2" fill="none"${dashed ? ' stroke-dasharray="6 4"' : ''}`;
    const places = points.map(({ x, y }) => `${at(across(x))},${at(up(y))}`);
    const y = TOP + 10 + i * 20;
    parts.push(
      `<polyline points="${places.join(' ')}" ${line}/>`,
      ...points.map(({ x, y }) => `<circle cx="${at(across(x))}" cy="${at(up(y))}" r="3" fill="${colour}"/>`),
      `<line x1="${WIDTH - RIGHT + 15}" y1="${y}" x2="${WIDTH - RIGHT + 45}" y2="${y}" ${line}/>`,
      `<text x="${WIDTH - RIGHT + 52}" y="${y + 4}">${title}</text>`,
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function at(value: number): string {
  return value.toFixed(1);
}
