import type { Span } from '../../text/offsets.ts';
import type { Alignment } from './alignment.ts';
import { spanOfWords } from './sources.ts';

/** A run of words of a quotation beside the source's. */
export interface DiffPart {
  readonly kind: 'same' | 'changed' | 'added' | 'dropped' | 'skipped';
  /** The draft's words, with what stands between them; empty for words that it drops. */
  readonly draft: string;
  /** The source's words; empty for words that the draft adds. */
  readonly source: string;
  /** Clean spans in the draft and in the source; empty ones stand where the words would. */
  readonly draftSpan: Span;
  readonly sourceSpan: Span;
}

/** What the differences of a quotation change, gravest first. */
export type ChangeKind = 'negation' | 'number' | 'modal' | 'antonym' | 'date' | 'word';

/** The runs of equal and differing words of an alignment, in order. */
export function diffParts(alignment: Alignment, draftText: string): DiffPart[] {
  const { items, source, steps } = alignment;
  const sourceText = source.source.document.text;
  const runs: { kind: DiffPart['kind']; items: number[]; words: number[] }[] = [];
  for (const step of steps) {
    // Changed, added and dropped words side by side are one difference.
    const kind = step.kind;
    const last = runs.at(-1);
    const joins = last && (last.kind === kind || (differs(last.kind) && differs(kind)));
    const run = joins ? last : { kind, items: [], words: [] };
    if (!joins) runs.push(run);
    if ('item' in step) run.items.push(step.item);
    if ('word' in step) run.words.push(step.word);
    if (differs(kind)) run.kind = run.items.length === 0 ? 'dropped' : run.words.length === 0 ? 'added' : 'changed';
  }
  let draftAt = items[0]!.start;
  let sourceAt = source.starts[alignment.from]!;
  return runs.map(({ kind, items: own, words }) => {
    const draftSpan =
      own.length > 0
        ? { start: items[own[0]!]!.start, end: items[own.at(-1)!]!.end }
        : { start: draftAt, end: draftAt };
    const sourceSpan =
      words.length > 0 ? spanOfWords(source, words[0]!, words.at(-1)) : { start: sourceAt, end: sourceAt };
    draftAt = draftSpan.end;
    sourceAt = sourceSpan.end;
    return {
      kind,
      draft: draftText.slice(draftSpan.start, draftSpan.end),
      source: sourceText.slice(sourceSpan.start, sourceSpan.end),
      draftSpan,
      sourceSpan,
    };
  });
}

function differs(kind: DiffPart['kind']): boolean {
  return kind === 'changed' || kind === 'added' || kind === 'dropped';
}

/** The differences alone. */
export function differencesOf(parts: readonly DiffPart[]): DiffPart[] {
  return parts.filter(({ kind }) => differs(kind));
}

const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|nowhere|without|cannot|hardly|scarcely|barely)\b|n['’]t\b/giu;
const NUMBER =
  /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|half|dozen|first|second|third|percent)\b/iu;
const MODAL = /\b(?:may|might|must|can|could|will|would|shall|should|ought)\b|['’](?:ll|d)\b/iu;
const DATE =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow)\b/iu;
const ANTONYMS: readonly (readonly [string, string])[] =
  `more/less more/fewer most/least always/never all/none every/no everyone/nobody
  good/bad better/worse best/worst right/wrong win/lose won/lost winning/losing up/down high/low higher/lower rise/fall rose/fell
  rising/falling increase/decrease increased/decreased increases/decreases before/after early/late earlier/later first/last
  support/oppose supports/opposes supported/opposed love/hate agree/disagree accept/reject accepted/rejected allow/forbid
  safe/unsafe safe/dangerous strong/weak stronger/weaker large/small larger/smaller big/small bigger/smaller long/short
  true/false guilty/innocent likely/unlikely possible/impossible happy/unhappy easy/hard easy/difficult easier/harder
  open/closed open/close begin/end start/stop started/stopped new/old young/old friend/enemy success/failure
  succeed/fail succeeded/failed with/without for/against many/few much/little above/below over/under inside/outside
  public/private legal/illegal rich/poor hot/cold light/dark hope/fear positive/negative male/female men/women
  improve/worsen improved/worsened gain/loss gained/lost ahead/behind near/far`
    .split(/\s+/u)
    .map((pair) => pair.split('/') as [string, string]);
const OPPOSITES: ReadonlySet<string> = new Set(ANTONYMS.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** What kind of change of meaning a difference is. */
export function changeKind({ draft, source }: DiffPart): ChangeKind {
  if ((draft.match(NEGATION)?.length ?? 0) !== (source.match(NEGATION)?.length ?? 0)) return 'negation';
  if (NUMBER.test(draft) || NUMBER.test(source)) return DATE.test(draft) && DATE.test(source) ? 'date' : 'number';
  if (DATE.test(draft) && DATE.test(source)) return 'date';
  if (MODAL.test(draft) !== MODAL.test(source) || (MODAL.test(draft) && draft !== source)) return 'modal';
  if (OPPOSITES.has(`${draft.toLowerCase()} ${source.toLowerCase()}`)) return 'antonym';
  return 'word';
}

const GRAVITY: readonly ChangeKind[] = ['negation', 'number', 'modal', 'antonym', 'date', 'word'];

/** The difference that changes most, with its kind. */
export function gravest(
  parts: readonly DiffPart[],
): { readonly part: DiffPart; readonly kind: ChangeKind } | undefined {
  let best: { part: DiffPart; kind: ChangeKind } | undefined;
  for (const part of differencesOf(parts)) {
    const kind = changeKind(part);
    if (!best || GRAVITY.indexOf(kind) < GRAVITY.indexOf(best.kind)) best = { part, kind };
  }
  return best;
}
