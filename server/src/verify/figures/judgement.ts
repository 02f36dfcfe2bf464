import { withFigure } from './context/lazyContexts.ts';
import type { Derivation } from './derivation.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import type { FigureMatch } from './matches.ts';
import { conflicts, mayConflict } from './conflicts.ts';
import { isSlipOf } from './values/slips.ts';
import { wordingOf } from './context/wording.ts';
import { isAtItsTime, isOfAnotherDayThan, shownOther } from './otherMatters.ts';
import { endsOf, isEndSaid } from './values/rangeEnds.ts';
import { cellOfOtherTime, cellsFirst, contraryCell } from './tables/cells.ts';
import { isChangeCell } from './derivation/rowChanges.ts';
import { sentenceSum } from './derivation/sentenceSum.ts';
import { SURE, likelihoodNeeded } from './derivationNeeds.ts';
import type { Finding } from '../verdict.ts';
import { isWeekdayConfirmed } from './values/weekdays.ts';
import { otherAccount } from './otherAccounts.ts';
import { loneSlip } from './loneSlips.ts';
import { isShareBeside } from './neighbours.ts';
import { DOUBTS, isPartOfTotal, overruling } from './overruling.ts';
import { swappedPair } from './swappedPairs.ts';
import { isUnitSlip, refuting } from './refuting.ts';
import {
  conflictingFigure,
  contraryFigure,
  derivedFigure,
  refutedFigure,
  supportedFigure,
  unknownFigure,
} from './findings/findings.ts';
import { CLEAR, isChance, isNamed, isOpposed, isOwnDate, isWeak, type Judged } from './plausible.ts';

/** What a passage needs of the draft's words where it gives the very same day. */
const SLIGHTLY_ALIKE = 0.4;
/** Telling words of a sentence; fewer find nothing for sure. */
const THIN = 3;

/**
 * The verdict on one figure, from the source figures that can be compared with it, best first. `derive` is asked where no
 * source gives the value in a place that fits, `matchesFor` for the same of another figure of the draft.
 */
export function judgeFigure(
  document: DocumentContext,
  draft: FigureContext,
  matches: readonly FigureMatch[],
  derive: () => Derivation | undefined,
  matchesFor: (other: FigureContext) => readonly FigureMatch[],
): Finding {
  const { figure } = draft;
  const claim: Judged = {
    ...withFigure(draft, figure),
    wording: wordingOf(document, draft),
    thin: document.sentences[draft.sentence]!.keys.size < THIN,
  };
  const { start, end } = document.sentences[draft.sentence]!;
  const sentence = document.analysis.document.text.slice(start, end);
  const same = cellsFirst(
    matches.filter(
      (match) =>
        match.relation.kind === 'same' &&
        (!isChance(claim, match) || isEndSaid(figure, match.context.figure, sentence)),
    ),
  );
  const rivals = matches.filter((match) => match.rival);
  const weekday = wrongWeekday(claim, same, rivals);
  if (weekday) return refutedFigure(figure, agreeing(rivals, weekday));
  const cell = contraryCell(same, rivals) ?? cellOfOtherTime(document, draft, same, rivals);
  if (cell) return refutedFigure(figure, agreeing(rivals, cell));
  return same.length === 0
    ? unmatched(document, claim, matches, rivals, derive)
    : matched(document, claim, matches, same, rivals, derive, matchesFor);
}

/** No source gives the value in a place that fits: arithmetic explains it, or another value refutes it. */
function unmatched(
  document: DocumentContext,
  claim: Judged,
  matches: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
  derive: () => Derivation | undefined,
): Finding {
  const { figure } = claim;
  const ends = endsOf(figure, matches);
  if (ends) return supportedFigure(figure, ends);
  const against = refuting(document, claim, rivals);
  const isPlain = namesake(claim, rivals) || (against && isUnitSlip(against) && figure.quantity.type !== 'duration');
  const derivation = isPlain ? undefined : derive();
  if (derivation?.contrary) {
    if (derivation.likelihood >= SURE) return contraryFigure(figure, derivation, derivation.contrary);
  } else if (derivation && derivation.likelihood >= likelihoodNeeded(document, claim, derivation, against))
    return derivedFigure(figure, derivation);
  if (!against) {
    const slip = loneSlip(document, claim, rivals);
    return slip ? refutedFigure(figure, agreeing(rivals, slip)) : unknownFigure();
  }
  const sum = sentenceSum(claim, against);
  return sum ? derivedFigure(figure, sum) : refutedFigure(figure, agreeing(rivals, against));
}

/** Sources give the value, the best place first: it stands, unless that place is of another matter, or others say otherwise. */
function matched(
  document: DocumentContext,
  claim: Judged,
  matches: readonly FigureMatch[],
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
  derive: () => Derivation | undefined,
  matchesFor: (other: FigureContext) => readonly FigureMatch[],
): Finding {
  const { figure } = claim;
  const found = same[0]!;
  const reckoned = reckonedFinding(document, claim, found, rivals, derive);
  if (reckoned) return reckoned;
  const ofItsTime = rivals.filter(
    (match) => !isAtItsTime(document, claim, found, match) && !isOfAnotherDayThan(document, claim, match),
  );
  const ofItsRow = ofItsTime.filter((match) => !isPartOfTotal(document, claim, match, found));
  const other =
    swappedPair(document, claim, found, rivals, matchesFor) ??
    shownOther(document, claim, same, ofItsTime) ??
    overruling(document, claim, same, ofItsRow);
  if (other) {
    const against = agreeing(rivals, other);
    return mayConflict(other, found) ? conflictingFigure(figure, same, against) : refutedFigure(figure, against);
  }
  const opposing = rivals.filter((match) => conflicts(document, claim, match, found));
  if (opposing.length > 0) return conflictingFigure(figure, same, opposing);
  const account = otherAccount(document, claim, matches, found);
  if (account) return conflictingFigure(figure, same, agreeing(rivals, account));
  return supportedFigure(figure, same);
}

/** Where it is not plain that the place speaks of the draft's matter: what arithmetic says for the figure or against it, if it is sure. */
function reckonedFinding(
  document: DocumentContext,
  claim: Judged,
  found: FigureMatch,
  rivals: readonly FigureMatch[],
  derive: () => Derivation | undefined,
): Finding | undefined {
  const { figure, wording } = claim;
  const rival = rivals.find((match) => isOpposed(claim, match));
  const isChange = isChangeCell(document, claim);
  const doubtful =
    isWeak(figure, found) ||
    isChange ||
    // So many a day are not so many.
    (wording === 'rate' && found.content < CLEAR && wordingOf(found.in.document, found.context) !== 'rate') ||
    (rival !== undefined && rival.score - found.score >= DOUBTS && isRounded(found));
  const derivation = doubtful ? derive() : undefined;
  if (!derivation || derivation.likelihood < SURE) return undefined;
  const { contrary } = derivation;
  if (contrary)
    return typeof contrary === 'object' || isChange ? contraryFigure(figure, derivation, contrary) : undefined;
  const isToldOtherwise =
    (rival !== undefined && isTold(rival, found) && !isOperand(rival, derivation)) ||
    rivals.some((match) => isShareBeside(document, claim, match, found));
  return isToldOtherwise ? undefined : derivedFigure(figure, derivation);
}

/** The rival counts the very thing in the draft's words, which no arithmetic is to explain away. */
function isTold({ like, score }: FigureMatch, found: FigureMatch): boolean {
  return like.head === 1 && like.near + like.nearShare >= 1 && score - found.score >= DOUBTS;
}

function isOperand({ context }: FigureMatch, { operands }: Derivation): boolean {
  return operands.some((operand) => operand.context === context);
}

function isRounded({ relation }: FigureMatch): boolean {
  return relation.kind === 'same' && relation.how === 'rounded';
}

/** A source's day that the draft gives with another weekday, if no source has the draft's. */
function wrongWeekday(
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const d = draft.figure.quantity;
  if (d.type !== 'date' || d.weekday === undefined) return undefined;
  const confirmed = same.some(({ context }) => {
    const s = context.figure.quantity;
    return s.type === 'date' && isWeekdayConfirmed(d, s);
  });
  return confirmed
    ? undefined
    : rivals.find(
        ({ relation, content, context, in: { source } }) =>
          relation.kind === 'different' &&
          relation.what === 'weekday' &&
          (content >= SLIGHTLY_ALIKE || isOwnDate(source, context.figure)),
      );
}

/** A value a slip away that counts the very same thing: no arithmetic is asked then. */
function namesake(draft: Judged, rivals: readonly FigureMatch[]): boolean {
  return rivals.some(
    (match) =>
      draft.counts === true &&
      isNamed(match) &&
      (draft.heads ?? []).filter((key) => match.context.heads?.includes(key)).length > 1 &&
      isSlipOf(draft.figure, match.context.figure) &&
      wordingOf(match.in.document, match.context) === draft.wording,
  );
}

/** A rival and the others that give the same value as well, the rival first. */
function agreeing(matches: readonly FigureMatch[], best: FigureMatch): FigureMatch[] {
  const value = JSON.stringify(best.context.figure.quantity);
  const others = matches.filter((match) => match !== best && JSON.stringify(match.context.figure.quantity) === value);
  return [best, ...others];
}
