import fc from 'fast-check';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** Words and marks that the extractors take for something, to be put in any order. */
const WORDS = [
  '2 3 12 1,200 4.2 2021 1990s 50% % $ € £ US$ Rs bn m half quarter third first dozen percent per cent points metres',
  'two hundred thousand million year-old years minutes score fold one-third once twice dozen about almost more less than',
  'from between to or and of in by the a rose fell doubled minus March Monday Q3 June 3rd pounds pence feet',
  'Marta Oyelaran Col. Mr Dr President UN Tarn Ltd St von al- O’Brien J. Jr & said says told according added she who',
  'people houses killed not never will . , ; : ? ! - – — − \' ’ “ ” " ( ) [ ] … ... / | > # ** * ` é 🌊 <!-- -->',
].flatMap((line) => line.split(' '));

const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '', '\n', '\n\n')), { maxLength: 24 })
  .map((parts) => parts.flat().join(''));

const FLOOD = `The river Tarn rose by 4.2 metres on 3 March 2021. It cost $1.2bn in the third quarter.

"We will not leave anybody behind," Colonel Marta Oyelaran told reporters. Two hundred people, 12%, were killed.
`;

describe('a draft of any words in any order', () => {
  it('is checked to its end', async () => {
    const flood = await corpusOfTexts({ 'flood.txt': FLOOD });
    await fc.assert(
      fc.asyncProperty(text, async (draft) => {
        await checkDraft(readDraft(draft), flood);
      }),
      { numRuns: 2000 },
    );
  });

  it('is checked to its end against sources of the same words', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (draft, source) => {
        await checkDraft(readDraft(draft), await corpusOfTexts({ 'a.txt': source, 'b.md': draft }));
      }),
      { numRuns: 500 },
    );
  });
});
