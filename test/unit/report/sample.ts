import type { DocumentId } from '../../../server/src/corpus/corpusIndex.ts';
import type { FigureMention, NameMention, QuoteMention } from '../../../server/src/extract/mention.ts';
import { reportDraft, type CheckedDraft, type Report } from '../../../server/src/report/report.ts';
import type { CheckedClaim, Evidence, Finding } from '../../../server/src/verify/verdict.ts';

const DRAFT = `# Marlow 🚢

The port handled 4,120 containers, said Ines Okafor.
Inland & west, “trade <grew>” too.
`;

const PASSAGE = 'Marlow handled 4,210 containers in 2023';

/** A draft with one wrong figure, one name that is right and one quotation that no source has. */
export function sampleDraft(changes: Partial<CheckedDraft> = {}): CheckedDraft {
  const evidence: Evidence = {
    document: 1 as DocumentId,
    source: 'port.txt',
    start: 100,
    end: 100 + PASSAGE.length,
    page: null,
    text: PASSAGE,
    focus: { start: 115, end: 120 },
  };
  return {
    draft: 'news/marlow.md',
    raw: DRAFT,
    claims: [
      claim('figure', '4,120', {
        verdict: 'refuted',
        code: 'figure.mismatch',
        message: 'The source gives 4,210 containers.',
        evidence: [evidence],
        suggestions: [{ title: 'Replace with 4,210', newText: '4,210' }],
      }),
      claim('name', 'Ines Okafor', {
        verdict: 'supported',
        code: 'name.found',
        message: 'The sources write this name so.',
        evidence: [evidence],
      }),
      claim('quote', 'trade <grew>', {
        verdict: 'not-enough-evidence',
        code: 'quote.unknown',
        message: 'No source has it.',
      }),
    ],
    placeOf: ({ source }) => ({
      file: `sources/${source}`,
      position: { line: 3, character: 15 },
      linesAreOfFile: true,
    }),
    ...changes,
  };
}

export function sampleReport(changes: Partial<CheckedDraft> = {}): Report {
  return {
    corpus: { documents: 2, passages: 7, coverage: 'full' },
    drafts: [reportDraft(sampleDraft(changes))],
  };
}

/** A finding on the first occurrence of `text` in the sample. */
export function claim(
  kind: CheckedClaim['claim']['kind'],
  text: string,
  finding: Pick<Finding, 'verdict' | 'code' | 'message'> & Partial<Finding>,
): CheckedClaim {
  const start = DRAFT.indexOf(text);
  const span = { start, end: start + text.length };
  const full: Finding = { explanation: [], evidence: [], suggestions: [], ...finding };
  const name: NameMention = { kind: 'name', text, entityType: 'person', ...span };
  const figure: FigureMention = {
    kind: 'figure',
    text,
    quantity: { type: 'number', low: 1, high: 1, step: 1 },
    ...span,
  };
  const quote: QuoteMention = { kind: 'quote', text, outer: span, form: 'full', ...span };
  return { claim: kind === 'name' ? name : kind === 'figure' ? figure : quote, finding: full, span };
}
