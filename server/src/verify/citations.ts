import type { DocumentId } from '../corpus/corpusIndex.ts';
import type { Citation, Draft } from '../draft/draft.ts';
import { overlaps, type Span } from '../text/offsets.ts';
import type { Evidence, Finding } from './verdict.ts';

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

/**
 * A finding as it reads beside a citation: evidence of the cited source first, and, where only other sources support the
 * claim, a word on that and a repair that points the citation at the source which has it.
 */
export function withCitations(
  finding: Finding,
  near: readonly ResolvedCitation[],
  pathFromDraft: (evidence: Evidence) => string,
): Finding {
  if (near.length === 0 || finding.evidence.length === 0) return finding;
  const isCited = ({ document }: Evidence): boolean => near.some(({ documents }) => documents.has(document));
  const cited = finding.evidence.filter(isCited);
  if (cited.length > 0) {
    return { ...finding, evidence: [...cited, ...finding.evidence.filter((evidence) => !isCited(evidence))] };
  }
  if (finding.verdict !== 'supported') return finding;
  const best = finding.evidence[0]!;
  const citation = near[0]!.citation;
  const message = finding.message.replace(/[.\s]*$/u, '');
  return {
    ...finding,
    elsewhere: true,
    message: `${message}; but not in the cited source, only in ${best.source}.`,
    suggestions: [
      ...finding.suggestions,
      { title: `Cite ${best.source} instead`, newText: pathFromDraft(best), at: citation.target },
    ],
  };
}
