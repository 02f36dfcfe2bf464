import assert from 'node:assert/strict';
import { codes, figuresOf, repair } from './figureFindings.ts';

const FERRY =
  'The ferry company Norlinje carried 1,081 passengers to Skarvoy in July 2024, up 45% on 2023. ' +
  'The harbour at Skarvoy has 26 berths. Two of its 38 captains retired.\n';

describe('Figures of a draft', () => {
  it('are found where a source gives the same quantity, however it is written', async () => {
    assert.deepEqual(await codes('Norlinje carried one thousand and eighty-one passengers to Skarvoy.', FERRY), [
      'one thousand and eighty-one: figure.found',
    ]);
    assert.deepEqual(await codes('Skarvoy has twenty-six berths in its harbour.', FERRY), ['twenty-six: figure.found']);
    assert.deepEqual(await codes('The mill cost US$7.1bn.', 'The mill cost 7.1 billion dollars to build.'), [
      'US$7.1bn: figure.found',
    ]);
  });

  it('are refuted by another value of the same quantity, with the source’s value in the draft’s style', async () => {
    assert.deepEqual(await repair('Norlinje carried 1,801 passengers to Skarvoy in July.', FERRY), ['1,801', '1,081']);
    assert.deepEqual(await repair('Skarvoy has sixty-two berths in its harbour.', FERRY), ['sixty-two', 'twenty-six']);
    assert.deepEqual(await repair('Norlinje carried 1,081 passengers to Skarvoy in June 2024.', FERRY), [
      'June 2024',
      'July 2024',
    ]);
  });

  it('are refuted if the value is another quantity’s of the same sentence', async () => {
    const source = 'In the storm 25 sailors of the Baltic fleet drowned, while 27 fishermen were rescued near Lund.\n';
    assert.deepEqual(await repair('The storm near Lund drowned 27 sailors of the Baltic fleet.', source), ['27', '25']);
  });

  it('are unknown where no source gives such a quantity', async () => {
    assert.deepEqual(await codes('The bakery in Lund sold 6,000 rolls.', FERRY), ['6,000: figure.unknown']);
    assert.deepEqual(await codes('The town hall was built in 1974.', FERRY), ['1974: figure.unknown']);
  });

  it('are refuted by a far value only where the words leave no doubt', async () => {
    const source = 'The choir of Lund gave 24 concerts, and the old hall was let to choirs of the town for concerts.\n';
    assert.deepEqual(await repair('The choir of Lund gave 60 concerts.', source), ['60', '24']);
    assert.deepEqual(await codes('The old hall of the town seats 130.', source), ['130: figure.unknown']);
  });

  it('are refuted where the year is one that nobody writes of, by the year with its digits in order', async () => {
    const source = 'Lund, 23 March 2018. The council shared out the prize.\n';
    assert.deepEqual(await repair('The winners were told in March 2108.', source), ['March 2108', 'March 2018']);
    assert.deepEqual(await codes('The dyke should hold until 2080.', source), ['2080: figure.unknown']);
  });

  it('may be fairly rounded, and hedged to the right side only', async () => {
    const carried = (figure: string): Promise<string[]> =>
      codes(`Norlinje carried ${figure} passengers to Skarvoy.`, FERRY);
    assert.deepEqual(await carried('about 1,100'), ['1,100: figure.rounded']);
    assert.deepEqual(await carried('more than 1,000'), ['1,000: figure.rounded']);
    assert.deepEqual(await carried('nearly 1,100'), ['1,100: figure.rounded']);
    assert.deepEqual(await carried('about 1,300'), ['1,300: figure.mismatch']);
    assert.deepEqual(await carried('more than 1,100'), ['more than 1,100: figure.mismatch']);
    assert.deepEqual(await carried('nearly 1,050'), ['nearly 1,050: figure.mismatch']);
  });

  it('are refuted for a hedge of the wrong direction, hedge included', async () => {
    const source = 'The inspectors found more than 20 leaks in the roof of the Lund arena.';
    assert.deepEqual(await codes('Inspectors found fewer than 20 leaks in the roof of the Lund arena.', source), [
      'fewer than 20: figure.mismatch',
    ]);
    assert.deepEqual(await codes('Inspectors found over 20 leaks in the roof of the Lund arena.', source), [
      '20: figure.found',
    ]);
  });

  it('are refuted for a change of the wrong direction', async () => {
    const source = 'Sales of rye bread at Lund Mills grew by 45% last season.';
    assert.deepEqual(await codes('Sales of rye bread at Lund Mills fell by 45%.', source), ['45%: figure.mismatch']);
    assert.deepEqual(await codes('Sales of rye bread at Lund Mills rose by 45%.', source), ['45%: figure.found']);
  });

  it('are compared in unit, currency and magnitude', async () => {
    const source =
      'The border wall of Sarn is 2,600 kilometres long and cost €3.2 billion. The truce lasts three months.\n';
    assert.deepEqual(await codes('The border wall of Sarn is 1,600 miles long.', source), [
      '1,600 miles: figure.rounded',
    ]);
    assert.deepEqual(await repair('The border wall of Sarn cost €3.2 million.', source), [
      '€3.2 million',
      '€3.2 billion',
    ]);
    assert.deepEqual(await repair('The border wall of Sarn cost £3.2 billion.', source), [
      '£3.2 billion',
      '€3.2 billion',
    ]);
    assert.deepEqual(await repair('The truce of Sarn lasts three weeks.', source), ['three weeks', 'three months']);
  });

  it('are repaired on the draft’s clock, in a column’s unit and at the nearer end of a range', async () => {
    const fire = 'At 4.51 pm a transformer of the Skarvoy harbour caught fire.\n';
    assert.deepEqual(await repair('At 15:41 a transformer of the Skarvoy harbour caught fire.', fire), [
      '15:41',
      '16:51',
    ]);
    const turnover = 'Turnover of the Skarvoy ferries was £451.9m in the year.\n';
    const table = '| Skarvoy ferries | Year (£m) |\n| --- | --- |\n| Turnover | 459.1 |\n';
    assert.deepEqual(await repair(table, turnover), ['459.1', '451.9']);
    const fair = 'The fair at Skarvoy runs from 23 September to 3 October 2026.\n';
    const [, end] = await repair('The fair at Skarvoy runs until 5 October 2026.', fair);
    assert.equal(end, '3 October 2026');
  });

  it('may be dates coarser than the source’s, but not others', async () => {
    const source = 'The bridge at Pell was opened on 12 December 2023 by the mayor.\n';
    assert.deepEqual(await codes('The mayor opened the bridge at Pell in December 2023.', source), [
      'December 2023: figure.found',
    ]);
    assert.deepEqual(await codes('The mayor opened the bridge at Pell on Dec. 12, 2023.', source), [
      'Dec. 12, 2023: figure.found',
    ]);
    assert.deepEqual(await repair('The mayor opened the bridge at Pell on Dec. 12, 2022.', source), [
      'Dec. 12, 2022',
      'Dec. 12, 2023',
    ]);
  });

  it('are looked up in tables by row and column, units of the header included', async () => {
    const source =
      '# Spending\n\n| Service | 2024 (£m) | 2025 (£m) |\n| --- | --- | --- |\n| Roads | 12.7 | 11.9 |\n| Libraries | 6.1 | 5.2 |\n';
    assert.deepEqual(await codes('Spending on libraries falls to £5.2m.', source), ['£5.2m: figure.found']);
    assert.deepEqual(await repair('Spending on libraries falls to £2.5m.', source), ['£2.5m', '£5.2m']);
  });

  it('may follow from the source’s figures by arithmetic', async () => {
    const toll = 'The Lund census counted 643 storks, up from 292 storks the year before.\n';
    assert.deepEqual(await codes('The storks of the Lund census more than doubled.', toll), [
      'doubled: figure.derived',
    ]);
    assert.deepEqual(await codes('The Lund census had 351 storks more than the year before.', toll), [
      '351: figure.derived',
    ]);
    assert.deepEqual(await codes('The number of storks in the Lund census rose by 120 percent.', toll), [
      '120 percent: figure.derived',
    ]);
    assert.deepEqual(await codes('The storks of the Lund census more than tripled.', toll), [
      'tripled: figure.unknown',
    ]);
    const ships = 'Brakewater ordered four ferries worth €268 million and a research vessel worth €94 million.\n';
    assert.deepEqual(await codes('The ferries and the research vessel of Brakewater bring in €362 million.', ships), [
      '€362 million: figure.derived',
    ]);
  });

  it('may be the difference, the level before a change, a rate or the time between', async () => {
    const debt = 'Net debt of Norlinje narrowed from £9.6m to £4.1m.\n';
    assert.deepEqual(await codes('The net debt of Norlinje narrowed by £5.5m.', debt), ['£5.5m: figure.derived']);
    assert.deepEqual(await codes('The net debt of Norlinje narrowed by £6.5m.', debt), ['£6.5m: figure.unknown']);
    const load = 'The load factor of the Skarvoy ferries was 18.7% (17.9%).\n';
    assert.deepEqual(await codes('The load factor of the Skarvoy ferries improved by 0.8 percentage points.', load), [
      '0.8 percentage points: figure.derived',
    ]);
    const rent = 'A berth at Skarvoy costs 640 crowns a month, 55 more than two years ago.\n';
    assert.deepEqual(await codes('A berth at Skarvoy cost 585 crowns before.', rent), ['585 crowns: figure.derived']);
    const campaign = 'The campaign for Skarvoy cost 415,000 crowns in three years.\n';
    assert.deepEqual(await codes('The campaign for Skarvoy cost some 140,000 crowns a year.', campaign), [
      '140,000 crowns: figure.derived',
    ]);
    const log =
      '| Time | Event |\n| --- | --- |\n| 03:12 | Mayday from the freighter Lovisa |\n| 03:20 | Helicopter leaves Skarvoy |\n';
    assert.deepEqual(await codes('The helicopter left Skarvoy eight minutes after the Mayday of the Lovisa.', log), [
      'eight minutes: figure.derived',
    ]);
    assert.deepEqual(await codes('The helicopter left Skarvoy nine minutes after the Mayday of the Lovisa.', log), [
      'nine minutes: figure.unknown',
    ]);
  });

  it('may be the change within a row that the draft names', async () => {
    const table =
      '| Item | 2024 | 2025 |\n| --- | --- | --- |\n| Sponsors | 1,412,000 | 1,640,000 |\n| Grants | 2,150,000 | 1,935,000 |\n';
    assert.deepEqual(await codes('Sponsors gave 16% more than in the year before.', table), ['16%: figure.derived']);
    assert.deepEqual(await codes('Sponsors gave 19% more than in the year before.', table), ['19%: figure.unknown']);
  });

  it('are in conflict where sources give the same quantity two values', async () => {
    const one = 'The order backlog of Norlinje came to €3.2 billion by the last day of March.\n';
    const other = 'By the last day of March the order backlog of Norlinje came to €2.9 billion.\n';
    const [found] = await figuresOf('The order backlog of Norlinje is €3.2 billion.', one, other);
    assert.equal(found!.finding.verdict, 'conflicting-evidence');
    assert.deepEqual(
      new Set(found!.finding.evidence.map(({ source }) => source)),
      new Set(['source1.md', 'source2.md']),
    );
    assert.deepEqual(
      await repair('The order backlog of Norlinje is €3.9 billion.', one, other).then(([text]) => text),
      '€3.9 billion',
    );
  });

  it('have the sentence that gives them as evidence, with the value as its focus', async () => {
    const [found] = await figuresOf('Norlinje carried 1,801 passengers to Skarvoy.', FERRY);
    const [evidence] = found!.finding.evidence;
    assert.equal(evidence!.text, FERRY.slice(0, FERRY.indexOf(' The harbour')));
    assert.equal(FERRY.slice(evidence!.focus!.start, evidence!.focus!.end), '1,081');
    assert.equal(found!.finding.message, 'The source gives “1,081 passengers to Skarvoy in July 2024”, not 1,801.');
  });

  it('do not change their verdict with the order of the sources or an unrelated one', async () => {
    const unrelated = 'Bakers in Pell sold 4,200 loaves and 1,801 rolls on 3 May.\n';
    const draft = 'Norlinje carried 1,801 passengers to Skarvoy in July 2024. Its harbour has 26 berths.';
    const alone = await codes(draft, FERRY);
    assert.deepEqual(await codes(draft, FERRY, unrelated), alone);
    assert.deepEqual(await codes(draft, unrelated, FERRY), alone);
  });

  it('that are weekdays are told only where a source has another', async () => {
    const source = 'The council of Harrow met on Tuesday and passed the budget.\n';
    assert.deepEqual(await codes('The council of Harrow met on Friday and passed the budget.', source), [
      'Friday: figure.mismatch',
    ]);
    assert.deepEqual(await codes('The council of Harrow met on Tuesday and passed the budget.', source), []);
  });

  it('that are dates with a weekday have the one of the source, or of the calendar', async () => {
    const source = 'The council of Harrow met on Thursday 20 November 2025 and passed the budget.\n';
    const draft = (day: string): string => `The council of Harrow passed the budget on ${day}.`;
    assert.deepEqual(await repair(draft('Tuesday 20 November'), source), [
      'Tuesday 20 November',
      'Thursday 20 November',
    ]);
    assert.deepEqual(await codes(draft('Thursday, 20 November'), source), ['Thursday, 20 November: figure.found']);
    const bare = 'The council of Harrow met on 20 November and passed the budget.\n';
    assert.deepEqual(await repair(draft('Tue, 20 Nov 2025'), bare), ['Tue, 20 Nov 2025', 'Thu, 20 Nov 2025']);
    // Without a year nobody knows the weekday.
    assert.deepEqual(await codes(draft('Tuesday 20 November'), bare), ['Tuesday 20 November: figure.found']);
  });
});
