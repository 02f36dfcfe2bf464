import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import type { AnalysedSource, Corpus } from '../corpus/corpus.ts';
import type { DocumentId, PassageQuery } from '../corpus/corpusIndex.ts';
import type { FigureMention, QuoteMention } from '../extract/mention.ts';
import { fold } from '../text/fold.ts';
import { lineIndexOf, offsetAt } from '../text/lines.ts';
import { overlaps, toClean, toRawSpan, type Span } from '../text/offsets.ts';
import { tokenise } from '../text/tokens.ts';
import type { Claim, Finding } from '../verify/verdict.ts';
import { claimsAt, rangeOf, type CheckedDocument } from './checkedDocument.ts';
import { entityOf } from './nameForms.ts';
import { isSameValue, spellingsOf } from './sameValue.ts';
import { locationOf, type SourcePlaces } from './sourcePlaces.ts';

export interface ReferenceServices {
  readonly places: SourcePlaces;
  /** The drafts that are checked against these sources, those not open in the editor included. */
  drafts(): AsyncIterable<CheckedDocument>;
}

/** What is looked for: a claim of a draft with its finding, or a mention of a source. */
interface Sought {
  readonly claim: Claim;
  readonly finding?: Pick<Finding, 'evidence'>;
  /** The passage of a source that was asked from: claims it is evidence of are references too. */
  readonly passage?: Span & { readonly document: DocumentId };
}

const MOST_PASSAGES = 500;
const MOST_PLACES = 2000;

/** Every mention, in drafts and sources, of the entity, value or words that the claim at a position is about. */
export async function referencesFromDraft(
  document: CheckedDocument,
  position: Position,
  services: ReferenceServices,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const [checked] = claimsAt(document, position);
  if (!checked) return undefined;
  return references({ claim: checked.claim, finding: checked.finding }, document.check.corpus, services, token);
}

/** The same from a position inside a source, and the claims of drafts that the passage there is evidence of. */
export async function referencesFromSource(
  source: AnalysedSource,
  corpus: Corpus,
  position: Position,
  services: ReferenceServices,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const { document, analysis, record } = source;
  const raw = offsetAt(lineIndexOf(document.raw), position);
  const clean = toClean(document.map, raw);
  const at = <M extends Claim>(mentions: readonly M[]): M | undefined =>
    mentions.find(({ start, end }) => start <= clean && clean <= end);
  const passage = { document: record.id, start: raw, end: raw + 1 };
  const claim = at(analysis.names) ?? at(analysis.figures) ?? at(analysis.quotes);
  if (claim) {
    const span = toRawSpan(document.map, claim);
    return references({ claim, passage: { document: record.id, ...span } }, corpus, services, token);
  }
  return draftsUsing(passage, services, token);
}

async function references(
  sought: Sought,
  corpus: Corpus,
  services: ReferenceServices,
  token: CancellationToken,
): Promise<Location[]> {
  const { claim } = sought;
  let isSame: (other: Claim) => boolean;
  let inSources: readonly MentionPlace[];
  if (claim.kind === 'name') {
    const entity = await entityOf(claim, sought.finding, corpus);
    const keys = new Set([fold(claim.text), ...(entity?.forms ?? []).map(({ form }) => fold(form))]);
    isSame = (other) => other.kind === 'name' && keys.has(fold(other.text));
    inSources = entity?.occurrences ?? [];
  } else if (claim.kind === 'figure') {
    isSame = (other) => other.kind === 'figure' && isSameValue(other, claim);
    inSources = await sourceMentions(
      figureQuery(claim),
      corpus,
      ({ analysis }) => analysis.figures.filter(isSame),
      token,
    );
  } else {
    const key = wordsOf(claim.text);
    isSame = (other) => other.kind === 'quote' && wordsOf(other.text) === key;
    inSources = await sourceMentions(
      quoteQuery(claim),
      corpus,
      ({ analysis }) => analysis.quotes.filter(isSame),
      token,
    );
  }
  const found: Location[] = [];
  for await (const draft of services.drafts()) {
    if (token.isCancellationRequested) return found;
    for (const { claim: other, finding, span } of draft.check.claims) {
      const uses = sought.passage !== undefined && isEvidence(finding, sought.passage);
      if (uses || isSame(other)) found.push({ uri: draft.uri, range: rangeOf(draft.lines, span) });
    }
  }
  for (const { document, ...span } of inSources.slice(0, MOST_PLACES)) {
    if (token.isCancellationRequested) return found;
    const place = await services.places.ofCleanSpan(corpus, document, span);
    if (place) found.push(locationOf(place));
  }
  for (const evidence of claim.kind === 'name' ? [] : (sought.finding?.evidence ?? [])) {
    const place = await services.places.ofEvidence(corpus, evidence);
    if (place) found.push(locationOf(place));
  }
  return withoutDoubles(found);
}

interface MentionPlace extends Span {
  readonly document: DocumentId;
}

/** The mentions that `mentionsIn` finds in the sources which the index proposes for a query. */
async function sourceMentions(
  query: PassageQuery,
  corpus: Corpus,
  mentionsIn: (source: AnalysedSource) => readonly Span[],
  token: CancellationToken,
): Promise<MentionPlace[]> {
  const [passages = []] = await corpus.index.passages([query]);
  const found: MentionPlace[] = [];
  for (const id of new Set(passages.map(({ document }) => document))) {
    if (token.isCancellationRequested) break;
    const source = await corpus.source(id);
    if (source) found.push(...mentionsIn(source).map(({ start, end }) => ({ document: id, start, end })));
  }
  return found;
}

function figureQuery(claim: FigureMention): PassageQuery {
  return { phrases: spellingsOf(claim).map((spelling) => spelling.split(' ')), limit: MOST_PASSAGES };
}

/** The first and the last words of a quotation: a part of it may be all that a source quotes. */
function quoteQuery(claim: QuoteMention): PassageQuery {
  const words = tokenise(claim.text).map(({ folded }) => folded);
  return { phrases: [words.slice(0, 6), words.slice(-6)], limit: MOST_PASSAGES };
}

/** The claims of drafts that rest on a passage. */
async function draftsUsing(
  passage: NonNullable<Sought['passage']>,
  services: ReferenceServices,
  token: CancellationToken,
): Promise<Location[]> {
  const found: Location[] = [];
  for await (const draft of services.drafts()) {
    if (token.isCancellationRequested) break;
    for (const { finding, span } of draft.check.claims) {
      if (isEvidence(finding, passage)) found.push({ uri: draft.uri, range: rangeOf(draft.lines, span) });
    }
  }
  return found;
}

function isEvidence({ evidence }: Finding, passage: NonNullable<Sought['passage']>): boolean {
  return evidence.some((one) => one.document === passage.document && overlaps(one.focus ?? one, passage));
}

function wordsOf(text: string): string {
  return tokenise(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function withoutDoubles(locations: readonly Location[]): Location[] {
  const seen = new Set<string>();
  return locations.filter(({ uri, range }) => {
    const key = `${uri} ${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
    return !seen.has(key) && seen.add(key);
  });
}
