import assert from 'node:assert/strict';
import { article } from '../../../bench/texts/article.ts';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { analyse, analysisSteps } from '../../../server/src/extract/analysis.ts';
import { readSource } from '../../../server/src/sources/readSource.ts';
import { contextSteps, documentContext } from '../../../server/src/verify/figures/context/context.ts';
import { temporaryFolder } from './corpusFolders.ts';

/** Articles one behind the other: what somebody has copied into one file, a report of many pages. */
const LONG = Array.from({ length: 30 }, (_, i) => article(i).text).join('\n\n');

function stepsOf(steps: Generator<undefined>): number {
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

describe('A long source', () => {
  it('is read in steps that are no longer than a block', () => {
    const document = readSource('long.txt', Buffer.from(LONG));
    const { length: blocks } = document.blocks;
    // Sentences, words of names, names, figures, quotation marks.
    const steps = stepsOf(analysisSteps(document));
    assert.ok(steps >= 5 * blocks, `${steps} steps for ${blocks} blocks`);
    const analysis = analyse(document);
    const contextual = stepsOf(contextSteps(analysis));
    // Sentences, and those with figures once more.
    assert.ok(contextual >= analysis.sentences.length + documentContext(analysis).figuresOf.size);
    assert.equal(stepsOf(contextSteps(analysis)), 0, 'once is enough');
  });

  it('lets others have their turn while it is read for a comparison, and is read as at once', async () => {
    const sources = temporaryFolder({ 'long.txt': LONG });
    const handle = await openCorpus({ folders: [sources.path], storage: 'memory' });
    await handle.ready;
    let turns = 0;
    let reading = true;
    const count = () => {
      turns++;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    const source = await handle.corpus.source(handle.sources()[0]!.id);
    reading = false;
    assert.ok(turns >= 5, `${turns} turns`);
    const { sentences, names, figures, quotes } = analyse(readSource('long.txt', Buffer.from(LONG)));
    assert.deepEqual(
      { ...source!.analysis, document: undefined },
      { document: undefined, sentences, names, figures, quotes },
    );
    await handle.close();
    sources.remove();
  });
});
