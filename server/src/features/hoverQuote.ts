import type { Corpus } from '../corpus/corpus.ts';
import type { QuoteMention } from '../extract/mention.ts';
import type { Evidence, Finding } from '../verify/verdict.ts';
import type { HoverText } from './hoverText.ts';
import { focusText, passageOf } from './passages.ts';
import type { SourcePlace } from './sourcePlaces.ts';
import { withoutSurroundings, wordDiff } from './wordDiff.ts';

/**
 * The sources' words for a quotation. Where they differ, the draft's words that the source does not have are struck out and
 * the source's own are strong; where they do not, the words in their sentence, which names the speaker.
 */
export async function quoteDetails(
  claim: QuoteMention,
  finding: Finding,
  passages: readonly { readonly evidence: Evidence; readonly place: SourcePlace }[],
  corpus: Corpus,
  text: HoverText,
): Promise<string[]> {
  const blocks: string[] = [];
  for (const { evidence, place } of passages) {
    const words =
      finding.code === 'quote.altered' && blocks.length === 0
        ? differences(claim.text, await focusText(corpus, evidence), text)
        : undefined;
    blocks.push(text.quotation(`${words ?? (await inSentence(corpus, evidence, text))} (${text.link(place)})`));
  }
  return blocks;
}

function differences(draft: string, source: string, text: HoverText): string | undefined {
  const runs = wordDiff(draft, source);
  if (!runs) return undefined;
  return withoutSurroundings(runs)
    .map((run) =>
      spaced(run.text, run.kind === 'same' ? text.plain : run.kind === 'removed' ? text.removed : text.added),
    )
    .join('');
}

/** Marks hug their words; the space behind them stays outside. */
function spaced(run: string, mark: (text: string) => string): string {
  const words = run.trimEnd();
  return `${mark(words)}${words === run ? '' : ' '}`;
}

async function inSentence(corpus: Corpus, evidence: Evidence, text: HoverText): Promise<string> {
  const { before, focus, after } = await passageOf(corpus, evidence);
  return `${text.plain(before)}${text.strong(focus)}${text.plain(after)}`;
}
