import assert from 'node:assert/strict';
import {
  BARE,
  endAll,
  positionOf,
  rangeOf,
  startClient,
  wordsAt,
  workspace,
  type Capabilities,
  type LanguageClient,
} from './languageClient.ts';
import type { WorkspaceFolder } from './workspaceFolder.ts';

const FLOOD = `Flood in the Anselm valley

The river Tarn rose by 4.2 metres on 3 March 2021. Some 1,240 people were moved to shelters, said Colonel Marta Oyelaran.

"We will not leave anybody behind in this valley," Oyelaran told reporters.
`;

const RELIEF = `Relief in the Anselm valley

By 5 March 2021 some 1,240 people had been moved to shelters in the Anselm valley. Marta Oyelaran led the work.
`;

const DRAFT = `# After the flood

Some 1,240 people were moved to shelters in the Anselm valley, Marta Oyelaran said.

“We will not leave anybody behind in this valley,” said Oyelaran.
`;

const OTHER = `# Another draft

Marta Oyelaran was in the valley.
`;

async function opened(
  capabilities?: Capabilities,
): Promise<{ client: LanguageClient; uri: string; folder: WorkspaceFolder }> {
  const folder = await workspace({
    'sources/flood.txt': FLOOD,
    'sources/relief.txt': RELIEF,
    'other.md': OTHER,
  });
  const client = await startClient({ folders: [folder.uri], ...(capabilities ? { capabilities } : {}) });
  const uri = folder.uriOf('draft.md');
  await client.open(uri, DRAFT);
  await client.statusWhen(({ state }) => state === 'ready');
  return { client, uri, folder };
}

describe('Going to the sources over the protocol', () => {
  afterEach(endAll);

  it('leads from a quotation to its words in the source', async () => {
    const { client, uri, folder } = await opened();
    const [link] = await client.definition(uri, positionOf(DRAFT, 'leave anybody'));
    assert.equal(link!.targetUri, folder.uriOf('sources/flood.txt'));
    assert.match(wordsAt(FLOOD, link!.targetSelectionRange), /^We will not leave anybody behind in this valley,?$/u);
    assert.match(wordsAt(DRAFT, link!.originSelectionRange!), /^We will not leave anybody behind in this valley,?$/u);
  });

  it('gives every source of a figure', async () => {
    const { client, uri, folder } = await opened();
    const links = await client.definition(uri, positionOf(DRAFT, '1,240'));
    const found = links.map(({ targetUri, targetSelectionRange }) => {
      const text = targetUri === folder.uriOf('sources/flood.txt') ? FLOOD : RELIEF;
      return `${targetUri.split('/').at(-1)}: ${wordsAt(text, targetSelectionRange)}`;
    });
    assert.deepEqual(found.sort(), ['flood.txt: 1,240', 'relief.txt: 1,240']);
  });

  it('gives plain locations to a client that takes no links', async () => {
    const { client, uri, folder } = await opened(BARE);
    const [place] = await client.definition(uri, positionOf(DRAFT, 'leave anybody'));
    assert.equal(place!.uri, folder.uriOf('sources/flood.txt'));
    assert.match(wordsAt(FLOOD, place!.range), /^We will not leave anybody/u);
  });

  it('leads nowhere from what is in no source', async () => {
    const { client, folder } = await opened();
    const uri = folder.uriOf('third.md');
    const draft = '“The dam at Orrin will hold for fifty years,” the engineer said.\n';
    await client.open(uri, draft);
    assert.deepEqual(await client.definition(uri, positionOf(draft, 'The dam')), []);
  });
});

describe('References over the protocol', () => {
  afterEach(endAll);

  it('are all mentions of a name in sources and drafts, those not open included', async () => {
    const { client, uri, folder } = await opened();
    const found = await client.references(uri, positionOf(DRAFT, 'Oyelaran'));
    const texts: Record<string, string> = {
      [uri]: DRAFT,
      [folder.uriOf('other.md')]: OTHER,
      [folder.uriOf('sources/flood.txt')]: FLOOD,
      [folder.uriOf('sources/relief.txt')]: RELIEF,
    };
    const words = found.map((place) => `${place.uri.split('/').at(-1)}: ${wordsAt(texts[place.uri]!, place.range)}`);
    for (const expected of ['draft.md', 'other.md', 'flood.txt', 'relief.txt']) {
      assert.ok(words.includes(`${expected}: Marta Oyelaran`), words.join('; '));
    }
  });

  it('are all places with the same value', async () => {
    const { client, uri, folder } = await opened();
    const found = await client.references(uri, positionOf(DRAFT, '1,240'));
    const places = found.map((place) => place.uri).sort();
    assert.deepEqual(places, [uri, folder.uriOf('sources/flood.txt'), folder.uriOf('sources/relief.txt')].sort());
  });

  it('lead from a passage of a source back to the drafts that use it', async () => {
    const { client, uri, folder } = await opened();
    const source = folder.uriOf('sources/flood.txt');
    await client.open(source, FLOOD, 'plaintext');
    const found = await client.references(source, positionOf(FLOOD, 'leave anybody'));
    const inDraft = found.filter((place) => place.uri === uri);
    assert.deepEqual(
      inDraft.map(({ range }) => range.start),
      [rangeOf(DRAFT, 'We will not leave').start],
    );
  });

  it('are none in a text that is neither draft nor source', async () => {
    const { client, folder } = await opened();
    const uri = folder.uriOf('notes.txt');
    await client.open(uri, 'Marta Oyelaran, 1,240 people\n', 'plaintext');
    assert.deepEqual(await client.references(uri, { line: 0, character: 3 }), []);
  });
});
