import type { DateQuantity } from '../mention.ts';

/** A date, time or stretch of the calendar read from tokens. */
export interface DateReading {
  readonly quantity: DateQuantity;
  /** Index behind its last token. */
  readonly next: number;
  /** A weekday by itself: no claim by the conventions. */
  readonly weak?: true;
}
