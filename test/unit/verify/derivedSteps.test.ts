import assert from 'node:assert/strict';
import { codes, figuresOf } from './figureFindings.ts';

/** The code of one figure of a draft. */
async function codeOf(figure: string, draft: string, ...sources: string[]): Promise<string | undefined> {
  return (await figuresOf(draft, ...sources)).find(({ text }) => text === figure)?.finding.code;
}

describe('The step that a figure follows by', () => {
  it('is from a level and its change, with a date between, to the level before', async () => {
    const source = 'Brokers in Greve sold 1,870 flats in October, 340 more than in October last year.';
    const draft = 'Brokers in Greve sold 1,870 flats in October, against 1,530 a year earlier.';
    assert.equal(await codeOf('1,530', draft, source), 'figure.derived');
    assert.notEqual(await codeOf('1,350', draft.replace('1,530', '1,350'), source), 'figure.derived');
  });

  it('is back from a level that something was cut to, by so many points', async () => {
    const source = 'The board of the bank cut its policy rate by 0.25 percentage points to 3.50 percent.';
    assert.equal(
      await codeOf('3.75%', 'The policy rate of the bank had been 3.75% before the board met.', source),
      'figure.derived',
    );
    assert.notEqual(
      await codeOf('3.25%', 'The policy rate of the bank had been 3.25% before the board met.', source),
      'figure.derived',
    );
  });

  it('is a change by a share of levels of which one leaves its unit out', async () => {
    const source = 'Admissions to the clinics fell from 118 per 1,000 patients to 71 with the tablet.';
    assert.equal(
      await codeOf('40%', 'Admissions to the clinics fell by about 40% with the tablet.', source),
      'figure.derived',
    );
    assert.notEqual(
      await codeOf('60%', 'Admissions to the clinics fell by about 60% with the tablet.', source),
      'figure.derived',
    );
  });

  it('is between the lower or the upper ends of two ranges', async () => {
    const source = 'The firm expects sales of $5.2 billion to $5.3 billion (previously $5.1 billion to $5.4 billion).';
    const draft = 'The firm expects sales of at least $5.2 billion, $100 million more than before.';
    assert.equal(await codeOf('$100 million', draft, source), 'figure.derived');
    assert.notEqual(await codeOf('$400 million', draft.replace('$100', '$400'), source), 'figure.derived');
  });

  it('is so many of something at so much each', async () => {
    const source = 'We call for six more bridges over the Greve, at a cost of 2.2 million dollars each.';
    const draft = 'They want six more bridges over the Greve, at a cost of $13.2 million.';
    assert.equal(await codeOf('$13.2 million', draft, source), 'figure.derived');
    assert.notEqual(await codeOf('$15.4 million', draft.replace('13.2', '15.4'), source), 'figure.derived');
  });

  it('is the share that is lost, where the draft says that it is gone', async () => {
    const source =
      '| Area | 2018 | 2025 |\n| --- | --- | --- |\n| Tallow marsh | 1,960 | 1,215 |\n| Home wood | 800 | 900 |';
    assert.equal(
      await codeOf('38 percent', 'In the Tallow marsh 38 percent of the cranes have gone.', source),
      'figure.derived',
    );
    assert.notEqual(
      await codeOf('62 percent', 'In the Tallow marsh 62 percent of the cranes have gone.', source),
      'figure.derived',
    );
  });

  it('is from a level of the draft to what it is measured from', async () => {
    const source = 'Prices in Varland rose by 2.4 percent in October. The target of the bank is 2 percent.';
    const draft = 'Inflation in Varland was 2.4% in October. That is 0.4 percentage points above the target.';
    assert.equal(await codeOf('0.4 percentage points', draft, source), 'figure.derived');
    assert.equal(await codeOf('0.6 percentage points', draft.replace('0.4', '0.6'), source), 'figure.unknown');
  });

  it('is from a level of the draft to that of the year that it names', async () => {
    const source =
      'The festival sold 126,000 tickets this year. In 2024 there had been 119,300 tickets, in 2023 only 90,000.';
    const draft = 'The festival sold 126,000 tickets, 5.6% more than in 2024.';
    assert.equal(await codeOf('5.6%', draft, source), 'figure.derived');
    assert.equal(await codeOf('25%', draft.replace('5.6%', '25%'), source), 'figure.unknown');
  });

  it('goes to the value that the source rounds to rather than to arithmetic', async () => {
    assert.deepEqual(
      await codes(
        'A Band D bill in Harrow goes up by just under 5%.',
        'Council tax for a Band D home in Harrow rises by 4.99%, from £1,846.53 to £1,938.67.',
        'Band D bills in Harrow go up by £92.14 to £1,938.67 a year.',
      ),
      ['5%: figure.rounded'],
    );
  });
});
