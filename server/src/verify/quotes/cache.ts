import type { Corpus } from '../../corpus/corpus.ts';
import type { QuoteMention } from '../../extract/mention.ts';
import { toRawSpan } from '../../text/offsets.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { draftSpeaker } from './speakers.ts';
import type { Finding } from '../verdict.ts';

/** Findings of one state of the corpus; they hold no position in the draft, so that an edit elsewhere changes none. */
export interface QuoteCache {
  get(claim: QuoteMention): Finding | undefined;
  set(claim: QuoteMention, finding: Finding): void;
}

const CACHES = new WeakMap<Corpus['documents'], Map<string, Finding>>();
const CAPACITY = 3000;
/** What stands so near to a quotation may bear on its verdict. */
const AROUND = 200;

/** The findings already made for a draft's quotations on this corpus. */
export function quoteCache(context: VerifyContext): QuoteCache {
  const { corpus } = context;
  let known = CACHES.get(corpus.documents);
  if (!known) CACHES.set(corpus.documents, (known = new Map<string, Finding>()));
  const findings = known;
  const scope = context.within ? [...context.within].sort((a, b) => a - b).join(' ') : '';
  return {
    get(claim) {
      return findings.get(keyOf(claim, scope, context));
    },
    set(claim, finding) {
      findings.set(keyOf(claim, scope, context), finding);
      const oldest = findings.keys().next();
      if (findings.size > CAPACITY && !oldest.done) findings.delete(oldest.value);
    },
  };
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
