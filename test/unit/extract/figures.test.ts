import assert from 'node:assert/strict';
import { extractFigures } from '../../../server/src/extract/figures.ts';
import type { FigureMention } from '../../../server/src/extract/mention.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';

function figuresOf(text: string): FigureMention[] {
  return extractFigures(structurePlainText(text), [], []);
}

/** The claims of a text, as written: weak mentions are left out. */
function claims(text: string): string[] {
  return figuresOf(text)
    .filter((figure) => !figure.weak)
    .map((figure) => figure.text);
}

function only(text: string): FigureMention {
  const figures = figuresOf(text);
  assert.equal(figures.length, 1, `one figure in «${text}», not ${figures.map((figure) => figure.text).join(' | ')}`);
  return figures[0]!;
}

/** Text, lower and upper value, and unit of the only figure. */
function amount(text: string): [string, number, number, string?] {
  const { text: shown, quantity } = only(text);
  assert.ok(quantity.type === 'number' || quantity.type === 'duration');
  return quantity.unit === undefined
    ? [shown, quantity.low, quantity.high]
    : [shown, quantity.low, quantity.high, quantity.unit];
}

describe('Figures of a text', () => {
  it('take in the sign, the magnitude and the unit, but not the noun counted', () => {
    assert.deepEqual(amount('The mill cost $7.1 billion to build.'), ['$7.1 billion', 7.1e9, 7.1e9, '$']);
    assert.deepEqual(amount('The mill cost US$7.1bn to build.'), ['US$7.1bn', 7.1e9, 7.1e9, 'USD']);
    assert.deepEqual(amount('The mill cost 7.1 billion dollars.'), ['7.1 billion dollars', 7.1e9, 7.1e9, '$']);
    assert.deepEqual(amount('It paid Rs 500 crore.'), ['Rs 500 crore', 5e9, 5e9, 'rupee']);
    assert.deepEqual(amount('It costs 45p.'), ['45p', 45, 45, 'pence']);
    assert.deepEqual(amount('A bill of 1.3 million crowns came.'), ['1.3 million crowns', 1.3e6, 1.3e6, 'crown']);
    assert.deepEqual(amount('The ridge is 2,600 km long.'), ['2,600 km', 2600, 2600, 'km']);
    assert.deepEqual(amount('It wounded nine gardeners.'), ['nine', 9, 9]);
    assert.deepEqual(amount('It had 12.4 per 100,000 people.'), ['12.4 per 100,000', 12.4, 12.4, 'per 100000']);
    assert.deepEqual(amount('It was 23°C outside.'), ['23°C', 23, 23, '°C']);
  });

  it('are read glued, hyphenated and in words', () => {
    assert.deepEqual(amount('A 2,600-kilometer wall stands.'), ['2,600-kilometer', 2600, 2600, 'km']);
    assert.deepEqual(amount('A 26-year-old baker left.'), ['26-year-old', 26, 26, 'year-old']);
    assert.deepEqual(amount('A ninety-day truce held.'), ['ninety-day', 90, 90, 'day']);
    assert.deepEqual(amount('They raised $330million.'), ['$330million', 3.3e8, 3.3e8, '$']);
    assert.deepEqual(amount('Two hundred and twenty bakers met.'), ['Two hundred and twenty', 220, 220]);
    assert.deepEqual(amount('Two and a half million people moved.'), ['Two and a half million', 2.5e6, 2.5e6]);
    assert.deepEqual(amount('It sold half a million jars.'), ['half a million', 5e5, 5e5]);
  });

  it('are one for a range and two for a change or a vote', () => {
    assert.deepEqual(amount('It had 4,000 to 6,000 members.'), ['4,000 to 6,000', 4000, 6000]);
    assert.deepEqual(amount('It had between 4,000 and 6,000 members.'), ['4,000 and 6,000', 4000, 6000]);
    assert.deepEqual(amount('Sales of €1.65bn-€1.75bn are expected.'), ['€1.65bn-€1.75bn', 1.65e9, 1.75e9, 'EUR']);
    assert.deepEqual(amount('It took 10 to 15 million people.'), ['10 to 15 million', 1e7, 1.5e7]);
    assert.deepEqual(claims('Spending rises from £142.5m to £149.2m.'), ['£142.5m', '£149.2m']);
    assert.deepEqual(claims('It passed by 27 votes to 19.'), ['27', '19']);
    assert.deepEqual(only('They lost 3–1 at home.').quantity, { type: 'score', values: [3, 1] });
  });

  it('know percentages, points, fractions and multiples', () => {
    assert.deepEqual(amount('Twelve per cent agreed.'), ['Twelve per cent', 12, 12, '%']);
    assert.deepEqual(amount('It rose by 3 percentage points.'), ['3 percentage points', 3, 3, 'pp']);
    assert.deepEqual(amount('It rose by 25 basis points.'), ['25 basis points', 25, 25, 'bp']);
    assert.deepEqual(amount('A third of voters stayed away.').slice(0, 1), ['A third']);
    assert.deepEqual(amount('Three in four homes have one.'), ['Three in four', 0.75, 0.75, 'ratio']);
    assert.deepEqual(amount('Output more than doubled.'), ['doubled', 2, 2, 'times']);
    assert.deepEqual(amount('It sold twice as many jars.'), ['twice', 2, 2, 'times']);
    assert.deepEqual(claims('The third attempt came in the second half, and a third party was a half-time guest.'), []);
  });

  it('are no fall where they say how far off something is, and no label of the row before them', () => {
    assert.equal(only('They ended in Karvel, 38 km off.').direction, undefined);
    assert.equal(only('Everything was 30% off.').direction, 'down');
    const table = (label: string): FigureMention[] =>
      extractFigures(structureMarkdown(`| Hospital | Beds |\n| --- | --- |\n| ${label} | 265 |\n`), [], []);
    assert.deepEqual(
      table('Karvel District').map(({ text, weak }) => [text, weak]),
      [['265', undefined]],
    );
    assert.equal(only('They live in District 9.').weak, true);
  });

  it('know minutes and seconds by a plus before them or by their size, and times of day by neither', () => {
    assert.deepEqual(amount('She needed 25:03 for the lap.').slice(0, 2), ['25:03', 25.05]);
    assert.deepEqual(amount('Lie came in at + 1:12.').slice(0, 2), ['1:12', 1.2]);
    assert.deepEqual(claims('The train left at 11:12.'), ['11:12']);
    assert.equal(only('The train left at 11:12.').quantity.type, 'date');
  });

  it('know shares that end their sentence or are its subject', () => {
    assert.deepEqual(claims('More than a fifth had smoked; just under a third never did.'), ['a fifth', 'a third']);
    assert.deepEqual(claims('He left a month later. A month ago, a year earlier, it was calm.'), ['a month']);
    assert.deepEqual(claims('The quay was a quarter dearer, and a third older brother came.'), ['a quarter']);
    assert.deepEqual(claims('Only a third came. Half agreed. He won a quarter.'), ['a third', 'Half', 'a quarter']);
    assert.deepEqual(claims('The hall is less than a third full. Visits fell by more than a fifth within months.'), [
      'a third',
      'a fifth',
    ]);
    assert.deepEqual(claims('A third full moon came, then more than a third party, a fifth within the row.'), []);
    assert.deepEqual(claims('Its fighters number 4,000 to 6,000. Ring number 4,000 for bus number 12.'), [
      '4,000 to 6,000',
    ]);
    assert.deepEqual(claims('Half time came. A third ship sank. He won a third race in a quarter he liked.'), []);
  });

  it('know parts of one unit', () => {
    assert.deepEqual(amount('It came half an hour late.'), ['half an hour', 30, 30, 'minute']);
    assert.deepEqual(amount('It rose by half a percentage point.'), ['half a percentage point', 0.5, 0.5, 'pp']);
    assert.deepEqual(claims('It was half a success, and half an idea.'), []);
  });

  it('hold no year that a number is compared with', () => {
    assert.deepEqual(
      claims('It cancelled 810 more than a year before. It cost €14 million less than a year earlier.'),
      ['810', '€14 million'],
    );
    assert.deepEqual(claims('They drew 20% more than a year ago, and 94 cars fewer than a year before.'), [
      '20%',
      '94',
    ]);
    assert.deepEqual(claims('She left more than a year ago. In 1914, less than a year before it burned, it rose.'), [
      'a year',
      '1914',
      'a year',
    ]);
  });

  it('know ranks, but not ordinals that merely point', () => {
    assert.deepEqual(amount('It is the second-largest lake.'), ['second-largest', 2, 2, 'rank']);
    assert.deepEqual(amount('It was his 300th goal.'), ['300th', 300, 300, 'rank']);
    assert.deepEqual(amount('He scored in the 63rd minute.'), ['63rd minute', 63, 63, 'nth minute']);
    assert.deepEqual(claims('The first ship and the third ship sank.'), []);
  });

  it('are not the digits of names, codes and lists, nor pronouns', () => {
    assert.deepEqual(claims('An F-16 flew over the G7 summit while COVID-19 spread.'), []);
    assert.deepEqual(claims('A phase 3 trial; report no. 6; inquiry RSI 7/2026, but there were no 8 men.'), [
      '2026',
      '8',
    ]);
    assert.deepEqual(claims('One of the bakers left; no one knew why, and that one stayed.'), []);
    assert.deepEqual(claims('Dozens of people and several hundred sheep came.'), []);
    assert.deepEqual(claims('1. Net spending rises.\n2. Fares fall.'), []);
    assert.deepEqual(claims('1,284 residents answered.'), ['1,284']);
  });

  it('carry their hedge, also a shared one, outside the span', () => {
    const hedges = (text: string): [string, string?][] =>
      figuresOf(text).map((figure) => (figure.hedge ? [figure.text, figure.hedge.kind] : [figure.text]));
    assert.deepEqual(hedges('More than 1,000 people came.'), [['1,000', 'more-than']]);
    assert.deepEqual(hedges('No more than 40 people came.'), [['40', 'at-most']]);
    assert.deepEqual(hedges('Just under 5% came.'), [['5%', 'nearly']]);
    assert.deepEqual(hedges('A hundred people or so came.'), [['A hundred']]);
    assert.deepEqual(hedges('It holds 20 or so.'), [['20', 'about']]);
    assert.deepEqual(hedges('About 92 percent of hens and 87 percent of ducks.'), [
      ['92 percent', 'about'],
      ['87 percent', 'about'],
    ]);
    assert.deepEqual(hedges('About 92 percent of hens came; 87 percent of ducks.'), [
      ['92 percent', 'about'],
      ['87 percent'],
    ]);
  });

  it('carry the direction of a change', () => {
    const direction = (text: string): string | undefined => figuresOf(text)[0]?.direction;
    assert.equal(direction('A 45% increase was seen.'), 'up');
    assert.equal(direction('Sales fell by just under 5%.'), 'down');
    assert.equal(direction('It sold 45% fewer jars.'), 'down');
    assert.equal(direction('Sales rose to 45% of the total.'), undefined);
    assert.equal(direction('It was 45% of the total.'), undefined);
  });

  it('read groups of thousands and decimals of several countries', () => {
    assert.deepEqual(amount('There were 1\u2009081 people.'), ['1\u2009081', 1081, 1081]);
    assert.deepEqual(amount('It cost 1,00,000 rupees.'), ['1,00,000 rupees', 100000, 100000, 'rupee']);
    assert.deepEqual(amount('It rose 12,5 percent.'), ['12,5 percent', 12.5, 12.5, '%']);
    assert.deepEqual(amount('It is 1½ miles.'), ['1½ miles', 1.5, 1.5, 'mile']);
    assert.deepEqual(amount('It was −5 degrees.'), ['−5 degrees', -5, -5, '°']);
  });

  it('take the unit of a table’s header for the bare numbers below', () => {
    const table = structureMarkdown('| £m | 2024 | Rate per 100,000 |\n| --- | --- | --- |\n| Roads | 61.4 | 12.5 |\n');
    const quantities = extractFigures(table, [], []).map((figure) => [figure.text, figure.quantity] as const);
    assert.deepEqual(quantities[1], ['61.4', { type: 'number', low: 61.4e6, high: 61.4e6, step: 1e5, unit: 'GBP' }]);
    assert.deepEqual(quantities[2], ['12.5', { type: 'number', low: 12.5, high: 12.5, step: 0.1, unit: 'per 100000' }]);
  });

  it('take the unit of a row’s label, or of the words that lead to the table', () => {
    const units = (markdown: string): (string | undefined)[] =>
      extractFigures(structureMarkdown(markdown), [], [])
        .filter(({ quantity }) => quantity.type === 'number')
        .map(({ quantity }) => (quantity.type === 'number' ? `${quantity.low} ${quantity.unit ?? '-'}` : undefined));
    const rows =
      '| Item | 2024 |\n| --- | --- |\n| Revenue (£m) | 486.3 |\n| Length, miles | 1,616 |\n| Staff | 212 |\n';
    assert.deepEqual(units(rows), ['486300000 GBP', '1616 mile', '212 -']);
    const plain = '| Item | 2024 |\n| --- | --- |\n| Roof | 16.8 |\n';
    assert.deepEqual(units(`Costs by April (million kronor):\n\n${plain}`), ['16800000 crown']);
    assert.deepEqual(units(`Costs by April (a first draft):\n\n${plain}`), ['16.8 -']);
  });

  it('take the scale that a heading, a title or a line states, save in rows and columns of other things', () => {
    const units = (markdown: string): string[] =>
      extractFigures(structureMarkdown(markdown), [], []).flatMap(({ quantity: q }) =>
        q.type === 'number' || q.type === 'duration' ? [`${q.low} ${q.unit ?? '-'}`] : [],
      );
    const rows = '| | Now | Change |\n| --- | --- | --- |\n| Staff costs | 21.5 | 3.4 |\n| Employees | 512 | 12 |\n';
    const scaled = ['21500000 $', '3.4 -', '512 -', '12 -'];
    assert.deepEqual(units(`## Accounts (dollars in millions)\n\n${rows}`), scaled);
    assert.deepEqual(units(`## Accounts (million dollars, at prices of the year)\n\n${rows}`), scaled);
    assert.deepEqual(units(`## Accounts\n\nAll figures in millions of dollars.\n\n${rows}`), scaled);
    assert.deepEqual(units(`## Accounts (a first draft)\n\n${rows}`), ['21.5 -', '3.4 -', '512 -', '12 -']);
    // A later table takes the title's scale for what is money for sure.
    const second = '| | 2025 |\n| --- | --- |\n| Debt | 95.4 |\n| Silos | 41 |\n';
    assert.deepEqual(units(`# Accounts ($ millions)\n\n${rows}\n## Balance\n\n${second}`).slice(4), [
      '95400000 $',
      '41 -',
    ]);
  });

  it('take the units that a caption states, each of what it is said of', () => {
    const units = (markdown: string): string[] =>
      extractFigures(structureMarkdown(markdown), [], []).flatMap(({ quantity: q }) =>
        q.type === 'number' ? [`${q.low} ${q.unit ?? '-'}`] : [],
      );
    const crops = '| Crop | Harvest | Yield |\n| --- | --- | --- |\n| Rye | 640 | 4.2 |\n';
    assert.deepEqual(units(`Table 3. Output in thousand tonnes, yield in tonnes per hectare\n\n${crops}`).slice(-2), [
      '640000 tonne',
      '4.2 -',
    ]);
    assert.deepEqual(units(`Output of the farms in the north\n\n${crops}`), ['640 -', '4.2 -']);
    const snow = '| Station | Snow |\n| --- | --- |\n| Hol | 88 |\n';
    assert.deepEqual(units(`Snow in the hills, in centimetres\n\n${snow}`), ['88 cm']);
    // A paragraph holds for all tables of money behind it, whatever their rows are called.
    const costs = '| Costs | 2025 |\n| --- | --- |\n| Staff | 4,100 |\n';
    const people = '| Of the house | 2025 |\n| --- | --- |\n| Staff | 120 |\n';
    assert.deepEqual(units(`# Accounts\n\nSigned. Amounts in thousands of pounds.\n\nA word.\n\n${costs}\n${people}`), [
      '4100000 pound',
      '120 -',
    ]);
  });

  it('take the sign of the percentage that a bare number is compared with', () => {
    const units = (text: string): (string | undefined)[] =>
      extractFigures(structurePlainText(text), [], []).flatMap(({ quantity: q }) =>
        q.type === 'number' ? [`${q.low} ${q.unit ?? '-'}`] : [],
      );
    assert.deepEqual(units('It is 80.8 per cent, after 82.4 the year before.'), ['80.8 %', '82.4 %']);
    assert.deepEqual(units('In Hol it was 38 per cent, in Upper Norra 14.'), ['38 %', '14 %']);
    assert.deepEqual(units('It is 8 per cent, after 82 schools closed.'), ['8 %', '82 -']);
  });

  it('take the unit in the brackets of a row’s label as a stretch of time', () => {
    const table = structureMarkdown('| | All |\n| --- | --- |\n| Mean age (years) | 47.3 |\n| Men (number) | 61 |\n');
    assert.deepEqual(
      extractFigures(table, [], []).map(({ quantity }) => quantity.type),
      ['duration', 'number'],
    );
  });

  it('read hours by the part of the day, not numbers before something else', () => {
    const times = (text: string): (number | undefined)[] =>
      figuresOf(text).map(({ quantity }) => (quantity.type === 'date' ? quantity.minutes : undefined));
    assert.deepEqual(times('They met at nine in the evening and at half past two in the afternoon.'), [1260, 870]);
    assert.deepEqual(times('It opened that morning at six.'), [360]);
    assert.deepEqual(times('Damp at 18:00: 44 percent.'), [1080, undefined]);
    assert.deepEqual(times('She took the 7.15 from Ormsby and the 16.40 ferry.'), [435, 1000]);
    assert.deepEqual(times('The bank cut the 7.15 percent rate and the 6.40 from its list.'), [undefined, undefined]);
    assert.deepEqual(times('She spoke to five in the morning shift, that evening at eight schools.'), [
      undefined,
      undefined,
    ]);
  });

  it('read ages of persons and of the oldest, not what they have', () => {
    const units = (text: string): (string | undefined)[] =>
      figuresOf(text).map(({ quantity }) => ('unit' in quantity ? quantity.unit : undefined));
    assert.deepEqual(units('A boy of 8 was found. The youngest is 19 and the oldest 58. At 63 she sings.'), [
      'year-old',
      'year-old',
      'year-old',
      'year-old',
    ]);
    assert.deepEqual(units('A man of 12 trades bought the oldest 58 houses at 63 auctions.'), [
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('read stretches of time of several parts as one', () => {
    assert.deepEqual(amount('It took 3 hours and 15 minutes.'), ['3 hours and 15 minutes', 3.25, 3.25, 'hour']);
    assert.deepEqual(amount('It took a year and a half.'), ['a year and a half', 1.5, 1.5, 'year']);
    assert.deepEqual(amount('It took a quarter of an hour.'), ['a quarter of an hour', 15, 15, 'minute']);
    assert.deepEqual(amount('She won in 6:57:00.'), ['6:57:00', 6.95, 6.95, 'hour']);
    assert.deepEqual(
      figuresOf('It took two hours and two people; at 06:57:00 it rained.').map(({ text }) => text),
      ['two hours', 'two', '06:57:00'],
    );
  });

  it('read parts of a point, one in so many, and clocks with a point', () => {
    assert.deepEqual(amount('It rose by a quarter of a percentage point.').slice(1), [0.25, 0.25, 'pp']);
    assert.deepEqual(amount('One in 20 fell.').slice(1), [0.05, 0.05, 'ratio']);
    assert.deepEqual(amount('The low had 962 hPa.').slice(1), [962, 962, 'hPa']);
    const minutes = (text: string): number | undefined => {
      const { quantity } = only(text);
      return quantity.type === 'date' ? quantity.minutes : undefined;
    };
    assert.equal(minutes('It sailed at 23.45.'), 1425);
    assert.equal(minutes('The share stood at 23.45.'), undefined);
  });

  it('mark weekdays and pointing ordinals as weak', () => {
    assert.deepEqual(
      figuresOf('It opened on Tuesday.').map((figure) => [figure.text, figure.weak]),
      [['Tuesday', true]],
    );
    assert.equal(only('It opened on 3 May.').weak, undefined);
  });
});
