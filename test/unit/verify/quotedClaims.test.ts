import assert from 'node:assert/strict';
import type { DocumentId } from '../../../server/src/corpus/corpusIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { withQuotedClaims } from '../../../server/src/verify/quotedClaims.ts';
import type { Claim, Code, Evidence, Finding, Verdict } from '../../../server/src/verify/verdict.ts';

const SOURCE = 'She said: “We lost 30 boats to the Orwell in one night.”';

function quotation(text: string): Evidence {
  const start = SOURCE.indexOf(text);
  const words = {
    document: 1 as DocumentId,
    source: 'storm.txt',
    page: null,
    text: SOURCE,
    start: 0,
    end: SOURCE.length,
  };
  return { ...words, focus: { start, end: start + text.length } };
}

const finding = (verdict: Verdict, code: Code, ...evidence: Evidence[]): Finding => ({
  verdict,
  code,
  message: '',
  explanation: [],
  evidence,
  suggestions: [],
});

/** The codes of the figures and names of a draft, were each of them refuted before. */
function codes(raw: string, quote: Finding): string[] {
  const { names, figures, quotes } = readDraft(raw).analysis;
  const refuted = (claim: Claim): Finding =>
    finding('refuted', claim.kind === 'name' ? 'name.misspelt' : 'figure.mismatch');
  const judged = [
    ...quotes.map((claim) => ({ claim, finding: quote })),
    ...[...figures, ...names].map((claim) => ({ claim, finding: refuted(claim) })),
  ];
  return withQuotedClaims(judged)
    .filter(({ claim }) => claim.kind !== 'quote')
    .map(({ claim, finding: told }) => `${claim.text}: ${told.code}`);
}

describe('names and figures inside a quotation', () => {
  const raw = 'She said: “We lost 30 boats to the Orwell in one night.”';
  const words = 'We lost 30 boats to the Orwell in one night.';

  it('are found where the source has the quotation word for word', () => {
    const told = codes(raw, finding('supported', 'quote.found', quotation(words)));
    assert.ok(told.includes('30: figure.found') && told.includes('Orwell: name.found'), told.join());
  });

  it('are found where only the speaker is wrong', () => {
    const told = codes(raw, finding('refuted', 'quote.misattributed', quotation(words)));
    assert.ok(told.includes('30: figure.found'), told.join());
  });

  it('are judged by themselves where the quotation is altered', () => {
    const told = codes(raw, finding('refuted', 'quote.altered', quotation(words)));
    assert.ok(told.includes('30: figure.mismatch'), told.join());
  });

  it('are judged by themselves where the draft has put them in', () => {
    const told = codes(
      'She said: “We lost 30 boats to [the river at Ipswich] in one night.”',
      finding('supported', 'quote.found', quotation(words)),
    );
    assert.ok(told.includes('Ipswich: name.misspelt'), told.join());
  });

  it('are judged by themselves outside of it', () => {
    const told = codes(`${raw} In all 30 were lost.`, finding('supported', 'quote.found', quotation(words)));
    assert.ok(told.includes('30: figure.mismatch'), told.join());
  });
});
