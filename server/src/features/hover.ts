import { MarkupKind, type CancellationToken, type Hover, type Position } from 'vscode-languageserver';
import type { CheckedClaim } from '../verify/verdict.ts';
import { claimsAt, rangeOf, type CheckedDocument } from './checkedDocument.ts';
import { figureDetails } from './hoverFigure.ts';
import { nameDetails } from './hoverName.ts';
import { quoteDetails } from './hoverQuote.ts';
import { markdownText, PLAIN_TEXT, type HoverText } from './hoverText.ts';
import { placesOf, type SourcePlaces } from './sourcePlaces.ts';

export interface HoverServices {
  readonly places: SourcePlaces;
  /** The client shows Markdown in hovers. */
  readonly markdown: boolean;
  /** The client carries out the command that shows a passage. */
  readonly commands: boolean;
}

/** Passages that a hover links to. */
const MOST_PASSAGES = 4;

/**
 * What the sources say of the claim at a position: the verdict and why, what they have on this kind of claim, and links to
 * the passages. Of claims inside one another (a name in a quotation) all are heard, what is in order behind what is not.
 */
export async function hoverAt(
  document: CheckedDocument,
  position: Position,
  services: HoverServices,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const [innermost, ...outer] = claimsAt(document, position);
  if (!innermost) return undefined;
  const claims = [innermost, ...outer].sort((a, b) => Number(isInOrder(a)) - Number(isInOrder(b)));
  const text = services.markdown ? markdownText(services.commands) : PLAIN_TEXT;
  const blocks: string[] = [];
  for (const checked of claims) {
    if (blocks.length > 0) blocks.push(text.rule);
    blocks.push(...(await blocksOf(checked, document, services, text)));
    if (token.isCancellationRequested) return undefined;
  }
  return {
    contents: {
      kind: services.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: text.document(blocks),
    },
    range: rangeOf(document.lines, claims[0]!.span),
  };
}

async function blocksOf(
  checked: CheckedClaim,
  document: CheckedDocument,
  { places }: HoverServices,
  text: HoverText,
): Promise<string[]> {
  const { claim, finding } = checked;
  const { corpus } = document.check;
  const passages = await placesOf(corpus, finding.evidence, places, MOST_PASSAGES);
  const details =
    claim.kind === 'name'
      ? await nameDetails(claim, finding, corpus, places, text)
      : claim.kind === 'figure'
        ? await figureDetails(passages, corpus, text)
        : await quoteDetails(claim, finding, passages, corpus, text);
  const more = finding.evidence.length - passages.length;
  return [
    `${text.strong(headline(checked))} · ${text.code(finding.code)}`,
    text.plain(finding.message),
    ...details,
    text.list(finding.explanation.map((step) => text.plain(step))),
    ...(more > 0 && passages.length === MOST_PASSAGES ? [text.plain(`And ${more} more.`)] : []),
  ];
}

function isInOrder({ finding }: CheckedClaim): boolean {
  return finding.verdict === 'supported' && !finding.elsewhere;
}

/** The verdict in words: never more than that a source has it. */
function headline({ finding }: CheckedClaim): string {
  switch (finding.verdict) {
    case 'supported':
      return finding.elsewhere ? 'Found in another source' : 'Found in a source';
    case 'refuted':
      return finding.partial ? 'A source says otherwise (not fully checked)' : 'The sources say otherwise';
    case 'conflicting-evidence':
      return finding.partial ? 'Sources disagree (not fully checked)' : 'The sources disagree';
    case 'not-enough-evidence':
      return finding.partial ? 'Not fully checked' : 'Not in the sources';
  }
}
