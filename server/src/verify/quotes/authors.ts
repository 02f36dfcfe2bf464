import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { TextSpan } from '../../extract/mention.ts';
import { cueOf } from '../../extract/quotes/reportingCues.ts';
import { sentenceBefore } from '../../extract/quotes/sentencePlaces.ts';
import { blockAt } from '../../text/structuredText.ts';
import { sourceSpan, type Alignment } from './alignment.ts';

/** So many of a text's first blocks may hold its byline. */
const HEAD_BLOCKS = 6;
/** Pattern of a first name and a surname. */
export const FULL_NAME = "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|da|van|von|der|den|la|al|bin)){1,3}";
const BYLINE = new RegExp(`^By (${FULL_NAME})(?:, .*)?$`, 'u');
const LONGEST_BYLINE = 80;
/** Fewer words may be anybody's. */
const LEAST_WORDS = 8;

/** A line behind a text, below which its author is told of. */
const ABOUT = /^about the (?:author|writer)s?:?$/iu;

/** The person below `About the author`, and where the text that they wrote ends. */
export interface ToldAuthor {
  readonly name: TextSpan;
  readonly end: number;
}

const TOLD = new WeakMap<AnalysedSource, ToldAuthor | null>();

/** Who wrote the text before `About the author`, if that tells of one person. */
export function toldAuthorOf(source: AnalysedSource): ToldAuthor | undefined {
  let told = TOLD.get(source);
  if (told === undefined) TOLD.set(source, (told = readToldAuthor(source) ?? null));
  return told ?? undefined;
}

function readToldAuthor({ document: { text, blocks }, analysis: { names } }: AnalysedSource): ToldAuthor | undefined {
  const at = blocks.findIndex(({ start, end }) => ABOUT.test(text.slice(start, end).replace(/[*_]/gu, '').trim()));
  const [head, line] = at < 0 ? [] : [blocks[at], blocks[at + 1]];
  if (!head || !line) return undefined;
  const name = names.find(({ start, end }) => start >= line.start && end <= line.end);
  const leads = name?.entityType === 'person' && !/\p{Ll}{3}/u.test(text.slice(line.start, name.start));
  return leads ? { name: { start: name.start, end: name.end, text: name.text }, end: head.start } : undefined;
}

const AUTHORS = new WeakMap<AnalysedSource, TextSpan | null>();

/**
 * The author of words that stand as sentences of their own in a signed text which puts the words of others into quotation
 * marks; undefined where somebody's thoughts may be told, or the text is an interview.
 */
export function authorOf(alignment: Alignment): TextSpan | undefined {
  const { from, to } = alignment;
  const { source } = alignment.source;
  if (to - from + 1 < LEAST_WORDS) return undefined;
  const author = bylineOf(source);
  if (!author) return undefined;
  const { text, blocks } = source.document;
  const { start, end } = sourceSpan(alignment);
  const block = blockAt(blocks, start);
  if (!block || end > block.end) return undefined;
  const lead = text.slice(block.start, start).trimEnd();
  const whole = (lead === '' || /[.!?]$/u.test(lead)) && /^[.!?]/u.test(text.slice(end, block.end).trimStart() || '.');
  if (!whole) return undefined;
  const before = sentenceBefore(source.analysis.sentences, start);
  const near = text.slice(before && before.start >= block.start ? before.start : start, end);
  // `X argued on. The bank was late.` tells what X said.
  return near.split(/[^\p{L}]+/u).some(reports) ? undefined : author;
}

function reports(word: string): boolean {
  const cue = cueOf(word.toLowerCase());
  return cue !== undefined && cue.strong && cue.base !== 'tell' && (cue.form === 'past' || cue.form === 'present');
}

function bylineOf(source: AnalysedSource): TextSpan | undefined {
  let author = AUTHORS.get(source);
  if (author === undefined) {
    author = readByline(source) ?? null;
    AUTHORS.set(source, author);
  }
  return author ?? undefined;
}

function readByline({ document: { text, blocks }, analysis: { names, quotes } }: AnalysedSource): TextSpan | undefined {
  if (!quotes.some(({ attribution }) => attribution && !attribution.inferred)) return undefined;
  const lines = blocks.slice(0, HEAD_BLOCKS).filter(({ start, end }) => end - start < LONGEST_BYLINE);
  const line = lines.find(({ start, end }) => BYLINE.test(text.slice(start, end)));
  if (!line || /\b(?:told to|interview(?:ed)?)\b/iu.test(text.slice(0, line.end))) return undefined;
  const start = line.start + 'By '.length;
  const type = names.find((name) => name.start === start)?.entityType;
  if (type !== 'person' && type !== 'unknown') return undefined;
  const author = BYLINE.exec(text.slice(line.start, line.end))![1]!;
  return { start, end: start + author.length, text: author };
}
