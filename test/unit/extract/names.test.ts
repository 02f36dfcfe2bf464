import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NameMention } from '../../../server/src/extract/mention.ts';
import { extractNames } from '../../../server/src/extract/names.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';

function mentionsOf(text: string): NameMention[] {
  return extractNames(structurePlainText(text), []);
}

/** The names of a text, demonyms left out. */
function names(text: string): string[] {
  return mentionsOf(text)
    .filter(({ demonym }) => !demonym)
    .map((name) => name.text);
}

function demonyms(text: string): string[] {
  return mentionsOf(text)
    .filter(({ demonym }) => demonym)
    .map((name) => name.text);
}

function only(text: string): NameMention {
  const found = mentionsOf(text);
  assert.equal(found.length, 1, `one name in «${text}», not ${found.map((name) => name.text).join(' | ')}`);
  return found[0]!;
}

describe('names of persons', () => {
  it('are found with given names, initials, particles, hyphens and accents', () => {
    assert.deepEqual(names('We met J. K. Marlow, Ursula von der Heyden and Łukasz Wójcik-Lee there.'), [
      'J. K. Marlow',
      'Ursula von der Heyden',
      'Łukasz Wójcik-Lee',
    ]);
    assert.deepEqual(names('They asked Tariq al-Masri, Habib ul Rahman, Seán Ó Briain and Rosa de la Cruz.'), [
      'Tariq al-Masri',
      'Habib ul Rahman',
      'Seán Ó Briain',
      'Rosa de la Cruz',
    ]);
  });

  it('go without title and possessive, and the title stands apart', () => {
    const name = only('It was Lt. Gen. Omar Farouki’s plan.');
    assert.equal(name.text, 'Omar Farouki');
    assert.match(name.title!.text, /^Lt\. Gen/u);
    assert.equal(only('Then the chief financial officer Ingrid Hallas spoke.').title?.text, 'chief financial officer');
    assert.equal(only('They met Foreign Minister Tarja Koskela there.').title?.text, 'Foreign Minister');
  });

  it('keep a surname that is a title elsewhere', () => {
    assert.deepEqual(names('The novelist Marlon King read first.'), ['Marlon King']);
    assert.deepEqual(names('Yesterday the King read first.'), []);
  });

  it('keep May behind a first name or title, and no May that is a month', () => {
    assert.deepEqual(names('The speech of Hedda May was short.'), ['Hedda May']);
    assert.deepEqual(names('It was signed in Tarnfoss in May.'), ['Tarnfoss']);
    assert.deepEqual(names('It was signed on Monday, May 4.'), []);
  });

  it('have their role, in apposition, in brackets or by a verb', () => {
    assert.equal(only('So said Oskar Pen, the director of works.').role?.text, 'director of works');
    assert.equal(only('It was Oskar Pen (chief executive) who spoke.').role?.text, 'chief executive');
    assert.equal(only('In those years Oskar Pen was defence minister.').role?.text, 'defence minister');
    assert.equal(only('It was the leader, Oskar Pen, who spoke.').role?.text, 'leader');
    assert.equal(only('It was the harbour chief, Oskar Pen, who spoke.').role?.text, 'harbour chief');
    assert.equal(only('So said Oskar Pen, a plumber from there.').role?.text, 'plumber');
    assert.equal(only('It was the young baker Oskar Pen.').title?.text, 'baker');
    assert.equal(only('It was Oskar Pen, who owns two dogs.').role, undefined);
    assert.equal(only('Then Oskar Pen, accuses the mayor of fraud.').role, undefined);
    assert.equal(only('It was Oskar Baker, a friend.').text, 'Oskar Baker');
  });

  it('have no role that is the title of the next name', () => {
    const [digest, person] = mentionsOf('So wrote Pellan Digest, the Home Office spokesman Oskar Pen said.').filter(
      ({ text }) => text !== 'Home Office',
    );
    assert.deepEqual([digest?.text, digest?.role], ['Pellan Digest', undefined]);
    assert.deepEqual([person?.text, person?.title?.text], ['Oskar Pen', 'Home Office spokesman']);
  });

  it('have the role that a line below theirs gives', () => {
    assert.equal(
      mentionsOf('Dr Ilse Marten\n\nAssociate Director Research')[0]?.role?.text,
      'Associate Director Research',
    );
  });
});

describe('names of bodies and places', () => {
  it('go on over `of`, `for` and `and` where the words are the body’s', () => {
    assert.deepEqual(names('A study by the Institute for Rivers and Lakes was read.'), [
      'Institute for Rivers and Lakes',
    ]);
    assert.deepEqual(names('It belongs to the Federation of Shipwrights.'), ['Federation of Shipwrights']);
    assert.deepEqual(names('Agents of the Research and Analysis Bureau came.'), ['Research and Analysis Bureau']);
    assert.deepEqual(names('It was up to the Oil and Gas Bureau and to Transport for Marlow.'), [
      'Oil and Gas Bureau',
      'Transport for Marlow',
    ]);
  });

  it('end there where somebody else begins', () => {
    assert.deepEqual(names('There were Maren Kjell of the Federation of Shipwrights and Oskar Pen.'), [
      'Maren Kjell',
      'Federation of Shipwrights',
      'Oskar Pen',
    ]);
    assert.deepEqual(names('It is in the Clean Rivers Index of the Institute for Rivers and Lakes.'), [
      'Clean Rivers Index',
      'Institute for Rivers and Lakes',
    ]);
    assert.deepEqual(names('It lies between Norway and Sweden.'), ['Norway', 'Sweden']);
    assert.deepEqual(names('Transport for Marlow people was dear, and a ticket for Sweden dearer.'), [
      'Marlow',
      'Sweden',
    ]);
  });

  it('have a number where the word before takes one', () => {
    assert.deepEqual(names('The president of Local 12 spoke in Local Hall 12.'), ['Local 12', 'Local Hall']);
    assert.deepEqual(names('— Ada Brook, president of Local 12').at(-1), 'Local 12');
    assert.deepEqual(names('The local 12 spoke.'), []);
  });

  it('are split at a possessive, unless it is part of the name', () => {
    assert.deepEqual(names('It was in Upper Sarn’s Port Garran.'), ['Upper Sarn', 'Port Garran']);
    assert.deepEqual(names('She works in St Brannoc’s Hospital now.'), ['St Brannoc’s Hospital']);
  });

  it('count once at their longest, the country in front included', () => {
    assert.deepEqual(names('So the US Defense Department said.'), ['US Defense Department']);
    assert.deepEqual(names('So US troops left.'), ['US']);
  });

  it('have their acronym, which is a name of its own', () => {
    const [long, short] = mentionsOf('The Council for Coastal Survey (CCS) agreed.');
    assert.equal(long?.acronym?.text, 'CCS');
    assert.equal(short?.text, 'CCS');
    assert.equal(short?.expansion?.text, 'Council for Coastal Survey');
  });

  it('have acronyms in brackets that are words too', () => {
    assert.deepEqual(names('The Rivers and Waters Institute (RAW) agreed.'), ['Rivers and Waters Institute', 'RAW']);
    assert.deepEqual(names('They ate it RAW and liked it.'), []);
  });

  it('are no currencies, labels or lone nouns of bodies', () => {
    assert.deepEqual(names('It cost US$7.1bn, by the books of the Council.'), []);
    assert.deepEqual(names('The tax in Band D rose; see Table 4.'), []);
  });

  it('stand in parts of hyphenated words', () => {
    assert.deepEqual(names('The Norvane-based yard and the anti-Taliban march had a Norway-Sweden dispute.'), [
      'Norvane',
      'Taliban',
      'Norway',
      'Sweden',
    ]);
  });
});

describe('words of nationality and religion', () => {
  it('are marked as no names', () => {
    assert.deepEqual(demonyms('Afghan officials met Tajiks, Catholics and a Welsh singer.'), [
      'Afghan',
      'Tajiks',
      'Catholics',
      'Welsh',
    ]);
    assert.deepEqual(names('Afghan officials met Tajiks, Catholics and a Welsh singer.'), []);
  });

  it('belong to the name of a body', () => {
    assert.deepEqual(names('He plays in the Indian Premier League.'), ['Indian Premier League']);
  });

  it('are names where they are the surname of a person of the text', () => {
    const text = 'The spokeswoman was Nadia Baloch. Baloch stated her case to Baloch separatists.';
    assert.deepEqual(names(text), ['Nadia Baloch', 'Baloch']);
    assert.deepEqual(demonyms(text), ['Baloch']);
  });
});

describe('capitals that are of their place', () => {
  it('make no names at the start of a sentence, a cell or a quotation', () => {
    assert.deepEqual(names('Councillors met. Revenue rose. Among them was Ada Brook.'), ['Ada Brook']);
    assert.deepEqual(names('“Nobody came,” she said. “Equipment was short.”'), []);
    assert.deepEqual(names('Fifty-eight patients came. Anti-state groups too.'), []);
  });

  it('are a name’s where the text writes the word so in the middle of a sentence', () => {
    assert.deepEqual(names('Reed was late. We waited for Reed.'), ['Reed', 'Reed']);
    assert.deepEqual(names('Reed grows here. We cut the reed.'), []);
  });

  it('are a name’s where the word is none of the language', () => {
    assert.deepEqual(names('Kjellbotn was late.'), ['Kjellbotn']);
  });

  it('are those of a sentence in a line with a verb in small letters', () => {
    assert.deepEqual(names('What Anwar Kadir told the Council on Harbour Relations'), [
      'Anwar Kadir',
      'Council on Harbour Relations',
    ]);
    assert.deepEqual(names('What Anwar Kadir Told the Newly Elected Mayor'), ['Anwar Kadir']);
  });

  it('are read in headlines by what the text shows elsewhere', () => {
    const text = 'Harbour Board Fights Norvane Over Lost Ferry\n\nThe board met Norvane on Monday.';
    assert.deepEqual(names(text), ['Norvane', 'Norvane']);
    assert.deepEqual(names('PAYING MORE, GETTING LESS\n\nNothing else was said.'), []);
    assert.deepEqual(names('TARNFOSS, 2 March 2026 - The yard was shut.'), ['TARNFOSS']);
  });

  it('leave out handles, addresses and months', () => {
    assert.deepEqual(names('Write to Info@Example.org or @Jonas_Reed before Friday, 3 January.'), []);
  });
});

describe('titles of works', () => {
  it('are one name in quotation marks, small words included', () => {
    const name = only('She wrote “The Price of the Northern Sea” there.');
    assert.equal(name.text, 'The Price of the Northern Sea');
    assert.equal(name.entityType, 'work');
  });

  it('are no scare quotes and no speech', () => {
    assert.deepEqual(names('It was a “slow puncture”, they said.'), []);
    assert.deepEqual(names('He said “We will not sell” and left.'), []);
  });
});

describe('names in Markdown', () => {
  it('are found in headings, links, cells and footnotes, and not in code', () => {
    const text = [
      '## Meeting Ada Kjellbotn',
      '',
      'See [Port Garran](https://example.org/Upper) and `Ellisvik`.[^1]',
      '',
      '| Town | Yard |',
      '| --- | --- |',
      '| Tarnfoss | old |',
      '',
      '[^1]: Said by Oskar Pen.',
    ].join('\n');
    const found = extractNames(structureMarkdown(text), []).map((name) => name.text);
    assert.deepEqual(found, ['Ada Kjellbotn', 'Port Garran', 'Tarnfoss', 'Oskar Pen']);
  });
});

describe('all names', () => {
  it('lie in order inside the text, none in another, and hold the words of their span', () => {
    const words = [
      'Ada',
      'Brook',
      'the',
      'of',
      '“',
      '”',
      '. ',
      'U.S.',
      'al',
      'Dr.',
      '(TTP)',
      '’s',
      'and',
      'Council',
      '\n\n',
      '-',
      'May',
      'é',
      '🙂',
      'A',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        const document = structurePlainText(parts.join(' '));
        let behind = 0;
        for (const { start, end, text } of extractNames(document, [])) {
          assert.ok(start >= behind && end > start && end <= document.text.length);
          assert.equal(document.text.slice(start, end), text);
          behind = end;
        }
      }),
    );
  });
});
