import type { Span } from '../text/offsets.ts';

// What the extractors find, in sources (mentions) and in drafts (claims) alike. Spans are in the clean text.

export type EntityType = 'person' | 'organisation' | 'place' | 'work' | 'unknown';

/** A proper name at one place of a text, without title, article and possessive. */
export interface NameMention extends Span {
  readonly kind: 'name';
  /** As it stands in the text. */
  readonly text: string;
  readonly entityType: EntityType;
  /** Title or role directly before the name: `Lt. Gen.`, `Foreign Minister`. */
  readonly title?: TextSpan;
  /** Role in apposition or of a copula: `X, the army chief`, `X was defence minister`. */
  readonly role?: TextSpan;
  /** The acronym that stands in brackets behind the name; it is a mention of its own too. */
  readonly acronym?: TextSpan;
  /** On the mention of an acronym that stands in brackets: the name it was introduced for. */
  readonly expansion?: TextSpan;
  /**
   * A word of nationality, ethnicity or religion, or another capitalised word that is no name by the conventions. Such
   * mentions are no claims; they serve the comparison of contexts and the detection of misspellings.
   */
  readonly demonym?: true;
}

/** A stretch of a text together with its words. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** A number, amount, share, rank, date or duration at one place of a text: with its sign, magnitude and unit, no hedge. */
export interface FigureMention extends Span {
  readonly kind: 'figure';
  readonly text: string;
  readonly quantity: Quantity;
  /** The hedge that stands before or behind (`about`, `more than`, `or so`), or is shared with the figure before. */
  readonly hedge?: Hedge;
  /** A change of direction said of it: `a 45% increase` is `up`. */
  readonly direction?: 'up' | 'down';
  /** Weekday by itself and the like: no claim by the conventions, yet an alarm if the sources say another. */
  readonly weak?: true;
}

export type HedgeKind = 'about' | 'more-than' | 'at-least' | 'less-than' | 'at-most' | 'nearly';

export interface Hedge extends TextSpan {
  readonly kind: HedgeKind;
}

/** What a figure says, free of how it is written. */
export type Quantity = NumberQuantity | DateQuantity | DurationQuantity | ScoreQuantity;

export interface NumberQuantity {
  readonly type: 'number';
  /** With its magnitude: `$7.1 billion` is 7.1e9. A share is kept as written: 45 with unit `%`; `two-thirds` is 0.667 of `ratio`. */
  readonly low: number;
  /** Equal to `low` unless it is a range. */
  readonly high: number;
  /** Decimal places and magnitude it was written with, for rounding: `7.1 billion` is a step of 1e8. */
  readonly step: number;
  /** Normalised: `%`, `pp`, `bp`, `USD`, `EUR`, `km`, `kg`, `°C`, `per 100000`, `ratio`, `times`, `rank`, `year-old`, … or undefined for a count. */
  readonly unit?: string;
  /** Of ordinals that rank (`second-largest`), of fractions and multiples (`a third`, `doubled`). */
  readonly form?: 'cardinal' | 'ordinal' | 'fraction' | 'multiple';
  /** Written in words. */
  readonly words?: true;
}

/** A point or stretch of the calendar, as coarse as written. */
export interface DateQuantity {
  readonly type: 'date';
  /** First and last day, ISO `YYYY-MM-DD`; `XXXX` for a year that is not said. Quarters, seasons and decades are intervals. */
  readonly from: string;
  readonly to: string;
  readonly precision:
    'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'time' | 'weekday';
  /** Time of day, minutes from midnight. */
  readonly minutes?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
}

export interface DurationQuantity {
  readonly type: 'duration';
  readonly low: number;
  readonly high: number;
  /** `second`, `minute`, `hour`, `day`, `week`, `month`, `year`, … */
  readonly unit: string;
  readonly step: number;
}

/** `3–1`: a result of a match or a vote. */
export interface ScoreQuantity {
  readonly type: 'score';
  readonly values: readonly number[];
}

/** Words between quotation marks, or a block quotation that is ascribed to somebody. The span is between the marks. */
export interface QuoteMention extends Span {
  readonly kind: 'quote';
  readonly text: string;
  /** With the marks; the same as the span of a block quotation. */
  readonly outer: Span;
  readonly form: 'full' | 'partial' | 'scare' | 'block';
  readonly attribution?: Attribution;
  /** Which quote of the same document (index in its list) this one goes on from: same speaker, same speech. */
  readonly continues?: number;
}

/** Who is said to have said it. */
export interface Attribution {
  /** The mention used: a name, a pronoun, a role (`the army spokesman`), a document (`the report`). */
  readonly speaker: TextSpan;
  readonly speakerKind: 'name' | 'pronoun' | 'role' | 'document';
  /** What a pronoun, a surname or a role stands for, where the text before or behind tells: the fullest name. */
  readonly resolved?: TextSpan;
  /** `said`, `according to`. */
  readonly cue?: TextSpan;
  readonly position: 'before' | 'after' | 'between' | 'next-sentence' | 'continued';
  /** Who in turn reports that the speaker said it: `X told reporters that officials had said “…”`. */
  readonly via?: TextSpan;
  /** Nobody is named with these words: the speaker was inferred from the text before. */
  readonly inferred?: true;
}
