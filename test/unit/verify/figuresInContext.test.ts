import assert from 'node:assert/strict';
import { codes, figuresOf, repair } from './figureFindings.ts';

describe('Figures of a draft among other figures', () => {
  it('are not refuted by a figure of another kind of wording: change, rate or what is left against a level', async () => {
    const fee =
      'Entries for the Skarvoy regatta open in May; the fee of the regatta is 62 crowns, for boats 240 crowns.\n';
    assert.deepEqual(await codes('The fee of the Skarvoy regatta is 9 crowns dearer.', fee), [
      '9 crowns: figure.unknown',
    ]);
    assert.deepEqual(await codes('The fee of the Skarvoy regatta is 65 crowns.', fee), ['65 crowns: figure.mismatch']);
    const places = 'Skarvoy is now 97th in the ranking of harbours, a gain of 24 places.\n';
    assert.deepEqual(await codes('Pellworth lost seven places in the ranking of harbours.', places), [
      'seven: figure.unknown',
    ]);
    assert.deepEqual(await codes('Skarvoy gained 42 places in the ranking of harbours.', places), [
      '42: figure.mismatch',
    ]);
  });

  it('are not refuted by what another figure of the sentence counts', async () => {
    const source = 'Eleven detectives worked on it; searches took place at 26 addresses in five countries.\n';
    const draft = 'Eleven people searched 26 addresses in nine countries.';
    assert.deepEqual(await codes(draft, source), ['Eleven: figure.found', '26: figure.found', 'nine: figure.mismatch']);
  });

  it('are refuted by a telling swap of digits in a passage of other words, not by any other amount', async () => {
    const source = 'The accused moved €64.3 million abroad. Of this, €41.8 million has been recovered.\n';
    assert.deepEqual(await repair('By now €48.1 million has been found again.', source), [
      '€48.1 million',
      '€41.8 million',
    ]);
    assert.deepEqual(await codes('By now €52.7 million has been found again.', source), [
      '€52.7 million: figure.unknown',
    ]);
  });

  it('are not met by a small number of something else, or by a rounding of another unit', async () => {
    const source =
      'The board agreed by nine votes to one. Travel is paid within three months. The ship is 17.4 metres long.\n';
    assert.deepEqual(await codes('The board agreed by nine votes to three.', source), [
      'nine: figure.found',
      'three: figure.mismatch',
    ]);
    assert.deepEqual(await codes('Those who are 18 or younger pay nothing.', source), ['18: figure.unknown']);
    assert.deepEqual(
      await codes('Those who are 18 or younger pay nothing.', 'Free for anyone under 19 who pays nothing.\n'),
      ['18: figure.found'],
    );
  });

  it('are read with the scale that stands above the source’s table, in cells also as they are written', async () => {
    const source =
      '# Harvest (dollars in millions)\n\n| Crop | Sales | Stores |\n| --- | --- | --- |\n| Barley | 246.8 | 31 |\n| Oats | 81.3 | 12 |\n';
    assert.deepEqual(await codes('Sales of barley were $246.8 million.', source), ['$246.8 million: figure.found']);
    assert.deepEqual(await codes('| Crop | $m |\n| --- | --- |\n| Barley | 246.8 |\n| Oats | 83.1 |\n', source), [
      '246.8: figure.found',
      '83.1: figure.mismatch',
    ]);
    assert.deepEqual(await codes('| Crop | Sales |\n| --- | --- |\n| Barley | 246.8 |\n', source), [
      '246.8: figure.found',
    ]);
    assert.deepEqual(await codes('Barley is sold in 31 stores.', source), ['31: figure.found']);
    assert.deepEqual(await codes('Barley is sold in 31 million stores.', source), ['31 million: figure.mismatch']);
    assert.deepEqual(await repair('| Crop | Sales |\n| --- | --- |\n| Barley | 264.8 |\n', source), ['264.8', '246.8']);
  });

  it('may leave out the money of an amount, where no thing is counted', async () => {
    const source =
      'In Ostrand the average house costs 3.7 million crowns. The bank sells bonds for 8 billion crowns a month.\n';
    assert.deepEqual(await codes('In Ostrand a house costs 3.7 million on average.', source), [
      '3.7 million: figure.found',
    ]);
    assert.deepEqual(await codes('Bonds are sold for 8 billion a month.', source), ['8 billion: figure.found']);
    assert.deepEqual(await codes('In Ostrand 3.7 million people buy a house.', source), [
      '3.7 million: figure.unknown',
    ]);
  });

  it('are not what tells papers and phases apart', async () => {
    const source = 'Flood service: situation report no. 7\n\nThe phase 4 trial of the pump has begun.\n';
    assert.deepEqual(await codes('The flood service sent seven boats.', source), ['seven: figure.unknown']);
    assert.deepEqual(await codes('The pump came after four trials.', source), ['four: figure.unknown']);
    assert.deepEqual(await codes('The flood service sent seven boats.', `${source}\nIt sent 7 boats.\n`), [
      'seven: figure.found',
    ]);
  });

  it('are no percentages where a count of something else is the same number', async () => {
    const table = '| | 2024 |\n| --- | --- |\n| Fines | 37 |\n| Turnout | 52 |\n';
    assert.deepEqual(await codes('The harbour inspected 37% more boats in spring.', table), ['37%: figure.unknown']);
    assert.deepEqual(await codes('Turnout was 52%.', table), ['52%: figure.found']);
  });

  it('give the number that a rate of the source is of', async () => {
    const source =
      '| Camp | Taps per 100 people |\n| --- | --- |\n| Ormsby | 2.3 |\n\nOrmsby has one well for eighty people.\n';
    assert.deepEqual(await codes('In Ormsby there are 2.3 taps for every 100 people.', source), [
      '2.3: figure.found',
      '100: figure.found',
    ]);
    assert.equal(
      (await codes('In Ormsby there is a well for every 100 people.', source.split('\n\n')[1]!))[0],
      '100: figure.unknown',
    );
  });

  it('follow from figures that the draft gives nearby and one source has', async () => {
    const source = 'The hall has grown from 4,350 to 6,120 square metres.\n\nIt has 214 lamps.\n';
    const table = '| | before | now |\n| --- | --- | --- |\n| Space (m²) | 4,350 | 6,120 |\n\n';
    assert.deepEqual(
      (await codes(`${table}So there is two-fifths more room.`, source)).at(-1),
      'two-fifths: figure.derived',
    );
    assert.deepEqual(
      (await codes(`${table}So there is two-thirds more room.`, source)).at(-1),
      'two-thirds: figure.unknown',
    );
  });

  it('follow from rows of a table that the draft names, not from other rows', async () => {
    const table =
      '| Club | Played | Points |\n| --- | --- | --- |\n| Vantry Rovers | 38 | 71 |\n| Pell United | 38 | 70 |\n| Skarvoy Athletic | 38 | 68 |\n';
    assert.deepEqual(await codes('Skarvoy Athletic finished three points behind Vantry Rovers.', table), [
      'three: figure.derived',
    ]);
    assert.deepEqual(await codes('Skarvoy Athletic finished five points behind Vantry Rovers.', table), [
      'five: figure.unknown',
    ]);
  });

  it('are what is still missing of an amount, the magnitude said once', async () => {
    const source = 'A new lifeboat costs 31 million kroner and we have collected 19.\n';
    assert.deepEqual(await codes('A new lifeboat costs 31 million kroner; 12 million are still to be found.', source), [
      '31 million kroner: figure.found',
      '12 million: figure.derived',
    ]);
    assert.deepEqual(await codes('A new lifeboat costs 31 million kroner; 14 million are still to be found.', source), [
      '31 million kroner: figure.found',
      '14 million: figure.unknown',
    ]);
  });

  it('are the change in per cent that a level and the amount of its change make', async () => {
    const source = 'The runners of Skarvoy raised £3.84m for charity, £420,000 more than in 2024.\n';
    assert.deepEqual(await codes('The runners of Skarvoy raised 12% more for charity.', source), [
      '12%: figure.derived',
    ]);
    assert.deepEqual(await codes('The runners of Skarvoy raised 21% more for charity.', source), [
      '21%: figure.unknown',
    ]);
  });

  it('are one end of the source’s days where the draft says that something begins or ends', async () => {
    const source = 'The 42nd edition of the Skarvoy festival will be held from 23 September to 3 October 2026.\n';
    assert.deepEqual(await codes('The Skarvoy festival begins on 23 September 2026.', source), [
      '23 September 2026: figure.found',
    ]);
    assert.deepEqual(await repair('The Skarvoy festival begins on 24 September 2026.', source), [
      '24 September 2026',
      '23 September 2026',
    ]);
  });

  it('are no numbers of headings', async () => {
    const source =
      '# Report\n\n## 1 Time\n\nThe delay of the hall was 25 weeks.\n\n## 2 Money\n\nThe hall cost 600 crowns.\n';
    assert.deepEqual(await codes('The time and money of the hall: 20 weeks of delay.', source), [
      '20 weeks: figure.mismatch',
    ]);
    assert.deepEqual(await codes('Money was short for two sailors.', source), ['two: figure.unknown']);
  });

  it('are said to be inconsistent where the draft gives the same thing two values and no source has them', async () => {
    const source = 'The harbour of Lund was dredged in spring.\n';
    const draft =
      'The Skarvoy ferry Lovisa has 214 berths for lorries.\n\nAll 241 berths for lorries of the Skarvoy ferry Lovisa were taken.\n';
    const [first, second] = await figuresOf(draft, source);
    assert.equal(first!.finding.code, 'figure.inconsistent');
    assert.equal(second!.finding.code, 'figure.inconsistent');
    assert.equal(first!.finding.verdict, 'not-enough-evidence');
    assert.equal(first!.finding.suggestions[0]?.newText, '241');
  });

  it('are not inconsistent at two times, of two ships, as a part, a rounding or a change', async () => {
    const source = 'The harbour of Lund was dredged in spring.\n';
    const one = 'The Skarvoy ferry Lovisa has 214 berths for lorries.\n\n';
    for (const other of [
      'The Skarvoy ferry Lovisa had 241 berths for lorries before.',
      'In 2019 the Skarvoy ferry Lovisa had 241 berths for lorries.',
      'The Skarvoy ferry Margit has 241 berths for lorries.',
      'About 200 berths for lorries has the Skarvoy ferry Lovisa.',
      'The Skarvoy ferry Lovisa got 141 berths for lorries more.',
      'The Skarvoy ferry Lovisa has 241 cabins for passengers.',
    ]) {
      const codesOfBoth = (await figuresOf(one + other, source)).map(({ finding }) => finding.code);
      assert.ok(!codesOfBoth.includes('figure.inconsistent'), other);
    }
  });

  it('are in conflict where another source has two of the digits the other way round', async () => {
    const one = '1,106 patients of the Lund hospital had waited too long.\n';
    const other = 'At the Lund hospital those who waited too long fell to 1,160, the trust said.\n';
    const draft = 'Of them 1,106 had waited too long at the Lund hospital.';
    assert.deepEqual(await codes(draft, one, other), ['1,106: figure.conflict']);
    assert.deepEqual(await codes(draft, one, 'At Lund hospital 1,742 meals were served.\n'), ['1,106: figure.found']);
  });

  it('take the present value of a source for the present one, not the earlier in brackets', async () => {
    const source = 'The load factor of the Skarvoy ferries was 18.7% (17.9%).\n';
    assert.deepEqual(await repair('The load factor of the Skarvoy ferries was 17.8%.', source), ['17.8%', '18.7%']);
    assert.deepEqual(await codes('The load factor of the Skarvoy ferries was 17.9% before.', source), [
      '17.9%: figure.found',
    ]);
  });

  it('are refuted by the row of a table that the draft names, where the value is another row’s', async () => {
    const table = '| Station | Highest gust (m/s) |\n| --- | --- |\n| Lund | 39.8 |\n| Pell | 33.5 |\n';
    assert.deepEqual(await repair('The highest gust was 33.5 m/s in Lund.', table), ['33.5 m/s', '39.8 m/s']);
    assert.deepEqual(await codes('The highest gust was 33.5 m/s in Pell.', table), ['33.5 m/s: figure.found']);
    assert.deepEqual(await codes('The highest gust was about 121 km/h in Pell.', table), ['121 km/h: figure.rounded']);
  });

  it('are not refuted by a rate or a level where they are a rate for each', async () => {
    const source = 'In the storm 25 soldiers were hurt in three separate incidents at Lund.\n';
    assert.deepEqual(await codes('In the storm at Lund 2.5 soldiers for each incident were hurt.', source), [
      '2.5: figure.unknown',
    ]);
  });

  it('are the years from a source’s year to the date of its document', async () => {
    const source =
      'SKARVOY, 19 October 2025. The swimmer Runa Lie broke the record of the bay, which Sigrid Holm had set in 2018.\n';
    assert.deepEqual(await codes('The record of the bay by Sigrid Holm had stood for seven years.', source), [
      'seven years: figure.derived',
    ]);
    assert.deepEqual(await codes('The record of the bay by Sigrid Holm had stood for nine years.', source), [
      'nine years: figure.unknown',
    ]);
    assert.deepEqual(await codes('The record of the bay gave Sigrid Holm a seven-year contract.', source), [
      'seven-year: figure.unknown',
    ]);
  });

  it('are refuted where both ends of a range have a nought too many', async () => {
    const source = 'The group in Harn is believed to have 4,000 to 6,000 fighters.\n';
    const wrong = 'The group in Harn is believed to have 40,000–60,000 fighters.';
    assert.deepEqual(await codes(wrong, source), ['40,000–60,000: figure.mismatch']);
    const right = wrong.replace('40,000–60,000', '4,000–6,000');
    assert.deepEqual(await codes(right, source), ['4,000–6,000: figure.found']);
  });

  it('are refuted by a point that slipped in an amount of millions, whatever else is said of it', async () => {
    const source = 'Arms worth $7.1 billion were left behind, the ministry of Harn admits.\n';
    assert.deepEqual(await codes('They were worth over $71 billion, says the ministry of Harn.', source), [
      '$71 billion: figure.mismatch',
    ]);
    assert.deepEqual(await codes('They were worth over $7 billion, says the ministry of Harn.', source), [
      '$7 billion: figure.rounded',
    ]);
  });

  it('are refuted by the very thing that is counted, however far apart the values are', async () => {
    const source =
      'The cup of Harn pays a total of €76.25 million in solidarity and bonus fees to the national teams.\n\n' +
      'League D: €500,000\n';
    const draft = 'The cup of Harn pays a total of €500,000 in solidarity and bonus fees to the national teams.';
    assert.deepEqual(await codes(draft, source), ['€500,000: figure.mismatch']);
    assert.deepEqual(await codes('Teams in League D of the cup of Harn get €500,000.', source), [
      '€500,000: figure.found',
    ]);
  });

  it('are a stretch of years where a source gives its ends', async () => {
    const source = 'The number of beds in Harn fell from 3,240 in 2022 to 3,060 in 2025.\n';
    assert.deepEqual(await codes('From 2022 to 2025 Harn lost many beds.', source), ['2022 to 2025: figure.found']);
    assert.deepEqual(await codes('From 2021 to 2024 Harn lost many beds.', source), ['2021 to 2024: figure.mismatch']);
  });

  it('are not refuted by a tenth of them where a source has them in other words', async () => {
    const source = '412 people with flu died in Harn.\n\n4,127 patients were admitted.\n';
    assert.deepEqual(
      await codes('The season in Harn cost 412 lives, and over 4,100 people went to hospital.', source),
      ['412: figure.found', '4,100: figure.rounded'],
    );
  });

  it('are found in a table whose rows are years', async () => {
    const source = '| Year | Paid (florins) |\n| --- | ---: |\n| 2020 | 152,000 |\n| 2021 | 338,000 |\n';
    assert.deepEqual(await codes('The firm paid 338,000 florins in 2021.', source), [
      '338,000: figure.found',
      '2021: figure.found',
    ]);
    assert.deepEqual(await codes('The firm paid 383,000 florins in 2021.', source), [
      '383,000: figure.mismatch',
      '2021: figure.found',
    ]);
  });

  it('are fairly said to be more than a third, not more than two fifths', async () => {
    const source = 'The vaccine of Harn was effective in 36% of cases.\n';
    assert.deepEqual(await codes('The vaccine of Harn was effective in more than a third of cases.', source), [
      'a third: figure.rounded',
    ]);
    assert.deepEqual(await codes('The vaccine of Harn was effective in more than two fifths of cases.', source), [
      'two fifths: figure.mismatch',
    ]);
  });

  it('may stand over so many stages, and not under them', async () => {
    const source = 'The race of Harn had five stages and 566 kilometres.\n';
    assert.deepEqual(await codes('The riders of Harn raced over five stages and 566 kilometres.', source), [
      'five: figure.found',
      '566 kilometres: figure.found',
    ]);
    const [under] = await codes('The race of Harn had fewer than five stages and 566 kilometres.', source);
    assert.match(under!, /: figure.mismatch$/u);
  });

  it('of two editions of one report are no conflict, of two reports of one day they are', async () => {
    const edition = (day: number, patients: number): string =>
      `# Flu in Harn\n\nPublished on ${day} February 2026\n\nOn ${day} February ${patients} patients with flu were in hospital in Harn.\n`;
    const draft = 'In the hospitals of Harn there were 868 patients with flu.';
    assert.deepEqual(await codes(draft, edition(8, 868), edition(1, 812)), ['868: figure.found']);
    assert.deepEqual(await codes(draft, edition(8, 868), edition(8, 812)), ['868: figure.conflict']);
  });

  it('are no day within a stretch that goes beyond the turn of the year', async () => {
    const source = 'The council of Lund lifts the tax on ferries from 1 October until 31 March.\n';
    assert.deepEqual(
      await codes('The council of Lund lifts the tax on ferries from 1 October until 31 March.', source),
      ['1 October until 31 March: figure.found'],
    );
    assert.deepEqual(await codes('The council of Lund has its summer fair on 1 June.', source), [
      '1 June: figure.unknown',
    ]);
  });

  it('that are stretches of days are not refuted by a stretch of another month', async () => {
    const source = 'The first legs of the Skarvoy cup are played on April 3-5, the second legs on April 10-12.\n';
    assert.deepEqual(await codes('The first legs of the Skarvoy cup were played on March 6–7.', source), [
      'March 6–7: figure.unknown',
    ]);
    assert.deepEqual(await codes('The first legs of the Skarvoy cup were played on April 6–8.', source), [
      'April 6–8: figure.mismatch',
    ]);
  });
});
