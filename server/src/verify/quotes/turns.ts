import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameMention, TextSpan } from '../../extract/mention.ts';
import { isRoleNoun } from '../../extract/quotes/reportingCues.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';
import type { Block } from '../../text/structuredText.ts';
import { atOnce, type Steps } from '../../text/turns.ts';

interface Turn extends Span {
  readonly speaker: TextSpan;
}

const TURNS = new WeakMap<AnalysedSource, readonly Turn[]>();
/** So many labelled paragraphs make a transcript. */
const LEAST_TURNS = 3;

/** Whose turn it is in a transcript: paragraphs that begin with a name and a colon, or stand below one. */
export function turnAt(source: AnalysedSource, at: number): TextSpan | undefined {
  const turns = atOnce(turnSteps(source));
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low];
  return turn && turn.start <= at ? turn.speaker : undefined;
}

/** Reads the turns of a source, paragraph by paragraph; once. */
export function* turnSteps(source: AnalysedSource): Steps<readonly Turn[]> {
  const known = TURNS.get(source);
  if (known) return known;
  const turns = yield* turnsOf(source);
  TURNS.set(source, turns);
  return turns;
}

const LONGEST_LABEL = 130;
/** `Name:`, `NAME (title):`, `Name, title:`; a paper may ask by its letters, `M&S:`. */
const TURN_LABEL =
  /^(\p{Lu}(?:[\p{L}.'’ -]{1,48}?|&\p{Lu}{1,3}))\s*(?:\([^()\n:]{2,60}\)|, [^:.!?\n“”"]{2,70})?\s*:\s/u;
/** A line of its own above what is said: `Name -- Title`, or `Analyst: Name, Firm`. */
const DASH_HEAD = /^(\p{Lu}[\p{L}.'’ -]{1,48}?) (?:--|–|—) (?=\p{L})[^.:!?\n“”"]{2,80}$/u;
const ROLE_HEAD = /^(\p{Lu}\p{Ll}+): (\p{Lu}[\p{L}.'’ -]{1,48}?)(?:, [^.:!?\n“”"]{2,80})?$/u;
const SENTENCE_END = /[.?!]$/u;
/** Those who write or print a text do not speak in it. */
const NO_SPEAKER = /^(?:author|editor|photographer|writer|publisher|producer|illustrator|translator)$/u;

/** How a transcript marks its turns: by a label before the words, or by a line above them. */
interface Label {
  /** Who speaks; clean coordinates of the source. */
  readonly speaker: TextSpan;
  /** Where the words begin. */
  readonly start: number;
  /** Several words in capitals: nothing but a label looks so. */
  readonly marked: boolean;
}

function* turnsOf({ document: { text, blocks }, analysis }: AnalysedSource): Steps<Turn[]> {
  const turns: Turn[] = [];
  let open: { start: number; speaker: TextSpan } | undefined;
  const names = yield* namesOf(analysis.names);
  const starts = new Set(analysis.names.map((name) => name.start));
  const labels = new Map<string, number>();
  const strangers = yield* repeatedLabels(text, blocks);
  let marked = true;
  for (const block of blocks) {
    yield;
    const label = labelOf(text, block, names, starts);
    // `Radio Coast:` asks, and is no name that the text has elsewhere: its words are nobody's.
    const stranger = !label && strangers.has(wordsBeforeColon(text, block) ?? '');
    if (!label && !stranger && (block.kind !== 'heading' || SENTENCE_END.test(text.slice(block.start, block.end))))
      continue;
    if (open) turns.push({ ...open, end: block.start });
    open = undefined;
    if (!label) continue;
    const key = fold(label.speaker.text);
    labels.set(key, (labels.get(key) ?? 0) + 1);
    marked &&= label.marked;
    open = { start: label.start, speaker: label.speaker };
  }
  if (open) turns.push({ ...open, end: text.length });
  const count = [...labels.values()].reduce((sum, n) => sum + n, 0);
  // A name before a colon may lead a list; where everybody has a turn of their own, the labels must look like labels.
  // One who is named may answer one who is not.
  const answered = [...strangers].some(([label, times]) => !labels.has(label) && times + count > LEAST_TURNS);
  if (answered && count > 1 && labels.size < count) return turns;
  return count >= LEAST_TURNS && labels.size > 1 && (labels.size < count || marked) ? turns : [];
}

function labelOf(
  text: string,
  { kind, start, end }: Block,
  names: FoldedNames,
  starts: ReadonlySet<number>,
): Label | undefined {
  if (kind !== 'paragraph' && kind !== 'heading') return undefined;
  const line = text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const spanned = (from: number, name: string): TextSpan => ({ start: from, end: from + name.length, text: name });
  if (line.length === end - start) {
    const dashed = DASH_HEAD.exec(line)?.[1];
    if (dashed && starts.has(start)) return { speaker: spanned(start, dashed), start: end, marked: false };
    const [, role, name] = ROLE_HEAD.exec(line) ?? [];
    const from = start + (role ?? '').length + ': '.length;
    if (role && name && isSpeakerNoun(role.toLowerCase()) && starts.has(from))
      return { speaker: spanned(from, name), start: end, marked: false };
  }
  const label = kind === 'paragraph' || SENTENCE_END.test(line) ? TURN_LABEL.exec(line) : null;
  if (!label) return undefined;
  const name = label[1]!;
  const key = fold(name);
  const shouted = name === name.toUpperCase();
  if (!shouted && !names.whole.has(key) && !names.ends.has(key) && !endsOf(key).some((end) => names.whole.has(end)))
    return undefined;
  return { speaker: spanned(start, name), start: start + label[0].length, marked: shouted && / /u.test(name) };
}

/** The names of a source, folded. */
interface FoldedNames {
  readonly whole: ReadonlySet<string>;
  /** What they end with, from a word on that is not their first. */
  readonly ends: ReadonlySet<string>;
}

function* namesOf(mentions: readonly NameMention[]): Steps<FoldedNames> {
  const whole = new Set<string>();
  const ends = new Set<string>();
  for (const { text } of mentions) {
    yield;
    const name = fold(text);
    if (whole.has(name)) continue;
    whole.add(name);
    for (const end of endsOf(name)) ends.add(end);
  }
  return { whole, ends };
}

function endsOf(name: string): string[] {
  const ends: string[] = [];
  for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) ends.push(name.slice(at + 1));
  return ends;
}

/** What stands more than once before a colon as a label does, and how often. */
function* repeatedLabels(text: string, blocks: readonly Block[]): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    yield;
    const label = wordsBeforeColon(text, block);
    if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}

function wordsBeforeColon(text: string, { kind, start, end }: Block): string | undefined {
  if (kind !== 'paragraph') return undefined;
  const label = TURN_LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
  return label ? fold(label[1]!) : undefined;
}

function isSpeakerNoun(lower: string): boolean {
  return isRoleNoun(lower) && !NO_SPEAKER.test(lower);
}
