import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

describe('A figure whose value stands elsewhere, or follows by chance', () => {
  it('is refuted by the day of the event, if the day it gives stands among none of its words', async () => {
    const source =
      'Bulletin of 3 May 2025.\n\nThe milk lorry overturned on 7 May near Karsund; the road was closed until noon.\n\nNobody was hurt.\n\nA dog ran home.\n\nThe fair opens on 9 May.';
    assert.deepEqual(await repair('The lorry overturned on 9 May.', source), ['9 May', '7 May']);
    assert.deepEqual(await codes('The fair opens on 9 May.', source), ['9 May: figure.found']);
  });

  it('is refuted by the quarter that a report is of, though some day lies in the one it names', async () => {
    const source =
      'In the second quarter of 2024 the harbour office counted 380 landings.\n\nThe old pier burnt down in August 2021.';
    assert.deepEqual(await repair('The harbour office counted 380 landings in the third quarter.', source), [
      'third quarter',
      'second quarter of 2024',
    ]);
    assert.deepEqual(await codes('The harbour office counted 380 landings in the second quarter.', source), [
      '380: figure.found',
      'second quarter: figure.found',
    ]);
  });

  it('is refuted by what the source says in its very words, whatever two other figures give by arithmetic', async () => {
    const source =
      'The team of Vestby won 21 matches this season, drew nine and lost eight.\n\nThe kiosk sold 30 kinds of sausage.';
    assert.deepEqual(
      await repair('The team of Vestby won 21 matches this season, drew nine and lost twelve.', source),
      ['twelve', 'eight'],
    );
    assert.deepEqual((await codes('The team of Vestby won 21 matches and drew nine, 30 in all.', source)).slice(0, 2), [
      '21: figure.found',
      'nine: figure.found',
    ]);
  });

  it('is not found where a small number stands for something of another kind', async () => {
    const source =
      'The ferry sailed twice in the gale.\n\nNobody was hurt.\n\nA dog ran home.\n\nThe new quay at Karsund will open in May.';
    assert.deepEqual(await codes('The new quay will open two years late.', source), ['two years: figure.unknown']);
    assert.deepEqual((await codes('The ferry sailed twice.', source))[0], 'twice: figure.found');
  });
});

describe('A figure in words of losing, falling and winning', () => {
  it('counts those who were lost, and is refuted by another count of them', async () => {
    const source = 'The storm at Karsund resulted in the loss of nine fishermen’s lives.';
    assert.deepEqual(await repair('The storm at Karsund killed nineteen fishermen.', source), ['nineteen', 'nine']);
    assert.deepEqual(await codes('The storm at Karsund killed nine fishermen.', source), ['nine: figure.found']);
  });

  it('is no fall where the verb behind it only says to whom it went', async () => {
    const source = 'The port’s equipment, worth more than $7.1 billion, came into the hands of the rebels.';
    assert.deepEqual(await repair('Equipment of the port worth more than $1.7 billion fell to the rebels.', source), [
      '$1.7 billion',
      '$7.1 billion',
    ]);
    assert.deepEqual(await codes('Equipment of the port worth more than $7.1 billion fell to the rebels.', source), [
      '$7.1 billion: figure.found',
    ]);
  });

  it('is a result, not a gap, where votes stand against votes', async () => {
    const source =
      'The motion on the harbour dues was rejected: 21 votes for, 34 against.\n\nThe quay has 31 bollards.';
    assert.deepEqual(await repair('The motion on the harbour dues was lost by 31 votes to 21.', source), ['31', '34']);
    assert.deepEqual(await codes('The motion on the harbour dues was lost by 34 votes to 21.', source), [
      '34: figure.found',
      '21: figure.found',
    ]);
  });

  it('counts those who got worse', async () => {
    const source = '38 percent of the patients said they had become worse, and 12 percent gave up work.';
    assert.deepEqual(await repair('83 percent of the patients had got worse.', source), ['83 percent', '38 percent']);
    assert.deepEqual(await codes('38 percent of the patients had got worse.', source), ['38 percent: figure.found']);
  });
});

describe('A value that a neighbour in the draft was meant to be', () => {
  const source =
    'In 2022 the port of Karsund counted 643 wrecks, a frightening 120 percent increase from the preceding year’s 292 wrecks.';

  it('is held against the neighbour that slipped from it, not against another figure', async () => {
    assert.deepEqual(
      await repair('The wrecks of Karsund were 643 in 2022, against 229 in the preceding year.', source),
      ['229', '292'],
    );
    assert.deepEqual(
      (await codes('The wrecks of Karsund were 643 in 2022, against 292 in the preceding year.', source))[0],
      '643: figure.found',
    );
  });
});

describe('A month', () => {
  const source =
    'In January the rebels killed a citizen of Norland at the market of Greve.\n\nNobody else was hurt.\n\nThe road was closed.\n\nThe mill was sold to a bank in March.';

  it('is refuted by that of the event, if it stands only among other words', async () => {
    assert.deepEqual(await repair('The rebels killed a citizen of Norland at the market in March.', source), [
      'March',
      'January',
    ]);
    assert.deepEqual(await codes('The rebels killed a citizen of Norland at the market in January.', source), [
      'January: figure.found',
    ]);
    assert.deepEqual(await codes('The bank bought the mill in March.', source), ['March: figure.found']);
  });

  it('that follows another by so many explains a stretch of time, whatever else is so many long', async () => {
    const dated =
      'The fort of Greve fell to the rebels in August 2021.\n\nTalks with the rebels began in October 2021.\n\nThe rebels took over the fort two years ago, the mayor says.';
    assert.deepEqual(
      (await codes('**October 2021.** Two months after the fall of the fort, talks with the rebels begin.', dated))[1],
      'Two months: figure.derived',
    );
    assert.notEqual(
      (await codes('**October 2021.** Five months after the fall of the fort, talks with the rebels begin.', dated))[1],
      'Five months: figure.derived',
    );
  });
});

describe('Two shares in one sentence', () => {
  const source =
    'Vestby and Greve are the centres of the trouble, accounting for about 92 percent of deaths and 87 percent of burglaries.';

  it('are told apart by what each is of', async () => {
    assert.deepEqual(await repair('Vestby and Greve accounted for about 92 percent of the burglaries.', source), [
      '92 percent',
      '87 percent',
    ]);
    assert.deepEqual(await codes('Vestby and Greve accounted for about 92 percent of the deaths.', source), [
      '92 percent: figure.found',
    ]);
  });
});

describe('Two counts in one sentence', () => {
  const source =
    'At least 380 people were killed and 220 injured in 240 incidents and operations at Greve, the office said.';

  it('that changed places are both refuted, each by its own', async () => {
    const found = await codes('The office at Greve reported 240 injured in 220 incidents and operations.', source);
    assert.deepEqual(found, ['240: figure.mismatch', '220: figure.mismatch']);
    assert.deepEqual(await codes('The office at Greve reported 220 injured in 240 incidents and operations.', source), [
      '220: figure.found',
      '240: figure.found',
    ]);
  });
});

describe('A quarter', () => {
  const source =
    'The report is on the second quarter of 2024.\n\nIt speaks of fires and floods.\n\nIt noted a 12 percent decrease in violence compared to the first quarter of 2024.';

  it('is not refuted by one that the source only compares it with', async () => {
    const [quarter] = await codes(
      'In the second quarter of 2024, violence was down by 12 percent on the quarter before.',
      source,
    );
    assert.equal(quarter, 'second quarter of 2024: figure.found');
    const [other] = await codes('The report is on the third quarter of 2024.', source);
    assert.equal(other, 'third quarter of 2024: figure.mismatch');
  });
});

describe('A cell', () => {
  const source =
    '# Lines\n\n| Line | Journeys 2024 (million) | Journeys 2025 (million) |\n| --- | --- | --- |\n| D | 4.1 | 4.4 |\n| F | 2.8 | 3.5 |';

  it('with the very number agrees, where only one table says that it counts millions', async () => {
    const found = await codes(
      '# Lines\n\n| Line | 2024 | 2025 |\n| --- | --- | --- |\n| D | 4.1 | 4.4 |\n| F | 2.8 | 3.9 |',
      source,
    );
    assert.deepEqual(found.slice(2), [
      '4.1: figure.found',
      '4.4: figure.found',
      '2.8: figure.found',
      '3.9: figure.mismatch',
    ]);
  });
});

describe('A figure read by what stands around it', () => {
  it('belongs to the sentence behind it, if it is the label that a paragraph begins with', async () => {
    const source =
      'The army chief had lunch with the envoy in June.\n\nA fire broke out in the mill.\n\nNobody was hurt.\n\nIn March the pier was closed.';
    assert.deepEqual(await repair('- **March.** The army chief has lunch with the envoy.', source), ['March', 'June']);
    assert.deepEqual(await codes('- **June.** The army chief has lunch with the envoy.', source), [
      'June: figure.found',
    ]);
  });

  it('counts degrees that somebody has from a university', async () => {
    const source = 'Ada Lund took two degrees from the University of Vestby.\n\nIn Vestby it was 31 degrees on Sunday.';
    assert.deepEqual(await codes('Lund has two degrees from the University of Vestby.', source), ['two: figure.found']);
    assert.deepEqual(await codes('In Vestby it was 31 degrees on Sunday.', source), ['31 degrees: figure.found']);
  });

  it('is a stretch of time in a table of them, and a time of day elsewhere', async () => {
    const table = '| Final | Time |\n| --- | --- |\n| Lund beat Berg | 2:43 |\n| Hals beat Moe | 1:14 |';
    assert.deepEqual(await codes('In the final Lund beat Berg in two hours and 43 minutes.', table), [
      'two hours and 43 minutes: figure.found',
    ]);
    assert.deepEqual(await codes('In the final Lund beat Berg in two hours and 34 minutes.', table), [
      'two hours and 34 minutes: figure.unknown',
    ]);
  });

  it('is not refuted by the same number of another unit that stands among other words', async () => {
    const source = 'Students sat eleven papers in nineteen days.\n\nThe library of the college lies on the hill.';
    assert.deepEqual(await codes('The library was open for 19 hours a day.', source), ['19 hours: figure.unknown']);
    assert.deepEqual(await repair('Students sat eleven papers in nineteen weeks.', source), [
      'nineteen weeks',
      'nineteen days',
    ]);
  });
});
