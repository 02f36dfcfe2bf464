import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

function names(markdown: string): string[] {
  return readDraft(markdown).analysis.names.map(({ text }) => text);
}

function quotes(markdown: string): string[] {
  return readDraft(markdown).analysis.quotes.map(({ text }) => text);
}

describe('A name in italics', () => {
  it('has its article at the start of a sentence too', () => {
    assert.deepEqual(names('- **22 August.** *The Economist* is cited.'), ['The Economist']);
    assert.deepEqual(names('- **22 August.** The economist is cited. *The* Hague is quiet.'), ['Hague']);
  });

  it('is one with a possessive or a small word in it', () => {
    assert.deepEqual(names('The *Keeper’s Box* weighs a ton, and *Homes for Vessel* is a plan.'), [
      'Keeper’s Box',
      'Homes for Vessel',
    ]);
  });

  it('is two where a country possesses it, or a person is of a body', () => {
    assert.deepEqual(names('It is for *Pakistan’s Foreign Office* and *Ann Tolland of the State Department*.'), [
      'Pakistan',
      'Foreign Office',
      'Ann Tolland',
      'State Department',
    ]);
  });
});

describe('Capitals in a list or cell', () => {
  it('are a firm by an ampersand where one of them is no word', () => {
    const table = (cell: string): string => `| Company | Trains |\n| --- | --- |\n| ${cell} | 4 |\n`;
    assert.deepEqual(names(table('Halvik & Moor')), ['Halvik & Moor']);
    assert.deepEqual(names(table('Moor & Fen')), []);
    assert.deepEqual(names(table('Halvik & Work')), ['Halvik']);
  });

  it('are names where the line begins small or goes on behind a point', () => {
    assert.deepEqual(names('- the Rowing Cup of 1716, by Ann Tolland\n'), ['Rowing Cup', 'Ann Tolland']);
    assert.deepEqual(names('Lidia Holm, Anselm Broe, Ruben Tasse. *Journal of Public Health*, online on 3 May'), [
      'Lidia Holm',
      'Anselm Broe',
      'Ruben Tasse',
      'Journal of Public Health',
    ]);
  });

  it('are a headline’s where it begins with one', () => {
    assert.deepEqual(names('# How Ann Tolland Won the Long Race Home\n\nAnn Tolland won.'), [
      'Ann Tolland',
      'Ann Tolland',
    ]);
  });
});

describe('A body within another', () => {
  it('is a name of its own where the other has one of its own', () => {
    assert.deepEqual(names('He studies at the School of Politics of Brevik University.'), [
      'School of Politics',
      'Brevik University',
    ]);
  });

  it('is part of it where what follows is a field', () => {
    assert.deepEqual(names('She works at the Institute of Strategic Studies.'), ['Institute of Strategic Studies']);
  });
});

describe('A group named with a religion', () => {
  it('is a name, while an adjective with a hyphen is not', () => {
    const [group] = readDraft('The Lashkar-e-Islam is small.').analysis.names;
    assert.equal(group?.text, 'Lashkar-e-Islam');
    assert.equal(group.demonym, undefined);
    assert.equal(readDraft('The Afro-American press wrote.').analysis.names[0]?.demonym, true);
  });
});

describe('Capitals in quotation marks', () => {
  it('are a quotation behind a word for a term, a title otherwise', () => {
    assert.deepEqual(quotes('The doctrine goes by the name of “Forward Defence”.'), ['Forward Defence']);
    assert.deepEqual(quotes('She sang “Forward Defence”.'), []);
  });
});

describe('A line that signs a quotation', () => {
  it('names somebody, and what they are of', () => {
    const signed = (line: string): string[] => names(`> We are done with it.\n>\n> — ${line}\n`);
    assert.deepEqual(signed('Leopold Quist, Office of Rail Regulation'), [
      'Leopold Quist',
      'Office of Rail Regulation',
    ]);
    assert.deepEqual(signed('Osei Tamaru, Keeper of the Rain Court'), ['Osei Tamaru', 'Rain Court']);
  });

  it('is no headline with a comma', () => {
    assert.deepEqual(names('# Storm Hits Coast, Closing Schools and Harbours\n'), []);
  });
});
