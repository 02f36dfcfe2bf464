import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** What is said of the figures of a draft, beside one source: those that are told or supported. */
async function codes(raw: string, source: string): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts({ 'source.txt': source }));
  return checked
    .filter(({ claim }) => claim.kind === 'figure')
    .map(({ span, finding }) => `${raw.slice(span.start, span.end)}: ${finding.code}`);
}

describe('a figure of another matter', () => {
  it('is no result of a match against somebody else', async () => {
    const raw = 'Norvane beat Ellisvik 4-3 to win the cup before the harbour games.';
    const told = 'The coach spoke of harsh words after';
    assert.deepEqual(await codes(raw, `${told} Norvane’s 4-1 defeat by Tarnfoss before the harbour games.`), [
      '4-3: figure.unknown',
    ]);
    assert.deepEqual(await codes(raw, `${told} Norvane’s 4-1 win over Ellisvik in the cup before the harbour games.`), [
      '4-3: figure.mismatch',
    ]);
  });

  it('is no year beside which the source speaks of this year', async () => {
    const raw = 'The rowing team of Ellisvik also won the national student cup in 2019.';
    const won = 'The rowing team of Ellisvik won the national student cup';
    assert.deepEqual(await codes(raw, `${won} this year, building on the medal of 2018.`), ['2019: figure.unknown']);
    assert.deepEqual(await codes(raw, `${won} in 2018.`), ['2019: figure.mismatch']);
  });

  it('is no count of another thing, where the source counts the very thing', async () => {
    const raw = 'The former keeper Adeyemi will visit 32 coastal clubs to tell of it.';
    const tests = 'Adeyemi, a former keeper who played 32 games for the town, will tell of it.';
    assert.deepEqual(await codes(raw, `${tests} His tour of the 18 coastal clubs was announced.`), [
      '32: figure.mismatch',
    ]);
    assert.deepEqual(await codes(raw, `${tests} His tour of the coastal clubs has 32 stops.`), ['32: figure.found']);
  });

  it('is no time gone by, where the source has a term of as many years', async () => {
    const raw = 'The keeper Oskar Penhallow signed a new three-year deal at Ellisvik.';
    const source = 'Three years after he nearly left Ellisvik, the keeper Oskar Penhallow signed';
    assert.deepEqual(await codes(raw, `${source} a new five-year contract.`), ['three-year: figure.mismatch']);
    assert.deepEqual(await codes(raw, `${source} a new contract.`), ['three-year: figure.found']);
  });

  it('is no number of stretches of time', async () => {
    const raw = 'The island is free of the fever two years after it began.';
    assert.deepEqual(await codes(raw, 'The island is free of the fever when two 21-day waiting periods have passed.'), [
      'two years: figure.unknown',
    ]);
    assert.deepEqual(await codes(raw, 'The fever on the island began two years before.'), ['two years: figure.found']);
  });
});

describe('a period that the source compares with', () => {
  const source =
    'The yard’s gross profit was 64.4% in the third quarter of 2020, a strong improvement compared to the third quarter of 2019.';

  it('is not the one that it speaks of', async () => {
    assert.deepEqual(await codes('The yard told of a strong gross profit in the third quarter of 2019.', source), [
      'third quarter of 2019: figure.mismatch',
    ]);
  });

  it('is right where the draft compares with it, or gives its value', async () => {
    assert.deepEqual(await codes('The yard’s gross profit improved from the third quarter of 2019.', source), [
      'third quarter of 2019: figure.found',
    ]);
    const both = 'Sales of the yard were $2.0 million in 2020, compared with $1.5 million in 2019.';
    assert.deepEqual(await codes('Sales of the yard were $1.5 million in 2019.', both), [
      '$1.5 million: figure.found',
      '2019: figure.found',
    ]);
  });
});

describe('a stretch of days or years', () => {
  it('is right where the source gives its ends apart, in the same year', async () => {
    const source =
      'The first games will be played on Tuesday, March 6, 2018. They go on in the lower hall on Wednesday, March 7, 2018.';
    assert.deepEqual(await codes('The first games were played on March 6–7.', source), ['March 6–7: figure.found']);
    const bare = 'Games start on Tuesday, March 6. They go on on Wednesday, March 7. The cup was given in 2018.';
    assert.deepEqual(await codes('The first games were played on March 6–7, 2018.', bare), [
      'March 6–7, 2018: figure.found',
    ]);
    assert.notDeepEqual(await codes('The first games were played on March 6–7, 2019.', bare), [
      'March 6–7, 2019: figure.found',
    ]);
  });

  it('is right where its ends are seasons', async () => {
    const raw = 'Penhallow led the side from 1958 to 1964.';
    assert.deepEqual(await codes(raw, 'Penhallow led the side from 1958/59 through to 1963/64.'), [
      '1958 to 1964: figure.found',
    ]);
    assert.notDeepEqual(await codes(raw, 'Penhallow led the side in 1958/59, and another side in 1963/64.'), [
      '1958 to 1964: figure.found',
    ]);
  });

  it('is a winter by its years', async () => {
    const source = 'Tarnfoss was the site of the 1777-78 winter camp of the army.';
    assert.deepEqual(await codes('The army camped at Tarnfoss in the winter of 1777-78.', source), [
      'winter of 1777-78: figure.found',
    ]);
    assert.deepEqual(await codes('The army camped at Tarnfoss in the summer of 1777.', source), [
      'summer of 1777: figure.unknown',
    ]);
  });

  it('is an anniversary by the years since', async () => {
    const source = 'The garden at Ellisvik was planted to mark 20 years since the queen died.';
    assert.deepEqual(await codes('They saw the Ellisvik garden on the 20th anniversary.', source), [
      '20th: figure.found',
    ]);
    assert.deepEqual(await codes('They saw the Ellisvik garden on the 25th anniversary.', source), [
      '25th: figure.unknown',
    ]);
  });
});

describe('a number by its digits', () => {
  const source = 'We expect the yard’s sales to increase in the mid-single digits this quarter.';

  it('is told where the source has another number of them', async () => {
    assert.deepEqual(await codes('They expect the yard’s sales to increase in the double digits.', source), [
      'double digits: figure.mismatch',
    ]);
  });

  it('is no claim otherwise', async () => {
    assert.deepEqual(await codes('They expect the yard’s sales to increase in the single digits.', source), []);
    assert.deepEqual(await codes('They expect a double-digit increase in sales.', 'Sales were not spoken of.'), []);
  });
});

describe('a weight', () => {
  it('in pounds may be written as money is, and converted to whole kilos', async () => {
    const source = 'The gun hurls a 23-pound shell over the bay.';
    assert.deepEqual(await codes('The shell of the gun weighs 10 kg (23 lb).', source), [
      '10 kg: figure.rounded',
      '23 lb: figure.found',
    ]);
    assert.notDeepEqual(await codes('The shell of the gun weighs 12 kg.', source), ['12 kg: figure.rounded']);
  });
});
