/** What the suite inside VS Code tells the runner outside, one JSON line each, by way of a file. */
export type SuiteEvent =
  | { readonly event: 'suite'; readonly title: string; readonly depth: number }
  | { readonly event: 'begin'; readonly title: string }
  | { readonly event: 'pass'; readonly title: string; readonly depth: number; readonly milliseconds: number }
  | { readonly event: 'skip'; readonly title: string; readonly depth: number }
  | { readonly event: 'fail'; readonly title: string; readonly depth: number; readonly error: string }
  /** All tests have run. A file without this event means that the extension host died. */
  | { readonly event: 'end' };

/** The variable that names the file. */
export const EVENTS_FILE = 'SOURCE_CHECK_TEST_EVENTS';
