import type { Corpus } from '../../corpus/corpus.ts';
import type { DocumentId } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import type { NameMention } from '../../extract/mention.ts';
import { detached } from '../../text/detached.ts';
import type { Finding } from '../verdict.ts';
import type { VerifyContext } from '../checkDraft.ts';
import type { NameMatch } from './match.ts';
import { documentWeights } from './scope.ts';

/** What was found out on names, as long as the sources and the names of the draft are the same. */
export interface KeptFindings {
  /** See {@link documentWeights}. */
  readonly weights: ReadonlyMap<DocumentId, number>;
  /** The finding for a name that is judged by its spelling alone; undefined of others, and of one that was not judged yet. */
  get(claim: NameMention, match: NameMatch, bearer: NameMatch | undefined): Finding | undefined;
  set(claim: NameMention, match: NameMatch, bearer: NameMatch | undefined, finding: Finding): void;
}

interface Kept {
  readonly forms: readonly string[];
  readonly weights: ReadonlyMap<DocumentId, number>;
  readonly documents: Corpus['documents'];
  readonly aliases: VerifyContext['aliases'];
  readonly findings: Map<string, { readonly match: NameMatch; readonly bearer: unknown; readonly finding: Finding }>;
}

const KEPT = new WeakMap<NameLexicon, Kept>();
const CAPACITY = 4000;

/** The findings of the last check against this lexicon, if the draft's names weigh the documents as they did then. */
export async function keptFindings(
  matches: ReadonlyMap<NameMention, NameMatch>,
  lexicon: NameLexicon,
  { corpus: { documents }, aliases }: VerifyContext,
): Promise<KeptFindings> {
  const forms = weighingForms(matches);
  let kept = KEPT.get(lexicon);
  const isSame = kept && forms.length === kept.forms.length && forms.every((form, i) => form === kept!.forms[i]);
  if (!kept || !isSame || kept.documents !== documents || kept.aliases !== aliases) {
    const weights = kept && isSame ? kept.weights : await documentWeights(forms, lexicon);
    kept = { forms, weights, documents, aliases, findings: new Map() };
    KEPT.set(lexicon, kept);
  }
  const { weights, findings } = kept;
  return {
    weights,
    get(claim, match, bearer) {
      const known = isPlain(claim, match) ? findings.get(keyOf(claim)) : undefined;
      return known?.match === match && known.bearer === bearer ? known.finding : undefined;
    },
    set(claim, match, bearer, finding) {
      if (!isPlain(claim, match)) return;
      if (findings.size >= CAPACITY) findings.clear();
      findings.set(detached(keyOf(claim)), { match, bearer, finding });
    },
  };
}

/** The forms whose documents are weighed, each once. */
function weighingForms(matches: ReadonlyMap<NameMention, NameMatch>): string[] {
  const forms = new Set<string>();
  for (const match of matches.values()) {
    if (match.kind === 'exact' || match.kind === 'variant' || match.kind === 'part') forms.add(match.forms[0]!.form);
  }
  return [...forms];
}

/** Titles, roles and doubts are judged by what else the draft says. */
function isPlain({ title, role }: NameMention, { kind }: NameMatch): boolean {
  return !title && !role && (kind === 'exact' || kind === 'variant' || kind === 'part');
}

function keyOf({ text, entityType, demonym }: NameMention): string {
  return `${entityType} ${demonym ?? ''} ${text}`;
}
