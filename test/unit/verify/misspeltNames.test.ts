import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** Code and first suggestion of each finding on a name that is not simply found. */
async function findingsOf(source: string, raw: string): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts({ 'a.txt': source }));
  return checked
    .filter(({ claim, finding }) => claim.kind === 'name' && finding.code !== 'name.found')
    .map(({ claim, finding }) => [claim.text, finding.code, ...finding.suggestions.map((s) => s.newText)].join(' | '));
}

describe('A firm of two names', () => {
  const source = 'The accounts were audited by Lindner & Voss, and then by Orr & Son.';

  it('is misspelt where one of them is a letter away', async () => {
    assert.deepEqual(await findingsOf(source, 'The auditors, Lindner & Foss, earned millions.'), [
      'Lindner & Foss | name.misspelt | Lindner & Voss',
    ]);
  });

  it('is another where nothing of it is the source’s', async () => {
    assert.deepEqual(await findingsOf(source, 'The auditors, Baum & Foss, earned millions.'), [
      'Baum & Foss | name.unknown',
    ]);
  });
});

describe('A firm that begins alike', () => {
  const source = '“A decent quarter,” said Calvin Brezina of Birchwood Capital. Birchfield Capital said nothing.';

  it('is mistaken for that of the same person', async () => {
    assert.deepEqual(await findingsOf(source, '“A decent quarter,” said Calvin Brezina of Birchland Capital.'), [
      'Birchland Capital | name.misspelt | Birchwood Capital',
    ]);
  });

  it('is another without that person, or where the draft names both', async () => {
    assert.deepEqual(await findingsOf(source, 'The landlords of Birchland Capital came.'), [
      'Birchland Capital | name.unknown',
    ]);
    const both = 'Calvin Brezina of Birchwood Capital left Birchland Capital.';
    assert.deepEqual(await findingsOf(source, both), ['Birchland Capital | name.unknown']);
  });
});

describe('A name that is near a small word', () => {
  const names = ['Ellis', 'Tarn', 'Marn', 'Oduya', 'Brock', 'Quill', 'Lowe', 'Vale', 'Hurst', 'Penn', 'Cole', 'Wren'];
  const source = names
    .map((name) => `Leaders of The ${name} Union met at Halden, and The ${name} Union voted.`)
    .join('\n\n');

  it('is no slip of the article of other names', async () => {
    assert.deepEqual(await findingsOf(source, 'Thea spoke at Halden.'), ['Thea | name.unknown']);
  });

  it('is one of a name that is no small word', async () => {
    assert.deepEqual(await findingsOf(source, 'Leaders of The Hurrst Union met.'), [
      'The Hurrst Union | name.misspelt | The Hurst Union',
    ]);
  });
});

describe('An acronym', () => {
  const source = 'A report by the Centre for River and Soil Studies (CRSS) was out. The CRSS is small.';

  it('is misspelt where the draft gives it to a name whose acronym is another', async () => {
    const draft = 'The Centre for River and Soil Studies (CRRS) counted 380 wells. The CRRS was glad.';
    assert.deepEqual(await findingsOf(source, draft), ['CRRS | name.misspelt | CRSS', 'CRRS | name.misspelt | CRSS']);
  });

  it('is misspelt with two letters swapped', async () => {
    assert.deepEqual(await findingsOf(source, 'The report of CSRS was late.'), ['CSRS | name.misspelt | CRSS']);
  });

  it('is another with another letter, or where it is short', async () => {
    assert.deepEqual(await findingsOf(source, 'The report of CRST was late.'), ['CRST | name.unknown']);
    assert.deepEqual(await findingsOf('The TTP and the BLA fought.', 'The TPT fought.'), ['TPT | name.unknown']);
  });
});

describe('A long title', () => {
  const source = 'The Global Terrorism Index (GTI) was out. A prize went to the Halle aux Sels.';

  it('is misspelt with one word shortened', async () => {
    assert.deepEqual(await findingsOf(source, 'It stands in the Global Terror Index.'), [
      'Global Terror Index | name.misspelt | Global Terrorism Index',
    ]);
  });

  it('is misspelt with a word that is two letters off', async () => {
    assert.deepEqual(await findingsOf(source, 'They met in the Halle aux Selles.'), [
      'Halle aux Selles | name.misspelt | Halle aux Sels',
    ]);
  });

  it('is another with another word', async () => {
    assert.deepEqual(await findingsOf('The Global Terrorism Index was out.', 'See the Global Hunger Index.'), [
      'Global Hunger Index | name.unknown',
    ]);
  });
});

describe('One slip in a name of several words', () => {
  const source = 'Ferries of Corran Sound Lines took 31 to St Ansgar’s Hospital. The Velland Roads Board paid.';

  it('may be a plural', async () => {
    assert.deepEqual(await findingsOf(source, 'A ship of Corran Sounds Lines sank.'), [
      'Corran Sounds Lines | name.misspelt | Corran Sound Lines',
    ]);
    assert.deepEqual(await findingsOf('The Corran Sound Lines sailed.', 'The Corran Sound Line sailed.'), [
      'Corran Sound Line | name.variant',
    ]);
  });

  it('may sound alike', async () => {
    assert.deepEqual(await findingsOf(source, 'They lay in St Anskar’s Hospital.'), [
      'St Anskar’s Hospital | name.misspelt | St Ansgar’s Hospital',
    ]);
    assert.deepEqual(await findingsOf(source, 'They lay in St Andrew’s Hospital.'), [
      'St Andrew’s Hospital | name.unknown',
    ]);
    assert.deepEqual(await findingsOf('The vet, Una Tait, spoke.', 'The vet was Una Tate.'), [
      'Una Tate | name.misspelt | Una Tait',
    ]);
    assert.deepEqual(await findingsOf('The vet, Una Tait, spoke.', 'The vet was Una Toth.'), [
      'Una Toth | name.unknown',
    ]);
  });

  it('is no other number', async () => {
    assert.deepEqual(await findingsOf('The Third K-35A Squadron flew.', 'The Third K-15C Squadron flew.'), [
      'Third K-15C Squadron | name.unknown',
    ]);
  });

  it('may be a word for a people, in place of one that is none', async () => {
    const board = 'The Indus Roads Board paid. So did the Austrian Roads Board.';
    assert.deepEqual(await findingsOf(board, 'It is the Indian Roads Board.'), [
      'Indian Roads Board | name.misspelt | Indus Roads Board',
    ]);
    assert.deepEqual(await findingsOf(board, 'It is the Australian Roads Board.'), [
      'Australian Roads Board | name.unknown',
    ]);
  });
});

describe('A first name a letter away from a name of the sources', () => {
  it('is no slip where no source has the surname', async () => {
    assert.deepEqual(await findingsOf('China was silent. Dina Orr spoke.', 'Hina Rabbani will review it.'), [
      'Hina Rabbani | name.unknown',
    ]);
  });

  it('is one where a source has both apart', async () => {
    const show = 'The Rosie Show is over. Brannigan let the show go.';
    assert.deepEqual(await findingsOf(show, 'The host Rsoie Brannigan fell ill.'), [
      'Rsoie Brannigan | name.misspelt | Rosie Brannigan',
    ]);
  });

  it('is one where they have both', async () => {
    assert.deepEqual(await findingsOf('China was silent. Nina Rabbani spoke.', 'Mina Rabbani will review it.'), [
      'Mina Rabbani | name.misspelt | Nina Rabbani',
    ]);
  });
});

describe('A name with two slips', () => {
  const source = 'Halina Bortkova won the sprint. Jiri Malenek came second.';

  it('is mended as a whole', async () => {
    assert.deepEqual(await findingsOf(source, 'The winner was Halyna Bortkowa.'), [
      'Halyna Bortkowa | name.misspelt | Halina Bortkova',
    ]);
  });

  it('is not mended by the first name of another', async () => {
    assert.deepEqual(await findingsOf(source, 'The winner was Halyna Malenik.'), [
      'Halyna Malenik | name.misspelt | Halyna Malenek',
    ]);
  });
});

describe('What an acronym stands for', () => {
  const source =
    'The Centre for River and Soil Studies (CRSS) was out. The Asian Coast Voices wrote of the National Harbour Union (NHU).';

  it('is misspelt where one word is another than in the sources’ own words for it', async () => {
    assert.deepEqual(await findingsOf(source, 'The Centre for River and Stone Studies counted 380 wells.'), [
      'Centre for River and Stone Studies | name.misspelt | Centre for River and Soil Studies',
    ]);
    const given = 'The National Fishing Union (NHU) went home.';
    assert.deepEqual(await findingsOf(source, given), [
      'National Fishing Union | name.misspelt | National Harbour Union',
    ]);
  });

  it('is another body’s with two words different, or with a short name and no acronym in the draft', async () => {
    assert.deepEqual(await findingsOf(source, 'The Centre for Road and Stone Studies counted wells.'), [
      'Centre for Road and Stone Studies | name.variant',
    ]);
    assert.deepEqual(await findingsOf(source, 'The National Hunters Union went home.'), [
      'National Hunters Union | name.variant',
    ]);
  });
});

describe('A name with a country in it', () => {
  const source = 'She writes for North Asian Voices, and for the Korean Institute of Maps.';

  it('is misspelt with the country for its people', async () => {
    assert.deepEqual(await findingsOf(source, 'She writes for North Asia Voices.'), [
      'North Asia Voices | name.misspelt | North Asian Voices',
    ]);
  });

  it('is another with another country', async () => {
    assert.deepEqual(await findingsOf(source, 'She writes for North Africa Voices.'), [
      'North Africa Voices | name.unknown',
    ]);
  });
});

describe('A person’s name', () => {
  it('is misspelt with a surname that begins as the bearer’s, if the first name is nobody else’s', async () => {
    const source = 'Judge Honor Merridew refused bail. Amos Merrick waited.';
    assert.deepEqual(await findingsOf(source, 'Judge Honor Merriweather refused bail.'), [
      'Honor Merriweather | name.misspelt | Honor Merridew',
    ]);
    assert.deepEqual(await findingsOf(`${source} Honor Blake left.`, 'Judge Honor Merriweather refused bail.'), [
      'Honor Merriweather | name.unknown',
    ]);
  });

  it('is not put together of the names of two', async () => {
    const source = 'Noor Kaman and Syed Ali Abbas wrote of the Mehrab family and its head, Mehrab.';
    assert.deepEqual(await findingsOf(source, 'Noor Wali Mehrab is at large.'), ['Noor Wali Mehrab | name.unknown']);
  });

  it('keeps the draft’s apostrophe', async () => {
    assert.deepEqual(await findingsOf("They lay in St Brigid's Hospital.", 'They lay in St Bridget’s Hospital.'), [
      'St Bridget’s Hospital | name.misspelt | St Brigid’s Hospital',
    ]);
  });

  it('of two bearers of the surname is the one whose first name is nearest', async () => {
    const source = 'The treasurer Emil Strand signed the letter on rents. A report of Annelie Strand was out.';
    assert.deepEqual(await findingsOf(source, 'Anneliese Strand wrote on rents.'), [
      'Anneliese Strand | name.misspelt | Annelie Strand | Emil Strand',
    ]);
  });

  it('of a body may have three letters of a long word wrong, if it begins and ends alike', async () => {
    const source = 'The Wetterholm Foundation paid for the roof, and the Brandt Gallery for the beams.';
    assert.deepEqual(await findingsOf(source, 'Half was paid by the Wetterblom Foundation.'), [
      'Wetterblom Foundation | name.misspelt | Wetterholm Foundation',
    ]);
    assert.deepEqual(await findingsOf(source, 'Half was paid by the Brunner Gallery.'), [
      'Brunner Gallery | name.unknown',
    ]);
  });

  it('of a body may have two words in the wrong order', async () => {
    const source = 'He works at the Centre for Coastal Harbour Studies, and she at the Bank of the South East Shore.';
    assert.deepEqual(await findingsOf(source, 'He left the Centre for Harbour Coastal Studies.'), [
      'Centre for Harbour Coastal Studies | name.misspelt | Centre for Coastal Harbour Studies',
    ]);
    assert.deepEqual(await findingsOf(source, 'He left the Centre for Coastal Harbour Studies.'), []);
  });
});

describe('A surname that is the name of a people as well', () => {
  const source = 'The spokesperson, Mumtaz Zahra Baloch, said no. Sindhi and Baluch separatists said yes.';

  it('is misspelt where the sources have only the people so', async () => {
    assert.deepEqual(await findingsOf(source, 'Mumtaz Zahra Baluch said no.'), [
      'Mumtaz Zahra Baluch | name.misspelt | Mumtaz Zahra Baloch',
    ]);
  });

  it('is another spelling where the sources have somebody of that name', async () => {
    const both = `${source} Her brother is Karim Baluch.`;
    assert.deepEqual(await findingsOf(both, 'Mumtaz Zahra Baluch said no.'), ['Mumtaz Zahra Baluch | name.variant']);
  });
});

describe('A surname that has lost an s', () => {
  it('is misspelt, unless it is a word', async () => {
    assert.deepEqual(await findingsOf('The mayor, Jordi Casals, argued.', 'The mayor, Jordi Casal, argued.'), [
      'Jordi Casal | name.misspelt | Jordi Casals',
    ]);
    const houses = await findingsOf('The Rivers Houses were sold.', 'The Rivers House was sold.');
    assert.ok(!houses.some((finding) => finding.includes('name.misspelt')));
  });
});
