import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

describe('A figure that another might refute', () => {
  it('is not refuted by a value that the draft gives itself, of something else', async () => {
    const source = 'The clinic treated 5,400 patients with asthma this winter, of whom 20 percent were children.';
    assert.deepEqual(await codes('The clinic treated 5,400 patients with asthma; a fee of €3,100 was paid.', source), [
      '5,400: figure.found',
      '€3,100: figure.unknown',
    ]);
    assert.deepEqual(await repair('The clinic treated 4,500 patients with asthma this winter.', source), [
      '4,500',
      '5,400',
    ]);
  });

  it('is not refuted by a level, if it is the size of a change', async () => {
    const source = 'A litre of milk costs $0.79 at the farm shop in Greve.';
    assert.deepEqual(await codes('A litre of milk costs eight cents more at the farm shop in Greve.', source), [
      'eight cents: figure.unknown',
    ]);
    assert.deepEqual(await repair('A litre of milk costs $0.97 at the farm shop in Greve.', source), [
      '$0.97',
      '$0.79',
    ]);
  });

  it('is not refuted by the number in all, if it is said of each', async () => {
    const source = 'The league has four clubs from Vestby, all of which won their matches on Sunday.';
    assert.deepEqual(await codes('Each of them sent two clubs from Vestby to the league.', source), [
      'two: figure.unknown',
    ]);
    assert.deepEqual((await repair('The league has six clubs from Vestby.', source))[0], 'six');
  });

  it('is not refuted by those who did it, if it counts those who did not', async () => {
    const source = 'The nurses vaccinated 268,000 people in the delta by Friday, 74 percent of their goal.';
    assert.deepEqual(await codes('In the delta, 94,500 people have not been vaccinated by the nurses.', source), [
      '94,500: figure.unknown',
    ]);
    assert.deepEqual(
      (await repair('In the delta, 286,000 people were vaccinated by the nurses.', source))[0],
      '286,000',
    );
  });

  it('is not refuted by the age of somebody else, if it is that of a thing', async () => {
    const source = 'Ada Lund won the race in Karsund. “I was tired,” the 24-year-old said.';
    assert.deepEqual(await codes('In the Karsund race Ada Lund broke a record that was twelve years old.', source), [
      'twelve years old: figure.unknown',
    ]);
    assert.deepEqual(await repair('Ada Lund, 42, won the race.', 'The race was won by Ada Lund, 24, of Karsund.'), [
      '42',
      '24',
    ]);
  });

  it('keeps its value where the noun stands only at the number before', async () => {
    const source = 'The daily allowance is 2,100 meals; since May it has been cut to 1,600 in Karsund.';
    assert.deepEqual(await codes('In Karsund the allowance has been 1,600 meals a day since May.', source), [
      '1,600: figure.found',
      'May: figure.found',
    ]);
  });

  it('is not the number of a list, if it is a length', async () => {
    const source = 'Kravets cleared 2.01 m, ahead of 3 Safiya El Idrissi and 4 Imogen Atwater.';
    assert.deepEqual(await codes('Kravets cleared 2.01 m, three centimetres more than Atwater.', source), [
      '2.01 m: figure.found',
      'three centimetres: figure.unknown',
    ]);
  });

  it('is refuted by one before the number of times, which counts something else', async () => {
    const source = 'Kravets tried 2.04 three times in Greve.';
    assert.deepEqual(await repair('Kravets failed three times in Greve at 2.07.', source), ['2.07', '2.04']);
  });

  it('is not refuted by a day of another month and number, unless the words near it are the same', async () => {
    const source =
      'The decision of the bank on its key rate applies from 11 November. The next will be announced on 17 December.';
    assert.deepEqual(
      await codes(
        'The next decision will come in winter, on 17 December, and the one after that on 4 February.',
        source,
      ),
      ['17 December: figure.found', '4 February: figure.unknown'],
    );
    assert.deepEqual(await repair('The decision of the bank on its key rate applies from 4 October.', source), [
      '4 October',
      '11 November',
    ]);
  });
});

describe('A figure with another of its kind beside it', () => {
  it('is refuted by the vote that has the other side', async () => {
    const source =
      'The motion on fares was carried by 9 votes to 4. The motion on free entry to the pool was lost by 6 votes to 8.';
    assert.deepEqual(await repair('Free entry to the pool failed by 6 votes to 9.', source), ['9', '8']);
    assert.deepEqual(await codes('Free entry to the pool failed by 6 votes to 8.', source), [
      '6: figure.found',
      '8: figure.found',
    ]);
  });

  it('is refuted as money where the sources give the same number in per cent', async () => {
    const source = 'Shares in Karsund Ferries closed 2.6 percent lower at $48.75.';
    assert.deepEqual(await repair('Shares in Karsund Ferries lost $2.60.', source), ['$2.60', '2.6 percent']);
    assert.deepEqual(await codes('Shares in Karsund Ferries lost 2.6 percent.', source), ['2.6 percent: figure.found']);
  });
});

describe('Two sources of one figure', () => {
  it('do not disagree if one says at least so many', async () => {
    const late = 'Four people died when the ferry ran aground off Karsund.';
    assert.deepEqual(
      await codes(
        'Four people died when the ferry ran aground off Karsund.',
        late,
        'At least three people died when the ferry ran aground off Karsund.',
      ),
      ['Four: figure.found'],
    );
    assert.deepEqual(
      await codes(
        'Forty people died when the ferry ran aground off Karsund.',
        'Forty people died when the ferry ran aground off Karsund.',
        'Thirty-six people died when the ferry ran aground off Karsund.',
      ),
      ['Forty: figure.conflict'],
    );
  });

  it('do not disagree if they speak of two times', async () => {
    const draft = 'In May there were 13,900 cars on the Karsund bridge.';
    const may = 'In May 13,900 cars were on the Karsund bridge.';
    assert.deepEqual(await codes(draft, may, 'In the first six months there were 11,800 cars on the Karsund bridge.'), [
      'May: figure.found',
      '13,900: figure.found',
    ]);
    assert.deepEqual(await codes(draft, may, 'In May there were 11,800 cars on the Karsund bridge.'), [
      'May: figure.found',
      '13,900: figure.conflict',
    ]);
  });
});
