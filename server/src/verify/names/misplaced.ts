import { documentOrder } from '../../corpus/corpus.ts';
import type { DocumentId } from '../../corpus/corpusIndex.ts';
import type { NameMention } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import { overlaps } from '../../text/offsets.ts';
import { documentContext, type DocumentContext } from '../figures/context/context.ts';
import { sourceFigures, type SourceFigures } from '../figures/matches.ts';
import { verifyEach } from '../eachClaim.ts';
import type { Evidence, Finding } from '../verdict.ts';
import { aliasKey } from './aliases.ts';
import { evidenceAt } from './evidence.ts';
import { misplacedName } from './findings.ts';
import { placementOf } from './placement.ts';
import type { NamesContext } from './scope.ts';

/** Of more sources, one that was not read may say what the draft says. */
const FEW = 16;
const CAPACITY = 4000;

/** Who stands in whose place, by the sentence and the name in it; undefined where nobody does. */
type Known = Map<string, Misplaced | undefined>;

interface Misplaced {
  readonly other: string;
  readonly evidence: Evidence;
}

const KNOWN = new WeakMap<NamesContext['lexicon'], Known>();

/**
 * The findings, with a doubt on names that the sources know but give another's place to: see {@link placementOf}. Left alone are
 * quotations and their speakers, which are compared word by word, cells of tables, and drafts with more than a few sources.
 */
export async function withMisplaced(
  claims: readonly NameMention[],
  findings: readonly Finding[],
  context: NamesContext,
): Promise<readonly Finding[]> {
  const { corpus, draft, lexicon } = context;
  const allowed = context.within ?? corpus.documents;
  if (allowed.size > FEW) return findings;
  const documents = [...allowed.keys()].sort(documentOrder(corpus));
  let known = KNOWN.get(lexicon);
  if (!known || known.size > CAPACITY) KNOWN.set(lexicon, (known = new Map<string, Misplaced | undefined>()));
  const document = documentContext(draft.analysis);
  let sources: SourceFigures[] | undefined;
  return verifyEach(claims, context, async (claim, i) => {
    const finding = findings[i]!;
    if (finding.verdict !== 'supported' || claim.demonym) return finding;
    const sentence = sentenceAt(document, claim.start);
    if (sentence === undefined || isQuoted(claim, sentence, document)) return finding;
    const { start, end } = document.sentences[sentence]!;
    const key = `${claim.start - start} ${claim.text}\n${document.analysis.document.text.slice(start, end)}`;
    if (!known.has(key)) {
      sources ??= await readSources(documents, context);
      const placement = placementOf(claim, document, sentence, sources);
      const evidence = placement && (await evidenceAt(corpus, placement.source.source.record.id, placement.other));
      known.set(key, evidence && { other: placement.other.text, evidence });
    }
    const other = known.get(key);
    if (!other || context.aliasGroups.get(aliasKey(claim.text))?.includes(fold(other.other))) return finding;
    return { ...misplacedName(claim.text, other.other), evidence: [other.evidence], suggestions: [] };
  });
}

async function readSources(documents: readonly DocumentId[], { corpus }: NamesContext): Promise<SourceFigures[]> {
  corpus.readAhead(documents);
  const sources: SourceFigures[] = [];
  for (const id of documents) {
    const source = await corpus.source(id);
    if (source) sources.push(await sourceFigures(source));
  }
  return sources;
}

function sentenceAt({ sentences }: DocumentContext, at: number): number | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low < sentences.length ? low : undefined;
}

function isQuoted(claim: NameMention, sentence: number, { analysis, sentences }: DocumentContext): boolean {
  const span = sentences[sentence]!;
  if (analysis.document.blocks[span.block]?.kind === 'table-row') return true;
  return analysis.quotes.some(
    (quote) => overlaps(quote, span) || (quote.attribution && overlaps(quote.attribution.speaker, claim)),
  );
}
