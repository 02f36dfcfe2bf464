import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { Attribution, NameMention, TextSpan } from '../../extract/mention.ts';
import type { Draft } from '../../draft/draft.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import { firstNameGender, pronounGender, titleGender } from '../../extract/quotes/speakers.ts';
import type { Span } from '../../text/offsets.ts';
import type { Alignment } from './alignment.ts';
import { authorOf, toldAuthorOf } from './authors.ts';
import { reportedSpeaker } from './reportedSpeech.ts';
import { isForeignText, isNoVoiceOf, isOfOtherSphere, roleRelation } from './roles.ts';
import { fitsName, hasSlippedSurname, sharesSurname } from './speakerNames.ts';
import { turnAt } from './turns.ts';
import { voiceAt } from './voices.ts';

/** Who the source says the words are by. */
export interface SourceSpeaker {
  /** As fully as the source names them. Clean coordinates of the source. */
  readonly name: TextSpan;
  readonly kind: Attribution['speakerKind'];
  /** Said in the text beside the words, not inferred from what stands before. */
  readonly certain: boolean;
  /** Who reports that the speaker said it. */
  readonly via?: string;
  /** The pronoun that names them. */
  readonly pronoun?: string;
  /** Wrote the text, and speaks for themselves. */
  readonly wrote?: true;
  /** Said without quotation marks, in a sentence that names nobody else. */
  readonly reported?: true;
  /** Where the text ends that they wrote, of which the words may tell what others think. */
  readonly textEnd?: number;
  /** Who signed the same text. */
  readonly alsoBy?: readonly string[];
}

/** How the draft's speaker stands to the source's. */
export type SpeakerRelation = 'same' | 'other' | 'unknown';

/** The speaker that a source names for an alignment: of its quotation, of the turn of a transcript, or its author. */
export function speakerOf(alignment: Alignment): SourceSpeaker | undefined {
  const { source: prepared, from, to } = alignment;
  const { source, quotes } = prepared;
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
      ...(attribution.speakerKind === 'pronoun' && { pronoun: attribution.speaker.text }),
    };
  }
  if (quotes[from] !== -1) return undefined;
  const turn = turnAt(source, prepared.starts[from]!);
  if (turn) return { name: turn, kind: 'name', certain: true };
  const voice = voiceAt(alignment);
  if (voice) {
    const [first, ...also] = voice.speakers;
    const said = voice.questionsFrom !== undefined;
    return {
      name: first!,
      kind: 'name',
      certain: true,
      ...(!said && { wrote: true }),
      alsoBy: also.map(({ text }) => text),
    };
  }
  const author = authorOf(alignment);
  if (author) return { name: author, kind: 'name', certain: true, wrote: true };
  const told = toldAuthorOf(source);
  if (!told || prepared.ends[to]! > told.end) return reportedSpeaker(alignment);
  return { name: told.name, kind: 'name', certain: true, wrote: true, textEnd: told.end };
}

/** The name by which the draft gives the speaker; undefined for a pronoun that stands for nobody known. */
export function draftSpeaker(attribution: Attribution | undefined, draft: Draft): DraftSpeaker | undefined {
  if (!attribution) return undefined;
  const via = {
    ...(attribution.via && { via: attribution.via.text }),
    ...(attribution.inferred && { inferred: true as const }),
  };
  const pronoun = attribution.speakerKind === 'pronoun' && ({ pronoun: true } as const);
  if (attribution.resolved) {
    const { text: name } = attribution.resolved;
    return { name, kind: 'name', ...via, ...pronoun, ...(pronoun && { orElse: alsoMeant(attribution, draft) }) };
  }
  if (attribution.speakerKind === 'pronoun') return undefined;
  return { name: attribution.speaker.text, kind: attribution.speakerKind, ...via };
}

/** So far before a pronoun it may have been said whom it stands for. */
const REACH = 700;

/** The other persons named before a pronoun, where nothing tells that the one it was taken for is a man or a woman. */
function alsoMeant({ speaker, resolved }: Attribution, { analysis }: Draft): string[] {
  if (!resolved || firstNameGender(resolved.text)) return [];
  const before = analysis.names.filter(({ start, end }) => start >= speaker.start - REACH && end <= speaker.start);
  if (before.some(({ text, title }) => title && titleGender(title.text) && fitsName(text, resolved.text))) return [];
  return before
    .filter(({ entityType, text }) => entityType === 'person' && !fitsName(text, resolved.text))
    .filter((name) => mayBe(name, speaker.text))
    .map(({ text }) => text);
}

/** Whom the draft ascribes words to. */
export interface DraftSpeaker {
  readonly name: string;
  readonly kind: Attribution['speakerKind'];
  readonly via?: string;
  readonly pronoun?: true;
  /** Others whom the pronoun may stand for. */
  readonly orElse?: readonly string[];
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
  if (speaker.alsoBy?.some((name) => fitsName(draft.name, name))) return 'same';
  if (draft.inferred || mayBeTold(draft, speaker, alignment)) return 'unknown';
  if (draft.orElse?.some((name) => fitsName(name, speaker.name.text))) return 'unknown';
  if (draft.kind === 'name' && isMisnamed(draft.name, speaker, sources)) return 'same';
  if (draft.kind === 'role' && speaker.kind === 'name') {
    if (speaker.certain && isOfOtherSphere(draft.name, speaker.name.text, sources)) return 'other';
    const relation = roleRelation(draft.name, speaker.name.text, sources, alignment.source.source);
    return relation === 'other' && !speaker.certain ? 'unknown' : relation;
  }
  if (draft.kind === 'name' && speaker.kind === 'role') {
    if (roleRelation(speaker.name.text, draft.name, sources) === 'same') return 'same';
    // Whom a source quotes by name it does not call `a spokesman` elsewhere.
    const anonymous = /^(?:an?|one|another)\s/iu.test(speaker.name.text);
    if (!anonymous) return 'unknown';
    const isPerson = draftName?.entityType === 'person' && !draft.orElse?.length;
    return (speaker.reported && isPerson) || (!draft.pronoun && isKnownIn(alignment, draft.name)) ? 'other' : 'unknown';
  }
  const { source } = alignment.source;
  if (draft.kind === 'name' && speaker.kind === 'document' && speaker.certain && !draft.pronoun) {
    // Whom a source quotes by name it does not call by another's report.
    const foreign = isSpeakerIn(source, draft.name) && isForeignText(speaker.name.text, draft.name, sources);
    return foreign ? 'other' : 'unknown';
  }
  if (draft.kind !== 'name' || speaker.kind !== 'name') return 'unknown';
  const given = typeOf(source, speaker.name);
  const claimed = draftName?.entityType;
  const organisation = (type: string | undefined): boolean =>
    type === 'organisation' || type === 'place' || type === 'work';
  if (organisation(given) !== organisation(claimed)) {
    const [body, person] = organisation(given) ? [speaker.name.text, draft.name] : [draft.name, speaker.name.text];
    const named = speaker.certain && !draft.pronoun;
    const bodies = given === 'organisation' || claimed === 'organisation';
    return named && bodies && isNoVoiceOf(body, person, sources) ? 'other' : 'unknown'; // one may speak for the other
  }
  // The names of one body are many.
  if (speaker.wrote && organisation(given)) return 'unknown';
  // Whom a pronoun stands for was resolved: only persons known as such will do.
  if ((draft.pronoun && claimed !== 'person') || (speaker.pronoun && given !== 'person')) return 'unknown';
  if (speaker.pronoun && mayBeMeant(source, draft.name, speaker, alignment)) return 'unknown';
  if (!speaker.certain && namedNear(source, draft.name, alignment)) return 'unknown';
  return 'other';
}

function typeOf({ analysis }: AnalysedSource, span: Span): NameMention['entityType'] | undefined {
  return analysis.names.find((name) => name.start === span.start && name.end === span.end)?.entityType;
}

/** Words of a text's prose may be the view of anybody whom it names, but of nobody else by name. */
function mayBeTold(draft: DraftSpeaker, { textEnd }: SourceSpeaker, { source }: Alignment): boolean {
  if (textEnd === undefined) return false;
  const { names } = source.source.analysis;
  const behind = names.some(({ start, text }) => start >= textEnd && fitsName(text, draft.name));
  return (
    draft.kind !== 'name' || !behind || names.some(({ start, text }) => start < textEnd && fitsName(text, draft.name))
  );
}

/** `Mr Voss` for Maria Voss: one surname, two persons. */
function sameSurnameOnly(draftName: NameMention | undefined, speaker: SourceSpeaker): boolean {
  const ours = draftName?.title && titleGender(draftName.title.text);
  const theirs = firstNameGender(speaker.name.text);
  return ours !== undefined && theirs !== undefined && ours !== theirs && !/\s/u.test(draftName!.text);
}

/**
 * Another first name before the same surname, or the same one before a surname a few letters off, of which no source knows a
 * bearer: that is the name's error.
 */
function isMisnamed(name: string, speaker: SourceSpeaker, sources: readonly AnalysedSource[]): boolean {
  if (speaker.kind !== 'name' || !/\s/u.test(name)) return false;
  if (!sharesSurname(name, speaker.name.text) && !hasSlippedSurname(name, speaker.name.text)) return false;
  return !sources.some(({ analysis }) => analysis.names.some(({ text }) => / /u.test(text) && fitsName(text, name)));
}

/** Does the source ascribe a quotation to the person by name? */
function isSpeakerIn({ analysis }: AnalysedSource, name: string): boolean {
  return analysis.quotes.some(({ attribution }) => {
    if (!attribution || attribution.inferred || /^(?:role|document)$/u.test(attribution.speakerKind)) return false;
    return fitsName((attribution.resolved ?? attribution.speaker).text, name);
  });
}

/** Does the source quote the person by name, or name them before the words or among its last lines, where it is signed? */
function isKnownIn({ source: { source, starts }, from }: Alignment, name: string): boolean {
  if (isSpeakerIn(source, name)) return true;
  const { names } = source.analysis;
  const foot = source.document.blocks.at(-2)?.start ?? 0;
  return names.some(
    ({ start, text }) => (start < starts[from]! || start >= foot) && / /u.test(text) && fitsName(text, name),
  );
}

/** Could the source's pronoun stand for the draft's speaker too? Where one is named in the same sentence, or behind it. */
function mayBeMeant(
  { analysis }: AnalysedSource,
  name: string,
  speaker: SourceSpeaker,
  { source, from }: Alignment,
): boolean {
  const at = source.starts[from]!;
  const last = analysis.names.findLast((mention) => mention.start < at && fitsName(mention.text, speaker.name.text));
  if (!last) return false;
  const start = sentenceAt(analysis.sentences, last.start)?.start ?? last.start;
  return analysis.names.some(
    (mention) =>
      mention.start >= start && mention.start < at && fitsName(mention.text, name) && mayBe(mention, speaker.pronoun!),
  );
}

/** Can the pronoun stand for the person, as far as a courtesy title or the first name tells? */
function mayBe({ title, text }: NameMention, pronoun: string): boolean {
  const gender = (title && titleGender(title.text)) ?? firstNameGender(text);
  return gender === undefined || pronounGender(pronoun) !== (gender === 'he' ? 'she' : 'he');
}

/** How far before the words an inferred speaker may have been named. */
const NEAR = 1500;

function namedNear({ analysis }: AnalysedSource, name: string, { source, from }: Alignment): boolean {
  const at = source.starts[from]!;
  return analysis.names.some(
    (mention) => mention.start < at + 300 && mention.start > at - NEAR && fitsName(mention.text, name),
  );
}
