/** How a figure of a draft stands to one of a source, by value alone. */
export type Relation =
  | { readonly kind: 'incomparable' }
  /** The draft's value is the source's, or a fair rounding of it. `loose`: of units that only may be the same thing. */
  | {
      readonly kind: 'same';
      readonly how: 'found' | 'rounded';
      readonly loose?: true;
      /** Day and month agree, and the source leaves the year to its context. */
      readonly yearUnsaid?: true;
    }
  /** Neither agrees nor contradicts: the draft says more than the source (a day of its month). */
  | { readonly kind: 'finer' }
  | {
      readonly kind: 'different';
      readonly what: Difference;
      readonly loose?: true;
      /** Where the weekday of a date is wrong: the right one, 0 is Sunday. */
      readonly weekday?: number;
      /** Where that is wrong which it is said for: the draft's words behind it, ` a month`, and the right ones. */
      readonly base?: { readonly mine: string; readonly theirs: string };
    };

/** In what two figures of the same thing differ. */
export type Difference = 'value' | 'currency' | 'unit' | 'hedge' | 'direction' | 'weekday';

export const INCOMPARABLE: Relation = { kind: 'incomparable' };
export const FOUND = { kind: 'same', how: 'found' } as const satisfies Relation;
export const ROUNDED = { kind: 'same', how: 'rounded' } as const satisfies Relation;

export function different(what: Difference, loose = false): Relation {
  return loose ? { kind: 'different', what, loose: true } : { kind: 'different', what };
}

/** A value or range, with the step it was written in. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}
