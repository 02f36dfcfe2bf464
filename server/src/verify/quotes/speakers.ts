import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { Attribution, NameMention, TextSpan } from '../../extract/mention.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import { firstNameGender, titleGender } from '../../extract/quotes/speakers.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';
import type { Alignment } from './alignment.ts';
import { roleRelation } from './roles.ts';
import { fitsName } from './speakerNames.ts';

/** Who the source says the words are by. */
export interface SourceSpeaker {
  /** As fully as the source names them. Clean coordinates of the source. */
  readonly name: TextSpan;
  readonly kind: Attribution['speakerKind'];
  /** Said in the text beside the words, not inferred from what stands before. */
  readonly certain: boolean;
  /** Who reports that the speaker said it. */
  readonly via?: string;
  /** Named by a pronoun. */
  readonly pronoun?: true;
}

/** How the draft's speaker stands to the source's. */
export type SpeakerRelation = 'same' | 'other' | 'unknown';

/** The speaker that a source names for an alignment: of its quotation, or of the turn of a transcript. */
export function speakerOf({ source: prepared, from, to }: Alignment): SourceSpeaker | undefined {
  const { source, quotes, words } = prepared;
  for (let i = from; i <= to; i++) {
    const mention = source.analysis.quotes[quotes[i]!];
    if (!mention?.attribution) continue;
    const { attribution } = mention;
    if (attribution.speakerKind === 'pronoun' && !attribution.resolved) return undefined;
    return {
      name: attribution.resolved ?? attribution.speaker,
      kind: attribution.resolved ? 'name' : attribution.speakerKind,
      certain: attribution.inferred !== true,
      ...(attribution.via && { via: attribution.via.text }),
      ...(attribution.speakerKind === 'pronoun' && { pronoun: true }),
    };
  }
  if (quotes[from] !== -1) return undefined;
  const turn = turnAt(source, words[from]!);
  return turn && { name: turn, kind: 'name', certain: true };
}

interface Turn extends Span {
  readonly speaker: TextSpan;
}

const TURNS = new WeakMap<AnalysedSource, readonly Turn[]>();
/** So many labelled paragraphs make a transcript. */
const LEAST_TURNS = 3;

/** Whose turn it is in a transcript: paragraphs that begin with a name and a colon. */
function turnAt(source: AnalysedSource, { start }: Span): TextSpan | undefined {
  let turns = TURNS.get(source);
  if (!turns) {
    turns = turnsOf(source);
    TURNS.set(source, turns);
  }
  return turns.find((turn) => turn.start <= start && start < turn.end)?.speaker;
}

function turnsOf({ document: { text, blocks }, analysis }: AnalysedSource): Turn[] {
  const turns: Turn[] = [];
  let open: { start: number; speaker: TextSpan } | undefined;
  const names = new Set(analysis.names.map((name) => fold(name.text)));
  const labels = new Map<string, number>();
  for (const block of blocks) {
    const label =
      block.kind === 'paragraph'
        ? /^([\p{Lu}][\p{L}.'’ -]{1,48}?)\s*:\s/u.exec(text.slice(block.start, block.start + 60))
        : null;
    const key = label ? fold(label[1]!) : '';
    const named =
      label !== null &&
      (names.has(key) || label[1] === label[1]!.toUpperCase() || [...names].some((name) => key.endsWith(` ${name}`)));
    if (!named && block.kind !== 'heading') continue;
    if (open) turns.push({ ...open, end: block.start });
    open = undefined;
    if (!label || !named) continue;
    labels.set(key, (labels.get(key) ?? 0) + 1);
    const speaker = { start: block.start, end: block.start + label[1]!.length, text: label[1]! };
    open = { start: block.start + label[0].length, speaker };
  }
  if (open) turns.push({ ...open, end: text.length });
  const count = [...labels.values()].reduce((sum, n) => sum + n, 0);
  return count >= LEAST_TURNS && labels.size > 1 && labels.size < count ? turns : [];
}

/** The name by which the draft gives the speaker; undefined for a pronoun that stands for nobody known. */
export function draftSpeaker(attribution: Attribution | undefined): DraftSpeaker | undefined {
  if (!attribution) return undefined;
  const via = {
    ...(attribution.via && { via: attribution.via.text }),
    ...(attribution.inferred && { inferred: true as const }),
  };
  const pronoun = attribution.speakerKind === 'pronoun' && ({ pronoun: true } as const);
  if (attribution.resolved) return { name: attribution.resolved.text, kind: 'name', ...via, ...pronoun };
  if (attribution.speakerKind === 'pronoun') return undefined;
  return { name: attribution.speaker.text, kind: attribution.speakerKind, ...via };
}

/** Whom the draft ascribes words to. */
export interface DraftSpeaker {
  readonly name: string;
  readonly kind: Attribution['speakerKind'];
  readonly via?: string;
  readonly pronoun?: true;
  /** Not said but taken from the text before: such a speaker is never held against the draft. */
  readonly inferred?: true;
}

/**
 * Is the draft's speaker the source's? `other` only where both are persons by name (or names of the same kind) and they
 * differ, and the source leaves no doubt: an inferred speaker counts only if the draft's is nowhere near. `sources` say who
 * bears which role.
 */
export function speakerRelation(
  draft: DraftSpeaker | undefined,
  draftName: NameMention | undefined,
  speaker: SourceSpeaker | undefined,
  alignment: Alignment,
  sources: readonly AnalysedSource[],
): SpeakerRelation {
  if (!draft || !speaker) return 'unknown';
  if (!draft.inferred && draft.via && speaker.via && !fitsName(draft.via, speaker.via)) return 'other';
  if (fitsName(draft.name, speaker.name.text)) return sameSurnameOnly(draftName, speaker) ? 'other' : 'same';
  if (speaker.via && fitsName(draft.name, speaker.via)) return 'same';
  if (draft.via && fitsName(draft.via, speaker.name.text)) return 'same';
  if (draft.inferred) return 'unknown';
  if (draft.kind === 'role' && speaker.kind === 'name') {
    const relation = roleRelation(draft.name, speaker.name.text, sources);
    return relation === 'other' && !speaker.certain ? 'unknown' : relation;
  }
  if (draft.kind === 'name' && speaker.kind === 'role') {
    if (roleRelation(speaker.name.text, draft.name, sources) === 'same') return 'same';
    // Whom a source quotes by name it does not call `a spokesman` elsewhere.
    const anonymous = /^(?:an?|one|another)\s/iu.test(speaker.name.text) && !draft.pronoun;
    return anonymous && isSpeakerIn(alignment.source.source, draft.name) ? 'other' : 'unknown';
  }
  if (draft.kind !== 'name' || speaker.kind !== 'name') return 'unknown';
  const { source } = alignment.source;
  const given = typeOf(source, speaker.name);
  const claimed = draftName?.entityType;
  const organisation = (type: string | undefined): boolean =>
    type === 'organisation' || type === 'place' || type === 'work';
  if (organisation(given) !== organisation(claimed)) return 'unknown'; // one may speak for the other
  // Whom a pronoun stands for was resolved: only persons known as such will do.
  if ((draft.pronoun && claimed !== 'person') || (speaker.pronoun && given !== 'person')) return 'unknown';
  if (speaker.pronoun && mayBeMeant(source, draft.name, speaker, alignment)) return 'unknown';
  if (!speaker.certain && namedNear(source, draft.name, alignment)) return 'unknown';
  return 'other';
}

function typeOf({ analysis }: AnalysedSource, span: Span): NameMention['entityType'] | undefined {
  return analysis.names.find((name) => name.start === span.start && name.end === span.end)?.entityType;
}

/** `Mr Voss` for Maria Voss: one surname, two persons. */
function sameSurnameOnly(draftName: NameMention | undefined, speaker: SourceSpeaker): boolean {
  const ours = draftName?.title && titleGender(draftName.title.text);
  const theirs = firstNameGender(speaker.name.text);
  return ours !== undefined && theirs !== undefined && ours !== theirs && !/\s/u.test(draftName!.text);
}

/** Does the source ascribe a quotation to the person by name? */
function isSpeakerIn({ analysis }: AnalysedSource, name: string): boolean {
  return analysis.quotes.some(({ attribution }) => {
    if (!attribution || attribution.inferred || attribution.speakerKind !== 'name') return false;
    return fitsName((attribution.resolved ?? attribution.speaker).text, name);
  });
}

/** Could the source's pronoun stand for the draft's speaker too? Where one is named in the same sentence, or behind it. */
function mayBeMeant(
  { analysis }: AnalysedSource,
  name: string,
  speaker: SourceSpeaker,
  { source, from }: Alignment,
): boolean {
  const at = source.words[from]!.start;
  const last = analysis.names.findLast((mention) => mention.start < at && fitsName(mention.text, speaker.name.text));
  if (!last) return false;
  const start = sentenceAt(analysis.sentences, last.start)?.start ?? last.start;
  return analysis.names.some((mention) => mention.start >= start && mention.start < at && fitsName(mention.text, name));
}

/** How far before the words an inferred speaker may have been named. */
const NEAR = 1500;

function namedNear({ analysis }: AnalysedSource, name: string, { source, from }: Alignment): boolean {
  const at = source.words[from]!.start;
  return analysis.names.some(
    (mention) => mention.start < at + 300 && mention.start > at - NEAR && fitsName(mention.text, name),
  );
}
