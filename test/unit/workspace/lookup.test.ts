import assert from 'node:assert/strict';
import type { CorpusHandle } from '../../../server/src/corpus/corpusHandle.ts';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { lookUp, type Lookup } from '../../../server/src/workspace/lookup.ts';
import { folderWith, removeFolders } from './files.ts';

describe('looking something up', () => {
  let handle: CorpusHandle;
  before(async () => {
    const folder = folderWith({
      'port.txt': 'Ines Okafor, the mayor, said that Marlow handled 4,210 containers.\n\nOkafor thanked her crew.\n',
      'rail.txt':
        'The Marlow Railway Company (MRC) carried 12 million passengers. Containers went by road.\n\nThe crew of the MRC thanked nobody.\n',
    });
    handle = await openCorpus({ folders: [folder], storage: 'memory' });
    await handle.ready;
  });
  after(async () => {
    await handle.close();
    removeFolders();
  });
  const look = (text: string): Promise<Lookup> => lookUp(text, handle.corpus, 20);
  const marked = ({ passages }: Lookup): string[] =>
    passages.map(({ record, text, focus }) => `${record.path}: ${text.slice(focus.start, focus.end)}`).sort();

  it('tells the forms of a name, and who that is', async () => {
    const { names } = await look('Okafor');
    assert.deepEqual(names.map(({ form }) => form).sort(), ['Ines Okafor', 'Okafor']);
    assert.deepEqual(names.find(({ form }) => form === 'Ines Okafor')!.titles, ['mayor']);
  });

  it('tells what an acronym stands for', async () => {
    const { names } = await look('MRC');
    assert.deepEqual(names[0]!.standsFor, ['Marlow Railway Company']);
  });

  it('finds a phrase word for word', async () => {
    assert.deepEqual(marked(await look('thanked her crew')), ['port.txt: thanked her crew']);
  });

  it('finds sentences that have all the words where none has the phrase, and no others', async () => {
    assert.deepEqual(marked(await look('crew thanked')), ['port.txt: crew', 'rail.txt: crew']);
    assert.deepEqual(marked(await look('crew passengers')), []);
  });

  it('finds a figure by its value', async () => {
    assert.deepEqual(marked(await look('4210')), ['port.txt: 4,210']);
    assert.deepEqual(marked(await look('4,211')), []);
  });

  it('offers names that look alike where it finds nothing', async () => {
    const { names, passages, similar } = await look('Okaforr');
    assert.deepEqual([names, passages], [[], []]);
    assert.ok(similar.includes('Okafor'), similar.join());
  });
});
