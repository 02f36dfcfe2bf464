import assert from 'node:assert/strict';
import { codes, figuresOf, repair } from './figureFindings.ts';

const MUSEUM = `The school choir sang of storms. Nobody had rehearsed much.

Museum visitors admired whaling lamps, carved oars, maps from the year 1894.`;

const FERRY = `Lost: the ferry Skarn Maid, with eleven islanders from Tollen and Verle, struck the southern breakwater on 3 March before dawn.

Its owners paid damages to all of them before the inquiry began. The inquiry heard from divers, pilots and the harbour master.

Pictured: the ferry Skarn Maid and islanders from Tollen, raised from the harbour floor, on 14 June 2021 before the judge read his report.`;

describe('A date in the place of another', () => {
  it('is refuted by the date that a sentence much more like the draft’s has behind the same words', async () => {
    assert.deepEqual(await repair('The ferry Skarn Maid struck the southern breakwater on 14 June 2021.', FERRY), [
      '14 June 2021',
      '3 March 2021',
    ]);
    assert.deepEqual(
      await codes('The ferry Skarn Maid was pictured with islanders from Tollen on 14 June 2021.', FERRY),
      ['14 June 2021: figure.found'],
    );
  });

  it('is unknown where the sources speak of the matter, and give the date of nothing near it', async () => {
    const [found] = await figuresOf(
      'The harbour master, the pilots and divers had served since 1894.',
      `${FERRY}\n\n${MUSEUM}`,
    );
    assert.equal(found?.finding.code, 'figure.unknown');
    assert.equal(found.finding.message, 'The sources give 1894 of other matters, not of this.');
    assert.match(found.finding.evidence[0]!.text, /whaling lamps/);
  });

  it('is let be where a sentence that points back may speak of what the date belongs to', async () => {
    assert.deepEqual(
      await codes('They were drawn in 1894, long before divers, pilots and a harbour master.', `${FERRY}\n\n${MUSEUM}`),
      ['1894: figure.found'],
    );
  });
});

describe('A weekday of the draft', () => {
  it('is shown where nothing in the sources falls on it', async () => {
    const [found] = await figuresOf('The pilots met on Thursday.', 'The pilots met at noon in the harbour office.');
    assert.equal(found?.finding.message, 'No source says Thursday, or gives a date that is one.');
  });

  it('is not shown where a source names it, has its date or is dated itself', async () => {
    assert.deepEqual(await codes('The pilots met on Thursday.', 'The pilots met at noon on Thursday.'), []);
    // 14 March 2024 was a Thursday.
    assert.deepEqual(await codes('The pilots met on Thursday.', 'The pilots met on 14 March 2024 at noon.'), []);
    const dated = '---\ndate: 2024-03-13\n---\n\nThe pilots meet tomorrow at noon.\n';
    assert.deepEqual(await codes('The pilots met on Thursday.', dated), []);
  });
});
