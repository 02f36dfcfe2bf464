import type { Measured, MeasuredSize } from '../measures/size.ts';
import type { EditsInTurns } from '../measures/turns.ts';

/** One line of the table of a driver: a value for each size, and what it must be. */
export interface Row {
  readonly title: string;
  readonly values: readonly string[];
  readonly bar: string;
  /** Undefined where there is no bar, or nothing to hold against it. */
  readonly passed: boolean | undefined;
}

/** The bars for time hold up to this size; above it only memory has one. */
const JUDGED = 10_000;

/** Do the bars for time hold at this size? */
export function isJudged(documents: number): boolean {
  return documents <= JUDGED;
}

/** All lines of one driver, whose sizes go up. */
export function rowsOf(sizes: readonly MeasuredSize[], inTurns: readonly EditsInTurns[]): Row[] {
  const judged = sizes.filter(({ documents }) => isJudged(documents));
  const largest = judged.at(-1) ?? sizes.at(-1)!;
  const { driver } = largest;
  const opens = driver === 'node' ? 1000 : 2000;
  const slope = (of: (size: MeasuredSize) => number | undefined) => exponentOf(sizes, of);
  const turns = inTurns.filter((one) => one.driver === driver).sort((a, b) => a.documents - b.documents);
  const [few, many] = [turns[0], turns.at(-1)];
  const last = (values: readonly string[]): string[] => [...sizes.slice(1).map(() => ''), ...values];
  const row = (title: string, of: (size: MeasuredSize) => string, bar = '', passed?: boolean): Row => ({
    title,
    values: sizes.map(of),
    bar,
    passed,
  });
  const memory = (title: string, of: (size: MeasuredSize) => number | undefined): Row =>
    row(
      title,
      (size) => number(of(size)),
      '< 300; < 600 at 100,000',
      sizes.every((size) => (of(size) ?? 0) < (isJudged(size.documents) ? 300 : 600)),
    );
  const growth = (title: string, exponent: number | undefined, most: number): Row => ({
    title,
    values: last([number(exponent)]),
    bar: `≤ ${most}`,
    passed: exponent === undefined ? undefined : exponent <= most,
  });
  // What is not measured, and times of larger sizes, are held against nothing.
  const holds = (passed: boolean): boolean | undefined => (isJudged(largest.documents) ? passed : undefined);
  const flatness = few && many && few !== many ? many.p95 / few.p95 : undefined;
  return [
    row('text, MB', ({ bytes }) => number(bytes / 1e6)),
    row('floor, MB/s', (size) => number(size.bytes / 1e6 / size.floor.seconds)),
    row('indexing, MB/s', (size) => number(size.bytes / 1e6 / size.indexing.seconds)),
    row(
      'indexing, share of the floor',
      ({ throughput }) => number(throughput.byClock),
      '≥ 0.3',
      largest.throughput.byClock >= 0.3,
    ),
    row('the same by processor time', ({ throughput }) => number(throughput.byProcessor)),
    row('the same on repeated real texts, by the clock', ({ realTexts }) => number(realTexts?.byClock)),
    row('indexing, s', ({ indexing }) => number(indexing.seconds)),
    row('MiniSearch, s', ({ minisearch }) => number(minisearch.seconds)),
    row('FlexSearch, s', ({ flexsearch }) => number(flexsearch.seconds)),
    row(
      'indexing, most memory, MB',
      ({ indexing }) => number(indexing.megabytes),
      'below both',
      holds(largest.indexing.megabytes < Math.min(largest.minisearch.megabytes, largest.flexsearch.megabytes)),
    ),
    row('MiniSearch, most memory, MB', ({ minisearch }) => number(minisearch.megabytes)),
    row('FlexSearch, most memory, MB', ({ flexsearch }) => number(flexsearch.megabytes)),
    row('longest pause of the answering thread while indexing, ms', ({ indexing }) => number(indexing.longestPause)),
    row(
      'index size ÷ text',
      indexRatio,
      '< 1.5',
      sizes.every((size) => Number(indexRatio(size)) < 1.5),
    ),
    row(
      'altered quote, from words to verdict, p50, ms',
      ({ lookups }) => number(lookups.quote.p50),
      'below ripgrep',
      largest.ripgrep === undefined ? undefined : largest.lookups.quote.p50 < largest.ripgrep,
    ),
    row('ripgrep on the exact quote, p50, ms', ({ ripgrep }) =>
      ripgrep === undefined ? 'not measured' : number(ripgrep),
    ),
    ...(['quote', 'figure', 'name'] as const).flatMap((kind) => [
      row(
        `${kind}: look-up in the index p50 / p99, verdict p50 / p99, ms`,
        ({ lookups: { [kind]: times } }) =>
          `${number(times.indexP50)} / ${number(times.indexP99)}, ${number(times.p50)} / ${number(times.p99)}`,
      ),
      row(`${kind}: rows read p50 / p99; sources opened`, ({ lookups: { [kind]: times } }) =>
        [times.rowsP50, times.rowsP99, times.sources].map(number).join(' / '),
      ),
    ]),
    row('first name after a start, ms', ({ lookups }) => number(lookups.firstName)),
    row(`draft of 5,000 words (${largest.editing.claims} claims): first check, ms`, ({ editing }) =>
      number(editing.firstCheck),
    ),
    row('edit → diagnostics, p50, ms', ({ editing }) => number(editing.p50)),
    row(
      'edit → diagnostics, p95, ms',
      ({ editing }) => number(editing.p95),
      '< 50',
      holds(judged.every(({ editing }) => editing.p95 < 50)),
    ),
    row('edit → diagnostics, p99, ms', ({ editing }) => number(editing.p99)),
    row('edit, processor time, ms', ({ editing }) => number(editing.cpu)),
    {
      title: many ? `p95 at ${many.documents.toLocaleString('en')} ÷ at ${few!.documents}, in turns` : 'p95 in turns',
      values: last([number(flatness)]),
      bar: '≤ 1.5',
      passed: flatness === undefined ? undefined : flatness <= 1.5,
    },
    row(
      'start of an indexed corpus → correct diagnostics of 700 words, ms',
      ({ opening }) => number(opening.firstDiagnostics),
      `< ${opens}`,
      holds(largest.opening.firstDiagnostics < opens),
    ),
    row('sources read for that', ({ opening }) => number(opening.filesRead)),
    row(
      'start → `initialize` answered, ms',
      ({ opening }) => number(opening.initialize),
      '< 150',
      sizes.every(({ opening }) => opening.initialize < 150),
    ),
    memory('server, most memory (indexing, first check, edits), MB', ({ editing }) => editing.peak),
    memory('server, most memory, draft of 5,000 words opened at the start, MB', ({ opening }) => opening.longDraftPeak),
    memory(
      'server, most memory, that draft open while sources are first indexed, MB',
      ({ opening }) => opening.firstIndexPeak,
    ),
    growth(
      'growth of indexing (processor time)',
      slope(({ indexing }) => indexing.cpuSeconds),
      1.1,
    ),
    growth(
      'growth of index size',
      slope(({ indexing }) => indexing.indexBytes),
      1.1,
    ),
    growth(
      'growth of an edit (processor time), in turns',
      exponentOf(turns, ({ cpu }) => cpu),
      0.1,
    ),
  ];
}

/** The measured sizes of each driver, in order. */
export function byDriver({ measured }: Measured): readonly (readonly MeasuredSize[])[] {
  const drivers = new Set(measured.map(({ driver }) => driver));
  return [...drivers].map((driver) =>
    measured.filter((one) => one.driver === driver).sort((a, b) => a.documents - b.documents),
  );
}

/** Slope of the line through the points in logarithms: 1 where the value grows as the corpus does, 0 where it is flat. */
function exponentOf<Size extends { readonly documents: number }>(
  sizes: readonly Size[],
  of: (size: Size) => number | undefined,
): number | undefined {
  const points = sizes.flatMap((size) => {
    const value = of(size);
    return value ? [{ x: Math.log(size.documents), y: Math.log(value) }] : [];
  });
  if (points.length < 2) return undefined;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
}

function indexRatio({ indexing, bytes }: MeasuredSize): string {
  return number(indexing.indexBytes / bytes);
}

/** With as many digits as tell something. */
function number(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  return size >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(size >= 10 ? 1 : 2);
}
