import type { AnalysedSource, Corpus } from '../corpus/corpus.ts';
import type { NameFormRow, SourceRecord } from '../corpus/corpusIndex.ts';
import type { NameLexicon } from '../corpus/nameLexicon.ts';
import { nameWordsOf } from '../corpus/nameWords.ts';
import { analyse } from '../extract/analysis.ts';
import type { Quantity } from '../extract/mention.ts';
import { fold } from '../text/fold.ts';
import { lineIndexOf, positionAt } from '../text/lines.ts';
import { structureMarkdown } from '../text/markdown.ts';
import { toRawSpan, type Span } from '../text/offsets.ts';
import { tokenise } from '../text/tokens.ts';

/** What the sources say of a name, a figure or a phrase. */
export interface Lookup {
  /** The ways in which sources write the name, most used first; empty if it is none. */
  readonly names: readonly NameFormFound[];
  /** Where no source writes the name so: names that look like it. */
  readonly similar: readonly string[];
  readonly passages: readonly PassageFound[];
}

export interface NameFormFound {
  readonly form: string;
  readonly entityType: NameFormRow['entityType'];
  readonly mentions: number;
  readonly documents: number;
  /** Titles and roles that sources give the bearer, most used first. */
  readonly titles: readonly string[];
  /** The acronym of the name, or what the acronym stands for. */
  readonly standsFor: readonly string[];
}

/** A sentence of a source. Offsets are raw ones of the extracted text. */
export interface PassageFound extends Span {
  readonly record: SourceRecord;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The words asked for, in `text`. */
  readonly focus: Span;
}

const CANDIDATES = 200;
const OCCURRENCES = 200;
const SIMILAR = 5;

/** Looks a text up in the whole corpus; at most `limit` passages, one for each sentence. */
export async function lookUp(text: string, corpus: Corpus, limit: number): Promise<Lookup> {
  const lexicon = await corpus.lexicon();
  const names = await Promise.all(
    formsOf(text, lexicon).map(async ({ form, entityType, mentions, documents }): Promise<NameFormFound> => {
      const occurrences = await lexicon.occurrences(form, OCCURRENCES);
      const said = (key: 'title' | 'role' | 'acronym' | 'expansion') =>
        occurrences.flatMap((occurrence) => occurrence[key] ?? []);
      return {
        form,
        entityType,
        mentions,
        documents,
        titles: mostUsed([...said('title'), ...said('role')]),
        standsFor: mostUsed([...said('acronym'), ...said('expansion')]),
      };
    }),
  );
  const passages = await passagesWith(text, corpus, limit);
  const isNothing = names.length === 0 && passages.length === 0;
  const similar = isNothing ? [...new Set(lexicon.similar(text, SIMILAR).map(({ form }) => form))] : [];
  return { names, similar, passages };
}

const FORMS = 12;

/** The forms that are the name however it is spelt, and longer ones that have all of its words, most used first. */
function formsOf(text: string, lexicon: NameLexicon): readonly NameFormRow[] {
  const [first, ...others] = nameWordsOf(text);
  const longer = first === undefined ? [] : lexicon.withWord(first);
  const whole = longer.filter(({ form }) => {
    const words = new Set(nameWordsOf(form));
    return others.every((word) => words.has(word));
  });
  const all = new Set([...lexicon.exact(fold(text)), ...lexicon.sameLetters(text), ...whole]);
  return [...all].sort((a, b) => b.mentions - a.mentions).slice(0, FORMS);
}

async function passagesWith(text: string, corpus: Corpus, limit: number): Promise<PassageFound[]> {
  const words = tokenise(text).map(({ folded }) => folded);
  if (words.length === 0) return [];
  const asked = quantityOf(text);
  const groups = asked ? [spellingsOf(asked, text)] : words.map((word) => [word]);
  const [candidates = []] = await corpus.index.passages([{ groups, limit: CANDIDATES }]);
  const found: PassageFound[] = [];
  const seen = new Set<string>();
  for (const passage of candidates) {
    const source = await corpus.source(passage.document);
    if (!source) continue;
    for (const focus of asked ? figuresIn(source, passage, asked) : phrasesIn(source, passage, words)) {
      const one = passageAround(source, focus);
      const key = `${passage.document}:${one.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(one);
      if (found.length >= limit) return found;
    }
  }
  return found;
}

/** The quantity that the whole text is, if it is one. */
function quantityOf(text: string): Quantity | undefined {
  const { document, figures } = analyse(structureMarkdown(text));
  const [only] = figures;
  const isAll = only && figures.length === 1 && only.end - only.start >= document.text.trim().length * 0.8;
  return isAll ? only.quantity : undefined;
}

/** How the number may stand in a source; the comparison of the values decides. */
function spellingsOf(quantity: Quantity, text: string): string[] {
  if (quantity.type !== 'number' && quantity.type !== 'duration') return [text];
  const written = /\d[\d.,\s]*\d|\d/u.exec(text)?.[0] ?? text;
  const plain = String(quantity.low);
  return [...new Set([text, written, plain, quantity.low.toLocaleString('en'), quantity.low.toLocaleString('fr')])];
}

function figuresIn({ analysis }: AnalysedSource, within: Span, asked: Quantity): Span[] {
  return analysis.figures.filter(
    ({ start, end, quantity }) => start >= within.start && end <= within.end && isSame(quantity, asked),
  );
}

/** The same value; a unit that was not asked for does not matter. */
function isSame(found: Quantity, asked: Quantity): boolean {
  if (found.type === 'date' && asked.type === 'date') return found.from === asked.from && found.to === asked.to;
  if (found.type === 'score' && asked.type === 'score') return found.values.join() === asked.values.join();
  if ((found.type !== 'number' && found.type !== 'duration') || !('low' in asked)) return false;
  if (asked.unit !== undefined && asked.unit !== found.unit) return false;
  return found.low === asked.low && found.high === asked.high;
}

/** The places where the words stand one behind the other, else those where a sentence has all of them. */
function phrasesIn({ analysis }: AnalysedSource, within: Span, words: readonly string[]): Span[] {
  const tokens = tokenise(analysis.document.text.slice(within.start, within.end), within.start);
  const phrases: Span[] = [];
  for (let at = 0; at + words.length <= tokens.length; at++) {
    if (words.every((word, i) => tokens[at + i]!.folded === word)) {
      phrases.push({ start: tokens[at]!.start, end: tokens[at + words.length - 1]!.end });
    }
  }
  if (phrases.length > 0) return phrases;
  return analysis.sentences.flatMap(({ start, end }) => {
    if (start < within.start || end > within.end) return [];
    const inside = tokens.filter((token) => token.start >= start && token.end <= end);
    if (!words.every((word) => inside.some(({ folded }) => folded === word))) return [];
    const first = inside.find(({ folded }) => folded === words[0])!;
    return [{ start: first.start, end: first.end }];
  });
}

function passageAround({ record, document, analysis }: AnalysedSource, focus: Span): PassageFound {
  const sentence = analysis.sentences.find(({ start, end }) => start <= focus.start && focus.start < end) ?? focus;
  const raw = toRawSpan(document.map, sentence);
  return {
    ...raw,
    record,
    line: positionAt(lineIndexOf(document.raw), toRawSpan(document.map, focus).start).line + 1,
    text: document.text.slice(sentence.start, sentence.end),
    focus: { start: focus.start - sentence.start, end: Math.min(focus.end, sentence.end) - sentence.start },
  };
}

function mostUsed(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
