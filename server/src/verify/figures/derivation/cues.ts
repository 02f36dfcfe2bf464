import type { DocumentContext, FigureContext } from '../context/context.ts';
import { wordingOf, type Wording } from '../context/wording.ts';

/** What the draft's words around a figure say of the step of arithmetic that it may come from. */
export interface Cues {
  readonly wording: Wording;
  readonly total: boolean;
  readonly rest: boolean;
  readonly more: boolean;
  readonly before: boolean;
  readonly change: boolean;
  /** `60% of them`, `a third were`. */
  readonly share: boolean;
  /** `38% of the herd have gone`: the share that is lost. */
  readonly lost: boolean;
  /** `by 47`: the size of a change. */
  readonly by: boolean;
  /** A discount, and the amount without it. */
  readonly reduced: boolean;
  /** Years that the draft's sentence is about. */
  readonly years: readonly string[];
  readonly behind: string;
}

const TOTAL =
  /\b(?:total|totals|including|takes home|with (?:all|every|the)|altogether|in all|combined|together|overall|sum|casualties|victims|both)\b/iu;
const REST =
  /\b(?:rest|kept|keeps|still|leav(?:es|ing)|absent|missing|not there|all but|remaining|remainder|other|others|left|filled|without|gave up|give up|dropped out|did not|were not|failed|stayed|only|excess|over budget|surplus|deficit|saved|short)\b/iu;
const GAP =
  /\b(?:gap|difference|rise|fall|increase|decrease|drop|growth|cut|exceed(?:s|ed)?|behind|ahead|margin|excess|surplus|deficit)\b/iu;
const CHANGE =
  /\b(?:rose|rise[sn]?|fell|falls?|grew|grow[sn]?|gain\w*|drop\w*|increas\w*|decreas\w*|declin\w*|shr[aiu]nk|up|down|lower|higher|more|fewer|less|larger|smaller|cheaper|dearer|above|below)\b/iu;

/** `half as many again` */
const AGAIN = /^\s*as\s+\p{L}+\s+again\b/iu;
/** `$210m, of which about 40% goes …` */
const OF_THAT =
  /\bof\s+(?:which|whom|this|that|these|them|it)\s+(?:(?:about|some|almost|nearly|more|less|than|only|just|over|under|at|least|roughly|around)\s+)*$/iu;
const LOST =
  /^\s*of\s+(?:\p{L}+\s+){1,4}?(?:have|has|had|is|are|was|were)\s+(?:been\s+)?(?:gone|lost|disappeared|vanished|closed|cut|shut|felled|destroyed)\b/iu;

/** Their comparatives are no change. */
const HEDGES =
  /\b(?:more|less|fewer|higher|lower|up)\s+(?:than|to)\b(?=\s+(?:an?\s|the\s)?[\p{L}£$€]*\s?\d|\s+(?:an?|two|three|four|five|six|seven|eight|nine|ten|half|one)\b)/giu;

/** What the draft's words around the figure say of the step. */
export function cuesOf(draft: DocumentContext, claim: FigureContext): Cues {
  const { start, end } = draft.sentences[claim.sentence]!;
  const { text } = draft.analysis.document;
  const sentence = text.slice(start, end);
  const previous = draft.sentences[claim.sentence - 1]?.start ?? start;
  const behind = text.slice(claim.figure.end, Math.min(end, claim.figure.end + 30));
  const before = text.slice(Math.max(start, claim.figure.start - 30), claim.figure.start);
  const wording = wordingOf(draft, claim);
  return {
    wording,
    total: TOTAL.test(sentence),
    rest: wording === 'rest' || REST.test(sentence),
    more: wording === 'change' || GAP.test(sentence),
    before: /\b(?:earlier|before|previous|previously|prior|had been|was then|then|would put|ago)\b/iu.test(sentence),
    change: claim.figure.direction !== undefined || AGAIN.test(behind) || CHANGE.test(sentence.replace(HEDGES, '')),
    share:
      /^\s*(?:of|were|are|was|is|came|went|had|have|finished|passed|voted)\b/iu.test(behind) ||
      /\bof\b/u.test(behind) ||
      OF_THAT.test(before),
    lost: LOST.test(text.slice(claim.figure.end, Math.min(end, claim.figure.end + 50))),
    by: /\bby\s+(?:\p{L}+\s+){0,2}$/iu.test(before),
    reduced: /\b(?:discount|reduction|rebate|deduction|without|before tax|gross)\b/iu.test(sentence),
    years: yearsIn(/\bthat (?:same )?year\b/iu.test(sentence) ? text.slice(previous, end) : sentence),
    behind,
  };
}

function yearsIn(text: string): string[] {
  return text.match(/\b(?:19|20)\d\d\b/gu) ?? [];
}
