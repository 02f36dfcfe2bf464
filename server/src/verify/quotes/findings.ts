import type { QuoteMention } from '../../extract/mention.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { alignmentEvidence, quoteEvidence, repairOf } from './evidence.ts';
import { draftSpeaker, speakerOf, type DraftSpeaker } from './speakers.ts';
import { fitsName } from './speakerNames.ts';
import { spanOfWords } from './sources.ts';
import type { ExactRun } from './stitching.ts';
import type { HiddenNegation } from './negation.ts';
import type { PlacedQuote } from './places.ts';
import type { Evidence, Finding } from '../verdict.ts';
import { diffParts, differencesOf, gravest, type ChangeKind, type DiffPart } from './wordDiff.ts';

/** A quotation that is being judged. */
export interface JudgedQuote {
  readonly claim: QuoteMention;
  readonly context: VerifyContext;
  /** How many words it has. */
  readonly words: number;
}

/** So many passages are shown. */
const EVIDENCE = 5;

/** A source has the words, by the speaker that the draft names as far as both name one. */
export function found(judged: JudgedQuote, best: PlacedQuote, exact: readonly PlacedQuote[]): Finding {
  const ordered = [best, ...exact.filter((place) => place !== best)];
  const speaker = speakerOf(best.alignment);
  const by = speaker ? `, ${speaker.wrote ? 'written' : 'said'} by ${speaker.name.text}` : '';
  const where = pathOf(best);
  const prose = !best.quoted && !speaker;
  return {
    verdict: 'supported',
    code: 'quote.found',
    message: prose ? `${where} has these words in its own text.` : `${where} has these words${by}.`,
    explanation: [...wordSteps(judged, best), ...speakerSteps(judged, best)],
    evidence: evidenceOf(ordered),
    suggestions: [],
  };
}

/** A source has the words, and names somebody else for them. */
export function misattributed(judged: JudgedQuote, best: PlacedQuote, exact: readonly PlacedQuote[]): Finding {
  const theirs = speakerOf(best.alignment)!;
  const ours = draftSpeaker(judged.claim.attribution, judged.context.draft)!;
  const reported = theirs.via !== undefined && ours.via !== undefined && !fitsName(theirs.via, ours.via);
  const source = reported ? theirs.via : inSentence(theirs.name.text, theirs.kind);
  const draft = reported ? ours.via : inSentence(titled(judged, ours.name), ours.kind);
  return {
    verdict: 'refuted',
    code: 'quote.misattributed',
    message: `The source has these words from ${source}, not from ${draft}.`,
    explanation: [...wordSteps(judged, best), ...speakerSteps(judged, best)],
    evidence: evidenceOf([best, ...exact.filter((place) => place !== best)]),
    suggestions: [],
  };
}

/** A role or document as it stands within a sentence: `a spokesman`, whatever it began. */
function inSentence(speaker: string, kind: DraftSpeaker['kind']): string {
  return kind === 'name' ? speaker : speaker.replace(/^\p{Lu}(?=\p{Ll}*\s)/u, (letter) => letter.toLowerCase());
}

/** The draft's speaker with the title that stands before the name. */
function titled({ claim, context }: JudgedQuote, name: string): string {
  const { speaker } = claim.attribution!;
  const mention = context.draft.analysis.names.find(({ start }) => start === speaker.start);
  return mention?.title && mention.text === name ? `${mention.title.text} ${name}` : name;
}

/** The passage is found, and words differ; or none do and a negation is hidden. */
export function altered(judged: JudgedQuote, best: PlacedQuote, hidden?: HiddenNegation): Finding {
  const { claim, context } = judged;
  const parts = diffParts(best.alignment, context.draft.analysis.document.text);
  const lead = gravest(parts);
  const repair = lead && repairOf(parts, claim, context.draft);
  return {
    verdict: 'refuted',
    code: 'quote.altered',
    message: hidden ? hiddenMessage(best, hidden) : alteredMessage(lead!.part, lead!.kind, parts),
    explanation: [...wordSteps(judged, best), ...speakerSteps(judged, best)],
    evidence: evidenceOf([best]),
    suggestions: repair ? [repair] : [],
  };
}

function hiddenMessage({ alignment }: PlacedQuote, { negation, next, by }: HiddenNegation): string {
  const { text } = alignment.source.source.document;
  const word = (span: { readonly start: number; readonly end: number }): string =>
    `“${text.slice(span.start, span.end)}”`;
  const how = by === 'cut' ? 'which the quotation cuts off' : 'which the ellipsis hides';
  return `The negation differs: the source has ${word(negation)} before ${word(next)}, ${how}.`;
}

/** The draft says that it translates, so that its wording cannot be held against the source's. */
export function translated(judged: JudgedQuote, best: PlacedQuote): Finding {
  return {
    ...unknown(),
    message: `The draft calls this a translation; ${pathOf(best)} has it in other words.`,
    explanation: [...wordSteps(judged, best), ...speakerSteps(judged, best)],
    evidence: evidenceOf([best]),
  };
}

const LEADS: Readonly<Record<ChangeKind, string>> = {
  negation: 'The negation differs: ',
  number: 'A number differs: ',
  modal: 'The degree of certainty differs: ',
  antonym: 'The meaning is turned round: ',
  date: 'A date differs: ',
  word: '',
};

function alteredMessage(part: DiffPart, kind: ChangeKind, parts: readonly DiffPart[]): string {
  const lead = LEADS[kind];
  const at = parts.indexOf(part);
  let sentence: string;
  if (part.kind === 'dropped') {
    const next = parts[at + 1]?.source.split(/\s+/u)[0];
    sentence = `the source has “${part.source}”${next ? ` before “${next}”` : ''}, which the draft leaves out`;
  } else if (part.kind === 'added') sentence = `the source does not have “${part.draft}”`;
  else sentence = `the source has “${part.source}” where the draft has “${part.draft}”`;
  const others = differencesOf(parts).length - 1;
  const more = others > 0 ? ` (and ${others} other ${others === 1 ? 'difference' : 'differences'})` : '';
  const whole = `${lead}${sentence}${more}.`;
  return whole[0]!.toUpperCase() + whole.slice(1);
}

const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' };

/** Separate passages stand side by side as one. */
export function stitched(judged: JudgedQuote, runs: readonly ExactRun[]): Finding {
  const { text } = judged.context.draft.analysis.document;
  const evidence = runs.map(({ source, from, to }) => quoteEvidence(source, spanOfWords(source, from, to)));
  const parts = runs.map(({ source, from, to }) =>
    excerpt(source.source.document.text.slice(source.starts[from], source.ends[to])),
  );
  return {
    verdict: 'refuted',
    code: 'quote.stitched',
    message:
      runs.length > 1
        ? `These are ${COUNTS[runs.length] ?? 'several'} separate passages of the source, run together as one quotation.`
        : 'The ellipsis joins words of two different speeches.',
    explanation: [
      `The draft has one quotation: “${excerpt(text.slice(judged.claim.start, judged.claim.end))}”.`,
      ...parts.map((part, i) => `Passage ${i + 1}: “${part}”.`),
    ],
    evidence,
    suggestions: [],
  };
}

/** Sources quote one speech in different words, and the draft agrees with one of them. */
export function conflicting(judged: JudgedQuote, supporting: PlacedQuote, rival: PlacedQuote): Finding {
  const parts = diffParts(rival.alignment, judged.context.draft.analysis.document.text);
  const { part } = gravest(parts)!;
  const says = part.source === '' ? `without “${part.draft}”` : `“${part.source}”`;
  const ours = part.draft === '' ? `without “${part.source}”` : `“${part.draft}”`;
  return {
    verdict: 'conflicting-evidence',
    code: 'quote.conflict',
    message: `The sources quote these words differently: ${pathOf(supporting)} has ${ours}, ${pathOf(rival)} ${says}.`,
    explanation: [...wordSteps(judged, supporting), ...wordSteps(judged, rival), ...speakerSteps(judged, supporting)],
    evidence: [alignmentEvidence(supporting.alignment, ours), alignmentEvidence(rival.alignment, says)],
    suggestions: [],
  };
}

/** No source has the words, nor anything near them. */
export function unknown(): Finding {
  return {
    verdict: 'not-enough-evidence',
    code: 'quote.unknown',
    message: 'No source has these words.',
    explanation: [],
    evidence: [],
    suggestions: [],
  };
}

function evidenceOf(places: readonly PlacedQuote[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { alignment } of places) {
    if (evidence.length >= EVIDENCE) break;
    const piece = alignmentEvidence(alignment);
    if (
      !evidence.some((other) => other.document === piece.document && other.start < piece.end && piece.start < other.end)
    )
      evidence.push(piece);
  }
  return evidence;
}

function wordSteps({ context, words }: JudgedQuote, { alignment, quoted }: PlacedQuote): string[] {
  const parts = diffParts(alignment, context.draft.analysis.document.text);
  const differences = differencesOf(parts);
  const where = `${alignment.source.source.record.path}${quoted ? '' : ' (not in quotation marks there)'}`;
  const steps = [
    differences.length === 0
      ? `Words: all ${words} are in ${where}, in this order.`
      : `Words: ${alignment.same} of ${words} are in ${where}, in this order.`,
  ];
  for (const part of differences) {
    if (part.kind === 'changed') steps.push(`Changed: “${part.draft}” in the draft, “${part.source}” in the source.`);
    else if (part.kind === 'added') steps.push(`Added in the draft: “${part.draft}”.`);
    else steps.push(`Left out in the draft: “${part.source}”.`);
  }
  const skipped = parts.filter((part) => part.kind === 'skipped').map((part) => part.source);
  for (const words of skipped) steps.push(`Left out and marked, or not part of the quotation: “${excerpt(words)}”.`);
  return steps;
}

function speakerSteps({ claim, context }: JudgedQuote, { alignment, relation }: PlacedQuote): string[] {
  const draft = draftSpeaker(claim.attribution, context.draft);
  const source = speakerOf(alignment);
  if (!draft && !source) return [];
  if (!draft) return [`Speaker: the draft names nobody here; the source names ${source!.name.text}.`];
  if (!source) return [`Speaker: ${draft.name} in the draft; the source names nobody here.`];
  const inferred = source.certain ? '' : ' (inferred from the text before)';
  const outcome = { same: 'the same', other: 'somebody else', unknown: 'not compared' }[relation];
  return [`Speaker: ${draft.name} in the draft, ${source.name.text}${inferred} in the source: ${outcome}.`];
}

function pathOf({ alignment }: PlacedQuote): string {
  return alignment.source.source.record.path;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 120 ? `${line.slice(0, 60)} … ${line.slice(-50)}` : line;
}
