import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import type { Finding } from '../../../server/src/verify/verdict.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

export interface Checked {
  readonly text: string;
  readonly finding: Finding;
}

/** The findings on the figures of a draft, with the words that each covers. */
export async function figuresOf(draft: string, ...sources: string[]): Promise<Checked[]> {
  const corpus = await corpusOfTexts(Object.fromEntries(sources.map((text, i) => [`source${i + 1}.md`, text])));
  const checked = await checkDraft(readDraft(draft), corpus);
  return checked
    .filter(({ claim }) => claim.kind === 'figure')
    .map(({ finding, span }) => ({ text: draft.slice(span.start, span.end), finding }));
}

/** `text: code` of every figure. */
export async function codes(draft: string, ...sources: string[]): Promise<string[]> {
  return (await figuresOf(draft, ...sources)).map(({ text, finding }) => `${text}: ${finding.code}`);
}

/** Text, code and first repair of the only figure that is refuted. */
export async function repair(draft: string, ...sources: string[]): Promise<[string, string | undefined]> {
  const refuted = (await figuresOf(draft, ...sources)).filter(({ finding }) => finding.verdict === 'refuted');
  assert.equal(refuted.length, 1, `one refuted figure in «${draft}», not ${refuted.length}`);
  return [refuted[0]!.text, refuted[0]!.finding.suggestions[0]?.newText];
}
