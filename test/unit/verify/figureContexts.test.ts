import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { askedOf } from '../../../server/src/verify/figures/context/align.ts';
import { sentencesToSearch } from '../../../server/src/verify/figures/searching.ts';
import { documentContext } from '../../../server/src/verify/figures/context/context.ts';
import { withFigure } from '../../../server/src/verify/figures/context/lazyContexts.ts';

const TEXT =
  'The port took in 14 trawlers and 3 ferries. Nobody was hurt.\n\n| Berth | Boats |\n| --- | --- |\n| North | 21 |';

describe('The context of a figure', () => {
  it('is the words around it, whichever figure of its sentence is asked first', () => {
    const heads = (order: readonly number[]) => {
      const { figures } = documentContext(analyse(structureMarkdown(TEXT)));
      for (const at of order) void figures[at]!.near;
      return figures.map(({ figure, head }) => `${figure.text} ${head}`);
    };
    assert.deepEqual(heads([0, 1, 2]), ['14 trawler', '3 ferry', '21 north']);
    assert.deepEqual(heads([2, 1, 0]), heads([0, 1, 2]));
  });

  it('is kept with another reading of the figure', () => {
    const [context] = documentContext(analyse(structureMarkdown(TEXT))).figures;
    const other = withFigure(context!, { ...context!.figure, text: 'fourteen' });
    assert.equal(other.figure.text, 'fourteen');
    for (const part of ['sentence', 'near', 'head', 'heads', 'counts', 'before', 'behind'] as const) {
      assert.equal(other[part], context![part], part);
    }
  });

  it('[flat] is compared with all of a short source, whose other sentences are not looked into for that', () => {
    const draft = documentContext(analyse(structureMarkdown(TEXT)));
    const source = documentContext(analyse(structureMarkdown('The port took in 12 trawlers.\n\nIt rained.')));
    let asked = 0;
    const watched = Object.defineProperty({ ...source }, 'postings', { get: () => (asked++, source.postings) });
    const claim = askedOf(draft, draft.figures[0]!, () => 1);
    assert.equal(sentencesToSearch(claim, watched), undefined);
    assert.equal(asked, 0);
    // Of a long one the sentences that share words with the draft's are searched, and those beside them.
    const long = { ...watched, figures: Array.from({ length: 2000 }, () => source.figures[0]!) };
    assert.ok(sentencesToSearch(claim, long));
  });
});
