import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { documentContext } from '../../../server/src/verify/figures/context.ts';
import { withFigure } from '../../../server/src/verify/figures/lazyContexts.ts';

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
});
