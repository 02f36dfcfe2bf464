import type { NameMention } from '../../extract/mention.ts';
import type { Finding } from '../verdict.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { inconsistentFigure } from './findings/findings.ts';
import { wordingOf } from './context/wording.ts';

/** So many of the words near the two figures, weighted by nearness, must be the same. */
const ALIKE = 0.6;
/** Values further apart than this factor are two quantities. */
const FAR = 2;
/** Figures of one noun that are compared with each other. */
const COMPARED = 40;
/** Words that tell one time, part or account from another. */
const APART =
  /\b(?:before|after|previous(?:ly)?|earlier|later|last|next|now|then|today|yesterday|former(?:ly)?|originally|initial(?:ly)?|first|second|until|since|rose|risen|fell|fallen|grew|grown|from|instead|than|more|fewer|less|additional|extra|further|new|compared|against|while|whereas|but|other|others|another|each|every|per|target|plan(?:s|ned)?|expected|forecast|if|would|could|should|not|only|half|part|some of|of (?:them|these|those|whom|which)|according|said|says|claim(?:s|ed)?|estimate[sd]?)\b/iu;

/**
 * Findings with those on figures that no source has, and of which the draft gives another value elsewhere: the same thing
 * counted among the same words and names, neither of them a change, a range or hedged, and nothing that tells two times apart.
 */
export function withInconsistencies(
  draft: DocumentContext,
  figures: readonly (FigureContext | undefined)[],
  findings: readonly Finding[],
): Finding[] {
  const byHead = new Map<string, FigureContext[]>();
  for (const figure of draft.figures) {
    if (figure.head === undefined || !isPlainCount(figure)) continue;
    const list = byHead.get(figure.head);
    if (list) list.push(figure);
    else byHead.set(figure.head, [figure]);
  }
  return findings.map((finding, i) => {
    const figure = figures[i];
    if (finding.code !== 'figure.unknown' || finding.partial || figure?.head === undefined) return finding;
    if (!isPlainCount(figure)) return finding;
    const others = (byHead.get(figure.head) ?? []).slice(0, COMPARED);
    const other = others.find((one) => one !== figure && isOtherValue(draft, figure, one));
    return other ? { ...finding, ...inconsistentFigure(figure.figure, other.figure) } : finding;
  });
}

function isPlainCount({ figure: { quantity, hedge, direction, weak }, counts }: FigureContext): boolean {
  if (quantity.type !== 'number' || hedge || direction || weak || counts !== true) return false;
  return quantity.low === quantity.high && quantity.form === undefined && quantity.low >= 2;
}

function isOtherValue(draft: DocumentContext, a: FigureContext, b: FigureContext): boolean {
  const [d, s] = [a.figure.quantity, b.figure.quantity];
  if (d.type !== 'number' || s.type !== 'number' || d.unit !== s.unit || a.sentence === b.sentence) return false;
  if (d.low === s.low || Math.max(d.low, s.low) > FAR * Math.min(d.low, s.low)) return false;
  if (isRounding(d.low, s.low) || alike(a, b) < ALIKE) return false;
  if (wordingOf(draft, a) !== 'level' || wordingOf(draft, b) !== 'level') return false;
  const [first, second] = [sentenceOf(draft, a), sentenceOf(draft, b)];
  if (first.isRow || second.isRow || APART.test(first.text) || APART.test(second.text)) return false;
  return isSame(datesOf(draft, a), datesOf(draft, b)) && isSameSubject(namesOf(draft, a), namesOf(draft, b));
}

/** `1,081` and `1,100`: one of them is the other, rounded. */
function isRounding(a: number, b: number): boolean {
  return [1, 2, 3].some((digits) => Number(a.toPrecision(digits)) === b || Number(b.toPrecision(digits)) === a);
}

/** The cosine of the words near the two. */
function alike(a: FigureContext, b: FigureContext): number {
  let dot = 0;
  let [norm, other] = [0, 0];
  for (const [key, nearness] of a.near) {
    norm += nearness * nearness;
    dot += nearness * (b.near.get(key) ?? 0);
  }
  for (const nearness of b.near.values()) other += nearness * nearness;
  return dot / Math.sqrt(Math.max(1e-9, norm * other));
}

function sentenceOf(
  { analysis, sentences }: DocumentContext,
  { sentence }: FigureContext,
): { text: string; isRow: boolean } {
  const { start, end, block } = sentences[sentence]!;
  return {
    text: analysis.document.text.slice(start, end),
    isRow: analysis.document.blocks[block]?.kind === 'table-row',
  };
}

/** The dates of a figure's sentence. */
function datesOf({ figuresOf }: DocumentContext, { sentence }: FigureContext): Set<string> {
  const dates = new Set<string>();
  for (const { figure } of figuresOf.get(sentence) ?? [])
    if (figure.quantity.type === 'date') dates.add(`${figure.quantity.from} ${figure.quantity.to}`);
  return dates;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** The names of a figure's sentence. */
function namesOf({ analysis, sentences }: DocumentContext, { sentence }: FigureContext): Set<string> {
  const { start, end } = sentences[sentence]!;
  const within = ({ start: from }: NameMention): boolean => from >= start && from < end;
  return new Set(analysis.names.filter((name) => !name.demonym && within(name)).map(({ text }) => text));
}

/** One is named, and whoever is named in the one sentence is named in the other. */
function isSameSubject(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size > 0 && [...few].every((name) => many.has(name)) && many.size - few.size < 2;
}
