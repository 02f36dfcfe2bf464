import type { Span } from '../../text/offsets.ts';
import type { Block, StructuredText } from '../../text/structuredText.ts';
import type { Steps } from '../../text/turns.ts';

/** A stretch between quotation marks, outermost marks only. Spans are in the clean text. */
export interface QuotedSpan extends Span {
  /** With the marks. */
  readonly outer: Span;
  /** No closing mark: the quotation goes on in the next paragraph, which repeats the opening mark. */
  readonly unclosed: boolean;
  /** Goes on from the quotation that is listed before it. */
  readonly resumes: boolean;
}

type MarkClass = 'double' | 'single' | 'guillemet';

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly character: string;
  readonly type: MarkClass;
  /** What stands on both sides lets it open, or close. A mark may do both. */
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Opened {
  readonly mark: Mark;
  readonly block: number;
}

const MARK = /``|''|[“”„‟"＂«»‹›‘’‚‛'`]/gu;
const SPACE = /\s/u;
const WORD = /[\p{L}\p{N}]/u;
/** What may stand before an opening mark when no space does. */
const BEFORE_OPENING = /[([{—–\-/“”"„«»‹›‘’'‚`:,*_]/u;
const CLASS: Readonly<Record<string, MarkClass>> = {
  '“': 'double', '”': 'double', '„': 'double', '‟': 'double', '"': 'double', '＂': 'double', '``': 'double', "''": 'double',
  '«': 'guillemet', '»': 'guillemet', '‹': 'guillemet', '›': 'guillemet',
  '‘': 'single', '’': 'single', '‚': 'single', '‛': 'single', "'": 'single', '`': 'single',
}; // prettier-ignore
/** Words that are written with an apostrophe in place of their first letters. */
const CLIPPED =
  /^(?:em|cause|til|till|tis|twas|twere|twill|n|bout|cos|coz|cuz|ello|ere|im|er|ave|neath|gainst)(?![\p{L}\p{N}])/iu;
/** `’90s`, and `the class of ’86`. */
const CLIPPED_YEAR = /^\d\d(?!\d)/u;
const YEAR_CONTEXT = /(?:\b(?:of|in|the|since|from|early|mid|late|class|summer|winter|spring|and|to|by)|[–-])\s*$/iu;
/** Longest stretch that single marks may enclose within a paragraph; beyond it an apostrophe was taken for a mark. */
const LONGEST_SINGLE = 3000;

/** So many marks are looked at for the one that closes: quotations hold fewer, and a text full of stray marks stays linear. */
const MOST_MARKS = 400;

/** All outermost quotations of a document, in order. A mark without its partner never reaches beyond its paragraph. */
export function* quotedSpans(document: StructuredText): Steps<QuotedSpan[]> {
  const perBlock: ReturnType<typeof spansOfBlock>[] = [];
  for (const block of document.blocks) {
    yield;
    perBlock.push(spansOfBlock(document.text, block));
  }
  const result: QuotedSpan[] = [];
  let carried: Opened | undefined;
  document.blocks.forEach((block, i) => {
    const { spans, opened, marks } = perBlock[i]!;
    const next = document.blocks[i + 1];
    const goesOn = opened && next && sameFlow(block, next) && resumesIn(document.text, next, perBlock[i + 1]!, opened);
    const resumed = carried !== undefined;
    let rest = spans;
    if (carried && spans[0]?.outer.start !== firstWordAt(document.text, block)) {
      // No repeated opening mark: the paragraph goes on from its start to the closing mark.
      const end = marks[0]!.at;
      result.push({
        start: block.start,
        end,
        outer: { start: block.start, end: end + 1 },
        unclosed: false,
        resumes: true,
      });
      rest = spans.filter((span) => span.start > end);
    }
    for (const span of rest) {
      if (goesOn && span.start > opened.at) continue;
      result.push(resumed && span === spans[0] && rest === spans ? { ...span, resumes: true } : span);
    }
    carried = undefined;
    if (goesOn) {
      const start = opened.at + opened.length;
      const outer = { start: opened.at, end: block.end };
      result.push({ start, end: block.end, outer, unclosed: true, resumes: resumed && spans[0] === undefined });
      carried = { mark: opened, block: i };
    }
  });
  return result;
}

function sameFlow(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.kind !== 'table-row' && a.kind !== 'heading';
}

function firstWordAt(text: string, block: Block): number {
  let at = block.start;
  while (at < block.end && SPACE.test(text[at]!)) at++;
  return at;
}

/** Does the block go on with the quotation that was opened in the block before? */
function resumesIn(text: string, block: Block, found: BlockSpans, opened: Mark): boolean {
  const first = found.marks.find((mark) => mark.type === opened.type);
  if (!first) return false;
  const atStart = first.at === firstWordAt(text, block) && first.opens;
  const repeated = atStart && (first.character === opened.character || first.character === '„');
  const closesOnly = first === found.marks[0] && first.closes && !first.opens && opened.type !== 'single';
  return repeated || closesOnly;
}

interface BlockSpans {
  readonly spans: QuotedSpan[];
  readonly marks: readonly Mark[];
  /** The last opening mark that no mark of the block closes, if no quotation stands behind it but inner ones. */
  readonly opened?: Mark;
}

function spansOfBlock(text: string, block: Block): BlockSpans {
  const marks = marksOf(text, block);
  const spans: QuotedSpan[] = [];
  let opened: Mark | undefined;
  let resumes = false;
  for (let i = 0; i < marks.length;) {
    const mark = marks[i]!;
    if (!mark.opens || isClosingOnly(mark)) {
      i++;
      continue;
    }
    const close = closeOf(marks, i, text);
    if (close === undefined) {
      if (mark.type !== 'single') opened = mark;
      i++;
      continue;
    }
    const closing = marks[close.index]!;
    const start = mark.at + mark.length;
    const end = close.repeated ? trimmedEnd(text, start, closing.at) : closing.at;
    const outerEnd = close.repeated ? end : closing.at + closing.length;
    if (end > start) {
      const outer = { start: mark.at, end: outerEnd };
      spans.push({ start, end, outer, unclosed: close.repeated, resumes });
      if (opened && opened.type === mark.type) opened = undefined;
    }
    resumes = close.repeated;
    i = close.repeated ? close.index : close.index + 1;
  }
  return opened ? { spans, marks, opened } : { spans, marks };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && SPACE.test(text[at - 1]!)) at--;
  return at;
}

/** Marks that never open a quotation in the languages read here, whatever stands around them. */
function isClosingOnly(mark: Mark): boolean {
  return mark.character === '’' || (mark.character === '”' && mark.closes);
}

function marksOf(text: string, block: Block): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(MARK)) {
    const at = block.start + match.index;
    const character = match[0];
    const type = CLASS[character]!;
    const length = character.length;
    const before = at > block.start ? text[at - 1]! : '';
    const after = at + length < block.end ? text[at + length]! : '';
    const afterWord = WORD.test(before);
    const spaceAfter = after === '' || SPACE.test(after);
    const spaceBefore = before === '' || SPACE.test(before);
    if (type === 'single') {
      if (afterWord && WORD.test(after)) continue; // an apostrophe
      const opens = (spaceBefore || BEFORE_OPENING.test(before)) && !spaceAfter && !isClipped(text, at, block.start);
      const closes = !spaceBefore && !WORD.test(after);
      if (opens || closes) marks.push({ at, length, character, type, opens, closes });
    } else {
      // Feet and inches are no quotation: 5'10".
      if (type === 'double' && /\d['’′]\d{1,2}$/u.test(text.slice(Math.max(block.start, at - 5), at))) continue;
      const opens =
        spaceBefore ||
        (!afterWord && BEFORE_OPENING.test(before)) ||
        character === '“' ||
        character === '„' ||
        type === 'guillemet';
      const closes = before !== '' && (!spaceBefore || spaceAfter || character === '”' || type === 'guillemet');
      marks.push({ at, length, character, type, opens, closes });
    }
  }
  return marks;
}

function isClipped(text: string, at: number, from: number): boolean {
  const rest = text.slice(at + 1, at + 10);
  if (CLIPPED.test(rest)) return true;
  if (!CLIPPED_YEAR.test(rest)) return false;
  return rest[2] === 's' || YEAR_CONTEXT.test(text.slice(Math.max(from, at - 12), at));
}

interface Close {
  readonly index: number;
  /** Not a closing mark but the next paragraph's opening one, in a text whose paragraphs were run together. */
  readonly repeated: boolean;
}

function closeOf(marks: readonly Mark[], from: number, text: string): Close | undefined {
  const mark = marks[from]!;
  if (mark.type === 'single') return closeOfSingle(marks, from, text);
  return mark.type === 'guillemet' ? closeOfGuillemet(marks, from) : closeOfDouble(marks, from, text);
}

function closeOfGuillemet(marks: readonly Mark[], from: number): Close | undefined {
  const partner = { '«': '»', '»': '«', '‹': '›', '›': '‹' }[marks[from]!.character];
  let depth = 0;
  for (let i = from; i < marks.length && i - from < MOST_MARKS; i++) {
    if (marks[i]!.character === marks[from]!.character) depth++;
    else if (marks[i]!.character === partner && --depth === 0) return { index: i, repeated: false };
  }
  return undefined;
}

function closeOfDouble(marks: readonly Mark[], from: number, text: string): Close | undefined {
  const opening = marks[from]!;
  const low = opening.character === '„';
  let depth = 1;
  let reopened: number | undefined;
  for (let i = from + 1; i < marks.length && i - from < MOST_MARKS; i++) {
    const mark = marks[i]!;
    if (mark.type !== 'double') continue;
    const curlyOpen = mark.character === '„' || (mark.character === '“' && !low);
    const straight = mark.character === '"' || mark.character === '＂';
    if (curlyOpen || (straight && opensOnly(mark, text))) {
      reopened ??= i;
      if (straight || opening.character === '"') break;
      depth++;
    } else if (mark.closes || mark.character === '”' || mark.character === "''") {
      depth--;
      if (depth === 0) return { index: i, repeated: false };
    }
  }
  // Opened again before it was closed: paragraphs run together, if a sentence ends there; else the mark was a stray one.
  if (reopened === undefined) return undefined;
  const before = text.slice(opening.at, marks[reopened]!.at).trimEnd();
  return /[.!?…]$/u.test(before) ? { index: reopened, repeated: true } : undefined;
}

/** A straight mark with a space before it and none behind. */
function opensOnly(mark: Mark, text: string): boolean {
  return mark.opens && SPACE.test(text[mark.at - 1] ?? ' ') && !SPACE.test(text[mark.at + mark.length] ?? ' ');
}

/**
 * Where single marks close. An apostrophe behind a plural (`the girls’ mother`) looks like a closing mark: it is taken for
 * one only if none that is surely one comes before the next opening mark.
 */
function closeOfSingle(marks: readonly Mark[], from: number, text: string): Close | undefined {
  const opening = marks[from]!;
  let possessive: number | undefined;
  let holdsDouble = false;
  for (let i = from + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.at - opening.at > LONGEST_SINGLE) break;
    if (mark.type !== 'single') {
      if (possessive !== undefined) break;
      const inner = mark.opens ? closeOf(marks, i, text) : undefined;
      if (!inner || inner.repeated) return undefined;
      holdsDouble = true;
      i = inner.index;
      continue;
    }
    if (mark.closes) {
      const before = text[mark.at - 1]!;
      const rest = text.slice(mark.at + mark.length, mark.at + mark.length + 2);
      const likePossessive =
        /[sxzn]/u.test(before) && /^\s[\p{Ll}\p{N}]/u.test(rest) && (before !== 'n' || text[mark.at - 2] === 'i');
      if (!likePossessive) {
        if (holdsDouble && WORD.test(before) && mark.character === "'" && opening.character === "'") return undefined;
        return { index: i, repeated: false };
      }
      possessive ??= i;
    } else if (mark.opens) {
      if (possessive !== undefined) break;
      const before = text.slice(opening.at, mark.at).trimEnd();
      return /[.!?…]["”]?$/u.test(before) ? { index: i, repeated: true } : undefined;
    }
  }
  return holdsDouble || possessive === undefined ? undefined : { index: possessive, repeated: false };
}
