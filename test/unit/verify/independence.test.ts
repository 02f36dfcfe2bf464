import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

const AGENCY = `The harbour of Ellisvik is full, its chair said on Monday. “The quay is full and the tide does not wait,” Carl Voss told reporters. The harbour took in 14,500 containers last year, and nobody had foreseen it.`;

/** All that is said of the claims of one kind, explanations included. */
async function told(kind: string, sources: Readonly<Record<string, string>>, raw: string): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts(sources));
  return checked
    .filter(({ claim }) => claim.kind === kind)
    .map(({ finding }) => [finding.verdict, finding.message, ...finding.explanation].join(' | '));
}

const DRAFT = '“The quay is full and the tide does not wait,” said Carl Voss.';

describe('Sources that are copies of one text', () => {
  it('are said to be one where both have the words', async () => {
    const sources = {
      'gazette.txt': AGENCY,
      'mirror.txt': `${AGENCY} The mayor had no comment.`,
    };
    const [quote] = await told('quote', sources, DRAFT);
    assert.match(
      quote!,
      /^supported .*(?:gazette\.txt and mirror|mirror\.txt and gazette)\.txt are copies of one text/u,
    );
  });

  it('are not those that quote the same words in texts of their own', async () => {
    const sources = {
      'gazette.txt': AGENCY,
      'diary.txt': `I went down to the water in the morning, and there he stood in his coat. “The quay is full and the tide does not wait,” Carl Voss said to the six of us who had come. It rained.`,
    };
    const [quote] = await told('quote', sources, DRAFT);
    assert.match(quote!, /^supported /u);
    assert.doesNotMatch(quote!, /copies/u);
  });

  it('are named in the message where they contradict one another', async () => {
    const sources = { 'gazette.txt': AGENCY, 'mirror.txt': AGENCY.replace('14,500', '14,900') };
    const [figure] = await told('figure', sources, 'The harbour took in 14,500 containers last year.');
    assert.match(figure!, /^conflicting-evidence \| [^|]*are copies of one text\. \|/u);
  });
});
