import type { Quantity } from '../mention.ts';

/** A figure other than a date, read from tokens. */
export interface FigureReading {
  readonly quantity: Quantity;
  /** Index of its first token, which may lie before where reading began (a minus), and index behind its last. */
  readonly from: number;
  readonly next: number;
  /** Vague or pointing: not a claim, unless sources contradict. */
  readonly weak?: true;
}
