import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { TextSpan } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';

interface Turn extends Span {
  readonly speaker: TextSpan;
}

const TURNS = new WeakMap<AnalysedSource, readonly Turn[]>();
/** So many labelled paragraphs make a transcript. */
const LEAST_TURNS = 3;

/** Whose turn it is in a transcript: paragraphs that begin with a name and a colon. */
export function turnAt(source: AnalysedSource, { start }: Span): TextSpan | undefined {
  let turns = TURNS.get(source);
  if (!turns) {
    turns = turnsOf(source);
    TURNS.set(source, turns);
  }
  return turns.find((turn) => turn.start <= start && start < turn.end)?.speaker;
}

const LONGEST_LABEL = 130;
/** `Name:`, `NAME (title):`, `Name, title:` */
const TURN_LABEL = /^(\p{Lu}[\p{L}.'’ -]{1,48}?)\s*(?:\([^()\n:]{2,60}\)|, [^:.!?\n“”"]{2,70})?\s*:\s/u;

function turnsOf({ document: { text, blocks }, analysis }: AnalysedSource): Turn[] {
  const turns: Turn[] = [];
  let open: { start: number; speaker: TextSpan } | undefined;
  const names = new Set(analysis.names.map((name) => fold(name.text)));
  const labels = new Map<string, number>();
  for (const block of blocks) {
    const label =
      block.kind === 'paragraph' ? TURN_LABEL.exec(text.slice(block.start, block.start + LONGEST_LABEL)) : null;
    const key = label ? fold(label[1]!) : '';
    const named =
      label !== null &&
      (names.has(key) || label[1] === label[1]!.toUpperCase() || [...names].some((name) => key.endsWith(` ${name}`)));
    if (!named && block.kind !== 'heading') continue;
    if (open) turns.push({ ...open, end: block.start });
    open = undefined;
    if (!label || !named) continue;
    labels.set(key, (labels.get(key) ?? 0) + 1);
    const speaker = { start: block.start, end: block.start + label[1]!.length, text: label[1]! };
    open = { start: block.start + label[0].length, speaker };
  }
  if (open) turns.push({ ...open, end: text.length });
  const count = [...labels.values()].reduce((sum, n) => sum + n, 0);
  return count >= LEAST_TURNS && labels.size > 1 && labels.size < count ? turns : [];
}
