import type { Corpus } from '../../corpus/corpus.ts';
import type { DocumentId } from '../../corpus/corpusIndex.ts';
import type { QuoteMention } from '../../extract/mention.ts';
import { toRawSpan } from '../../text/offsets.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { draftSpeaker } from './speakers.ts';
import type { Finding } from '../verdict.ts';

/** Findings on quotations; they hold no position in the draft, so that an edit elsewhere changes none. */
export interface QuoteCache {
  /** The finding made for this state of the corpus. */
  get(claim: QuoteMention): Finding | undefined;
  /** The finding made for an earlier state, if the same documents were looked at then. */
  earlier(claim: QuoteMention, documents: LookedAt): Promise<Finding | undefined>;
  /** `documents`: what was looked at; undefined if not all of it could be read. */
  set(
    claim: QuoteMention,
    finding: Finding,
    documents: { first: Documents; more: Documents | undefined } | undefined,
  ): void;
}

/** The documents that a quotation is laid beside, see {@link QuoteCandidates}. */
export interface LookedAt {
  readonly first: Documents;
  readonly more: () => Promise<Documents>;
}

type Documents = readonly DocumentId[];

interface Earlier {
  readonly finding: Finding;
  readonly first: string;
  /** Undefined if it was found in the first. */
  readonly more: string | undefined;
}

const CACHES = new WeakMap<Corpus['documents'], Map<string, Finding>>();
const EARLIER = new WeakMap<Corpus['lineage'], Map<string, Earlier>>();
const CAPACITY = 3000;
/** What stands so near to a quotation may bear on its verdict. */
const AROUND = 200;

/** The findings already made for a draft's quotations on this corpus. */
export function quoteCache(context: VerifyContext): QuoteCache {
  const { documents, lineage } = context.corpus;
  const findings = keptIn(CACHES, documents);
  const earlier = keptIn(EARLIER, lineage);
  const scope = context.within ? [...context.within].sort((a, b) => a - b).join(' ') : '';
  return {
    get: (claim) => findings.get(keyOf(claim, scope, context)),
    async earlier(claim, { first, more }) {
      const key = keyOf(claim, scope, context);
      const known = earlier.get(key);
      if (known?.first !== first.join(' ')) return undefined;
      if (known.more !== undefined && known.more !== (await more()).join(' ')) return undefined;
      put(findings, key, known.finding);
      return known.finding;
    },
    set(claim, finding, read) {
      const key = keyOf(claim, scope, context);
      put(findings, key, finding);
      if (read) put(earlier, key, { finding, first: read.first.join(' '), more: read.more?.join(' ') });
    },
  };
}

function keptIn<Key extends object, Value>(all: WeakMap<Key, Map<string, Value>>, of: Key): Map<string, Value> {
  let kept = all.get(of);
  if (!kept) all.set(of, (kept = new Map<string, Value>()));
  return kept;
}

/** Forgets the oldest when there are too many. */
function put<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.set(key, value);
  const oldest = kept.keys().next();
  if (kept.size > CAPACITY && !oldest.done) kept.delete(oldest.value);
}

/** Everything of the draft that the verdict on a quotation depends on. */
function keyOf(claim: QuoteMention, scope: string, context: VerifyContext): string {
  const { document, names } = context.draft.analysis;
  const speaker = draftSpeaker(claim.attribution, context.draft);
  const span = claim.attribution?.resolved ?? claim.attribution?.speaker;
  const type = span && names.find((name) => name.start === span.start && name.end === span.end)?.entityType;
  const raw = toRawSpan(document.map, claim);
  return [
    scope,
    [...context.cited(claim)].join(' '),
    context.draft.raw.slice(raw.start, raw.end),
    document.text.slice(Math.max(0, claim.outer.start - AROUND), claim.outer.start),
    document.text.slice(claim.outer.end, claim.outer.end + AROUND),
    speaker ? [speaker.kind, speaker.name, speaker.via, type, speaker.orElse?.join()].join('\t') : '',
  ].join('\n');
}
