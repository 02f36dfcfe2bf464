import assert from 'node:assert/strict';
import { figuresOf } from './figureFindings.ts';

/** The code of one figure of a draft. */
async function codeOf(figure: string, draft: string, ...sources: string[]): Promise<string | undefined> {
  return (await figuresOf(draft, ...sources)).find(({ text }) => text === figure)?.finding.code;
}

describe('A stretch of time that follows from others', () => {
  it('lies between a date of the draft and the event that it names', async () => {
    const sources = [
      'The election in Greve was held on 7 May 2026.',
      'A poll of 30 April 2026 saw Lund ahead in Greve.',
    ];
    const draft = 'On 30 April, one week before the election, a poll saw Lund ahead.';
    assert.equal(await codeOf('one week', draft, ...sources), 'figure.derived');
    assert.equal(await codeOf('two weeks', draft.replace('one week', 'two weeks'), ...sources), 'figure.unknown');
  });

  it('lies between two times of two days', async () => {
    const source =
      'The quake struck on 8 March 2026, 04:41 local time. The road from Greve was open again on 9 March, 15:30.';
    const draft =
      'The quake struck at 4.41 am. The road from Greve was open again at half past three, nearly 35 hours after it.';
    assert.equal(await codeOf('35 hours', draft, source), 'figure.derived');
    assert.equal(await codeOf('39 hours', draft.replace('35', '39'), source), 'figure.unknown');
  });

  it('lies between two times of day written as a range', async () => {
    const source = 'The judge heard fourteen suspects from 9.30 to 21.15.';
    assert.equal(
      await codeOf('twelve hours', 'The judge heard the suspects for almost twelve hours.', source),
      'figure.derived',
    );
    assert.equal(
      await codeOf('ten hours', 'The judge heard the suspects for almost ten hours.', source),
      'figure.unknown',
    );
  });

  it('is counted in months from the month in which something began', async () => {
    const source =
      'GREVE, 31 January 2026 (Halyard) - The police made 14 arrests on Saturday. The inquiry had begun in May 2024 with a tip.';
    const draft =
      'The inquiry had begun in May 2024; it took about twenty months. On 31 January the police made 14 arrests.';
    assert.equal(await codeOf('twenty months', draft, source), 'figure.derived');
    assert.equal(await codeOf('thirty months', draft.replace('twenty', 'thirty'), source), 'figure.unknown');
  });

  it('lies between two results on a stopwatch, in parts of a second as well', async () => {
    const source =
      '| Place | Name | Time |\n| --- | --- | --- |\n| 1 | Abel Tesfam | 3:28.71 |\n| 2 | Jonas Vik | 3:29.05 |\n| 3 | Callum Strath | 3:30.62 |';
    const draft = 'Abel Tesfam won in 3:28.71. Jonas Vik was 34 hundredths slower.';
    assert.equal(await codeOf('34 hundredths', draft, source), 'figure.derived');
    assert.equal(await codeOf('43 hundredths', draft.replace('34', '43'), source), 'figure.unknown');
    assert.equal(await codeOf('3:28.17', draft.replace('28.71', '28.17'), source), 'figure.mismatch');
  });

  it('is the age of a record by its year, and that of a person by the years in brackets', async () => {
    const record = 'GREVE, June 11, 2026 (Halyard) - Vik ran below the meeting record that had stood since 2014.';
    assert.equal(
      await codeOf('twelve years old', 'Vik broke a meeting record that was twelve years old.', record),
      'figure.derived',
    );
    assert.notEqual(
      await codeOf('nine years old', 'Vik broke a meeting record that was nine years old.', record),
      'figure.derived',
    );
    const poet = 'The lines are by the poet Lorcan Daley (1902-1968).';
    assert.equal(await codeOf('66', 'Lorcan Daley, the poet, died at the age of about 66.', poet), 'figure.derived');
    assert.notEqual(await codeOf('56', 'Lorcan Daley, the poet, died at the age of about 56.', poet), 'figure.derived');
  });

  it('holds in a heading if it does in the text below', async () => {
    const source = '| Time | Event |\n| --- | --- |\n| 07:44 | Driver reports weak brakes |\n| 07:52 | Train derails |';
    const draft =
      '# Eight minutes in Greve\n\nThe driver reported weak brakes eight minutes before the train derailed.';
    assert.deepEqual(
      (await figuresOf(draft, source)).map(({ finding }) => finding.code),
      ['figure.derived', 'figure.derived'],
    );
    assert.equal(await codeOf('Nine minutes', draft.replace('Eight', 'Nine'), source), 'figure.unknown');
  });
});

describe('The gap between two lengths', () => {
  it('may be told in a smaller unit than they are', async () => {
    const source = 'In the high jump Ludmyla Kravets won with 2.01 m before Imogen Atwater with 1.98 m.';
    const draft = 'Kravets cleared 2.01 metres, three centimetres more than Imogen Atwater.';
    assert.equal(await codeOf('three centimetres', draft, source), 'figure.derived');
    assert.notEqual(await codeOf('five centimetres', draft.replace('three', 'five'), source), 'figure.derived');
  });
});
