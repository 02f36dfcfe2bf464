import type { Corpus } from '../corpus/corpus.ts';
import type { Evidence } from '../verify/verdict.ts';
import type { HoverText } from './hoverText.ts';
import { passageOf } from './passages.ts';
import type { SourcePlace } from './sourcePlaces.ts';

/** The sentences of the sources that give the figure, with the value marked and a link behind each. */
export async function figureDetails(
  passages: readonly { readonly evidence: Evidence; readonly place: SourcePlace }[],
  corpus: Corpus,
  text: HoverText,
): Promise<string[]> {
  const blocks: string[] = [];
  for (const { evidence, place } of passages) {
    const { before, focus, after } = await passageOf(corpus, evidence);
    const says = evidence.says === undefined ? '' : `${text.plain(evidence.says)}: `;
    blocks.push(
      text.quotation(`${says}${text.plain(before)}${text.strong(focus)}${text.plain(after)} (${text.link(place)})`),
    );
  }
  return blocks;
}
