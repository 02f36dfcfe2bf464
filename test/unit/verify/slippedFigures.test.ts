import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

describe('A slip in a figure', () => {
  it('is found in a passage of other words, if the other figures of the sentence stand there', async () => {
    const source = 'The board declared a dividend of $0.31 per share, payable on September 4.';
    assert.deepEqual(await repair('Owners of Hallund get 31 cents on September 14.', source), [
      'September 14',
      'September 4',
    ]);
    assert.deepEqual(await codes('Owners of Hallund get 29 cents on September 14.', source), [
      '29 cents: figure.unknown',
      'September 14: figure.unknown',
    ]);
  });

  it('is found in the row of a table whose name is misspelt', async () => {
    const source =
      '| Block | 2018 | 2025 | Carcasses |\n| --- | --- | --- | --- |\n| Tallow marsh | 1,960 | 1,215 | 367 |\n| Home wood | 9,870 | 13,240 | 402 |';
    const row = (carcasses: number): string =>
      `| Area | 2018 | 2025 | Dead |\n| --- | --- | --- | --- |\n| Tawlow | 1,960 | 1,215 | ${carcasses} |`;
    assert.deepEqual(await repair(row(637), source), ['637', '367']);
    assert.ok((await codes(row(511), source)).includes('511: figure.unknown'));
  });

  it('is found at one end of a range, if the other is the same', async () => {
    const source = 'Live elephants: 21,460 (95% confidence interval: 19,300 to 23,600).';
    assert.deepEqual(await repair('The true number, they think, lies between 19,300 and 26,300.', source), [
      '19,300 and 26,300',
      '19,300 and 23,600',
    ]);
    assert.deepEqual(await codes('The true number, they think, lies between 14,300 and 26,300.', source), [
      '14,300 and 26,300: figure.unknown',
    ]);
  });

  it('may be one digit more of a short number, beside another figure of the same passage', async () => {
    const source = 'The aircraft flew for 412 hours over the delta, at a height of 90 metres.';
    assert.deepEqual(await repair('The aircraft flew for 412 hours, 190 metres above the ground.', source), [
      '190 metres',
      '90 metres',
    ]);
    assert.deepEqual(await codes('Balloons flew all winter, 190 metres above the ground.', source), [
      '190 metres: figure.unknown',
    ]);
  });

  it('is found in the number of people who lost something', async () => {
    const source = 'The ferry company had carried 2.1 million people a year and employed 164 people.';
    assert.deepEqual(
      await repair(
        'The ferry company carried 2.1 million people a year, and its 146 employees lost their jobs.',
        source,
      ),
      ['146', '164'],
    );
    assert.ok(
      !(
        await codes('The ferry company carried 2.1 million people a year and lost 146 million crowns.', source)
      ).includes('146 million crowns: figure.mismatch'),
    );
  });
});

describe('A figure that is less than one of the source', () => {
  it('is not taken for a bound of what another figure of the sentence gives', async () => {
    const source = 'Consultants received 46.3 million crowns, of which one firm, Brack, got 28.9 million.';
    assert.deepEqual(
      await repair('Consultants got 46.3 million crowns, more than 38 million of it one firm, Brack.', source),
      ['38 million', '28.9 million'],
    );
    assert.deepEqual(await codes('Consultants received more than 38 million crowns.', source), [
      '38 million crowns: figure.rounded',
    ]);
  });

  it('is refuted in degrees by degrees Celsius', async () => {
    const source = 'Temperatures in the highlands of Greve fell to minus 7 degrees Celsius in the night.';
    assert.equal(
      (await repair('It was minus 17 degrees in the highlands of Greve in the night.', source))[0],
      'minus 17 degrees',
    );
    assert.deepEqual(await codes('It was minus 7 degrees in the highlands of Greve in the night.', source), [
      'minus 7 degrees: figure.found',
    ]);
  });
});
