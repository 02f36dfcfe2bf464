import type { AnalysedSource } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/corpusIndex.ts';
import type { Citation, Draft } from '../draft/draft.ts';
import type { FigureMention, Quantity, QuoteMention } from '../extract/mention.ts';
import { overlaps, type Span } from '../text/offsets.ts';
import { tokenise } from '../text/tokens.ts';
import type { Claim, Evidence, Finding } from './verdict.ts';

/** The documents that a link target or footnote of the draft points at; empty for one that is no source. */
export type CitationResolver = (url: string) => ReadonlySet<DocumentId>;

/** A draft's citations of sources, ready to be asked for a stretch of its text. */
export interface CitedSources {
  /** The documents that citations standing by the clean span point at. */
  cited(span: Span): ReadonlySet<DocumentId>;
  /** The citations themselves, those of no source left out. */
  by(span: Span): readonly ResolvedCitation[];
}

export interface ResolvedCitation {
  readonly citation: Citation;
  readonly documents: ReadonlySet<DocumentId>;
}

const NONE: ReadonlySet<DocumentId> = new Set();

/** Resolves the citations of a draft; links that lead to no source count for nothing. */
export function citedSources(draft: Draft, resolve: CitationResolver | undefined): CitedSources {
  const resolved = resolve
    ? draft.citations
        .map((citation) => ({ citation, documents: resolve(citation.url) }))
        .filter(({ documents }) => documents.size > 0)
    : [];
  const by = (span: Span): readonly ResolvedCitation[] =>
    resolved.length === 0 ? resolved : resolved.filter(({ citation }) => overlaps(citation.covers, span));
  return {
    by,
    cited(span) {
      const near = by(span);
      if (near.length === 0) return NONE;
      return new Set(near.flatMap(({ documents }) => [...documents]));
    },
  };
}

/** What {@link withCitations} needs to know. */
export interface CitationContext {
  /** The citations that stand by the claim. */
  readonly near: readonly ResolvedCitation[];
  /** How a citation of that source is written in the draft. */
  readonly citationOf: (evidence: Evidence) => string;
  readonly source: (id: DocumentId) => Promise<AnalysedSource | undefined>;
}

/**
 * A finding as it reads beside a citation: evidence of the cited source first, and, where only other sources support a
 * figure or a quotation, a word on that and a repair that points the citation at the source which has it. Of names that is
 * not said: a source is seldom cited for the name of a town.
 */
export async function withCitations(claim: Claim, finding: Finding, context: CitationContext): Promise<Finding> {
  const { near } = context;
  const [best] = finding.evidence;
  if (near.length === 0 || !best) return finding;
  const isCited = ({ document }: Evidence): boolean => near.some(({ documents }) => documents.has(document));
  const cited = finding.evidence.filter(isCited);
  if (cited.length > 0) {
    return { ...finding, evidence: [...cited, ...finding.evidence.filter((evidence) => !isCited(evidence))] };
  }
  if (finding.verdict !== 'supported' || claim.kind === 'name') return finding;
  for (const id of new Set(near.flatMap(({ documents }) => [...documents]))) {
    const source = await context.source(id);
    // The best evidence is not all: that the cited source has nothing is for its text to say.
    if (!source || hasClaim(source, claim)) return finding;
  }
  const message = finding.message.replace(/[.\s]*$/u, '');
  return {
    ...finding,
    elsewhere: true,
    message: `${message}; but not in the cited source, only in ${best.source}.`,
    suggestions: [
      ...finding.suggestions,
      {
        title: `Cite ${best.source} instead`,
        newText: context.citationOf(best),
        at: near[0]!.citation.target,
      },
    ],
  };
}

/** Whether the source has the value or the words, in whatever context. */
function hasClaim({ analysis }: AnalysedSource, claim: FigureMention | QuoteMention): boolean {
  if (claim.kind === 'quote') {
    const words = (text: string): string =>
      ` ${tokenise(text)
        .map(({ folded }) => folded)
        .join(' ')} `;
    return words(analysis.document.text).includes(words(claim.text));
  }
  return analysis.figures.some(({ quantity }) => isSameValue(quantity, claim.quantity));
}

function isSameValue(a: Quantity, b: Quantity): boolean {
  if (a.type === 'date' && b.type === 'date') {
    // A coarser date is in the source where the finer one is.
    return a.from.startsWith('XXXX') || b.from.startsWith('XXXX')
      ? a.from.slice(5) === b.from.slice(5)
      : a.from <= b.to && b.from <= a.to;
  }
  if (a.type === 'score' && b.type === 'score') return a.values.join() === b.values.join();
  return 'low' in a && 'low' in b && a.low === b.low && a.high === b.high;
}
