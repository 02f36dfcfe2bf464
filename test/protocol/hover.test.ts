import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver/node';
import {
  BARE,
  endAll,
  positionOf,
  startClient,
  wordsAt,
  workspace,
  type ClientOptions,
  type LanguageClient,
} from './languageClient.ts';

const FLOOD = `Flood in the Anselm valley

The river Tarn rose by 4.2 metres on 3 March 2021, the Water Board of Anselm (WBA) said. Some 1,240 people were moved to
shelters, said Colonel Marta Oyelaran, the relief chief.

"We will not leave anybody behind in this valley," Oyelaran told reporters.
`;

const DRAFT = `# Flood

The Tarn rose by 2.4 metres on 3 March 2021, and 1,240 people were moved to shelters, Marta Oyelaren said.

“We will leave nobody behind in this valley,” Colonel Oyelaran said.
`;

async function opened(
  draft: string,
  options: Partial<ClientOptions> = {},
): Promise<{ client: LanguageClient; uri: string; source: string }> {
  const folder = await workspace({ 'sources/flood.txt': FLOOD });
  const client = await startClient({ folders: [folder.uri], ...options });
  const uri = folder.uriOf('draft.md');
  await client.open(uri, draft);
  await client.statusWhen(({ state }) => state === 'ready');
  return { client, uri, source: folder.uriOf('sources/flood.txt') };
}

async function hoverText(client: LanguageClient, uri: string, words: string, draft = DRAFT): Promise<MarkupContent> {
  const hover = await client.hover(uri, positionOf(draft, words));
  assert.ok(hover, `a hover at “${words}”`);
  return hover.contents as MarkupContent;
}

describe('Hover over the protocol', () => {
  afterEach(endAll);

  it('tells of a wrong figure what the source says, with the value marked and a link to it', async () => {
    const { client, uri, source } = await opened(DRAFT);
    const { kind, value } = await hoverText(client, uri, '2.4 metres');
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*The sources say otherwise\*\* · `figure\.mismatch`\n\n/u);
    assert.match(value, /> The river Tarn rose by \*\*4\.2 metres\*\* on 3 March 2021/u);
    const start = positionOf(FLOOD, '4.2 metres');
    assert.ok(value.includes(`[flood.txt, line 3](${source}#L${start.line + 1},${start.character + 1})`), value);
  });

  it('says of a right figure that a source has it, never that it is true', async () => {
    const { client, uri } = await opened(DRAFT);
    const { value } = await hoverText(client, uri, '1,240');
    assert.match(value, /^\*\*Found in a source\*\* · `figure\.found`/u);
    assert.match(value, /\*\*1,240\*\* people were moved to shelters/u);
    assert.doesNotMatch(value, /\btrue\b|\bverified\b/u);
  });

  it('tells of a name who it is, how the sources write it and how often each has it', async () => {
    const draft = 'Marta Oyelaran spoke of the flood.\n';
    const { client, uri, source } = await opened(draft);
    const { value } = await hoverText(client, uri, 'Oyelaran', draft);
    assert.match(value, /^\*\*Found in a source\*\* · `name\.found`/u);
    assert.match(value, /\*\*Marta Oyelaran\*\*: Colonel; .*relief chief/u);
    assert.match(value, /Written in the sources: Marta Oyelaran \(1×\), Oyelaran \(1×\)/u);
    assert.ok(value.includes(`](${source}#L4,`), value);
    assert.match(value, /\): twice/u);
  });

  it('tells of a misspelt name how the sources write it', async () => {
    const { client, uri } = await opened(DRAFT);
    const { value } = await hoverText(client, uri, 'Oyelaren');
    assert.match(value, /^\*\*The sources say otherwise\*\* · `name\.misspelt`/u);
    assert.match(value, /Written in the sources: Marta Oyelaran/u);
  });

  it('shows of an altered quotation the words left out and put in', async () => {
    const { client, uri } = await opened(DRAFT);
    const { value } = await hoverText(client, uri, 'leave nobody');
    assert.match(value, /^\*\*The sources say otherwise\*\* · `quote\.altered`/u);
    assert.match(value, /> We will \*\*not\*\* leave ~~nobody~~ \*\*anybody\*\* behind in this valley/u);
  });

  it('leads a client that carries out the command to the very words', async () => {
    const { client, uri, source } = await opened(DRAFT, { initializationOptions: { showEvidence: true } });
    const { value } = await hoverText(client, uri, 'leave nobody');
    const [, link = ''] = /\(command:sourceCheck\.showEvidence\?([^)]*)\)/u.exec(value) ?? [];
    const [target] = JSON.parse(decodeURIComponent(link)) as [{ uri: string; range: never }];
    assert.equal(target.uri, source);
    assert.match(wordsAt(FLOOD, target.range), /^We will not leave anybody behind in this valley/u);
  });

  it('is plain text for a client that shows no Markdown', async () => {
    const { client, uri } = await opened(DRAFT, { capabilities: BARE });
    const { kind, value } = await hoverText(client, uri, 'leave nobody');
    assert.equal(kind, 'plaintext');
    assert.match(value, /We will \{\+not\+\} leave \[-nobody-\] \{\+anybody\+\} behind in this valley/u);
    assert.match(value, /\(flood\.txt, line 6\)/u);
    assert.doesNotMatch(value, /\*\*|~~|\]\(/u);
  });

  it('does not let marks in a source become markup', async () => {
    const draft = '“We need a * and a <b>bold</b> plan,” she said.\n';
    const folder = await workspace({ 'sources/a.txt': '"We need a * and a <b>bold</b> and_true_ plan," she said.\n' });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.statusWhen(({ state }) => state === 'ready');
    const { value } = await hoverText(client, uri, 'We need', draft);
    assert.doesNotMatch(value, /[^\\]<b>/u);
  });

  it('says nothing where there is no claim', async () => {
    const { client, uri } = await opened(DRAFT);
    assert.equal(await client.hover(uri, positionOf(DRAFT, 'rose by')), null);
  });
});
