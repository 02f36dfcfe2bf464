import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver/node';
import { endAll, FULL, rangeOf, startClient, workspace, type LanguageClient } from './languageClient.ts';

const FLOOD = `The river Tarn rose by 4.2 metres on 3 March 2021, the water board said.

"We will not leave anybody behind in this valley," Colonel Marta Oyelaran told reporters.
`;

async function opened(draft: string, initializationOptions = {}): Promise<{ client: LanguageClient; uri: string }> {
  const folder = await workspace({ 'sources/flood.txt': FLOOD });
  const client = await startClient({ folders: [folder.uri], initializationOptions });
  const uri = folder.uriOf('draft.md');
  await client.open(uri, draft);
  await client.statusWhen(({ state }) => state === 'ready');
  return { client, uri };
}

/** What a draft becomes by a code action. */
function applied(draft: string, uri: string, { edit }: CodeAction): string {
  const [change] = edit!.documentChanges as [{ textDocument: { uri: string; version: number }; edits: never[] }];
  assert.deepEqual(change.textDocument, { uri, version: 1 });
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, draft), change.edits);
}

describe('Code actions over the protocol', () => {
  afterEach(endAll);

  it('put the source’s words in the place of an altered quotation, and the finding is gone', async () => {
    const draft = '🌊 “We will leave nobody behind in this valley,” said Oyelaran.\r\n';
    const { client, uri } = await opened(draft);
    const [diagnostic] = await client.diagnosticsWhen(uri, (items) =>
      items.some(({ code }) => code === 'quote.altered'),
    );
    const actions = await client.codeActions(uri, rangeOf(draft, 'nobody'), [diagnostic!]);
    const fix = actions.find(({ isPreferred }) => isPreferred)!;
    assert.equal(fix.kind, 'quickfix');
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['quote.altered'],
    );
    const repaired = applied(draft, uri, fix);
    assert.equal(repaired, '🌊 “We will not leave anybody behind in this valley,” said Oyelaran.\r\n');
    await client.edit(uri, 2, { text: repaired });
    await client.diagnosticsWhen(uri, (items) => !items.some(({ code }) => code === 'quote.altered'));
  });

  it('put the source’s value in the place of a wrong figure', async () => {
    const draft = 'The river Tarn rose by 2.4 metres on 3 March 2021, the water board said.\n';
    const { client, uri } = await opened(draft);
    const actions = await client.codeActions(uri, rangeOf(draft, '2.4'));
    const fix = actions.find(({ isPreferred }) => isPreferred)!;
    assert.equal(applied(draft, uri, fix), draft.replace('2.4', '4.2'));
  });

  it('ignore a finding by a comment before its paragraph, and only that finding', async () => {
    const draft = '# Flood\n\nFirst paragraph.\n\n“We will leave nobody behind in this valley,” said Oyelaran.\n';
    const { client, uri } = await opened(draft);
    const actions = await client.codeActions(uri, rangeOf(draft, 'nobody'));
    const ignore = actions.find(({ title }) => title.startsWith('Ignore quote.altered'))!;
    assert.equal(ignore.isPreferred, undefined);
    const ignored = applied(draft, uri, ignore);
    assert.equal(
      ignored,
      '# Flood\n\nFirst paragraph.\n\n<!-- source-check-ignore quote.altered -->\n“We will leave nobody behind in this valley,” said Oyelaran.\n',
    );
    await client.edit(uri, 2, { text: ignored });
    await client.diagnosticsWhen(uri, (items) => !items.some(({ code }) => code === 'quote.altered'));
  });

  it('show the passage only where the client carries out the command', async () => {
    const draft = '“We will leave nobody behind in this valley,” said Oyelaran.\n';
    const without = await opened(draft);
    const range = rangeOf(draft, 'nobody');
    assert.ok((await without.client.codeActions(without.uri, range)).every(({ command }) => command === undefined));
    const { client, uri } = await opened(draft, { showEvidence: true });
    const show = (await client.codeActions(uri, range)).find(({ command }) => command)!;
    assert.equal(show.title, 'Show flood.txt, line 3');
    assert.equal(show.command!.command, 'sourceCheck.showEvidence');
  });

  it('are none where nothing is to be done', async () => {
    const draft = 'The river Tarn rose by 4.2 metres on 3 March 2021, the water board said.\n';
    const { client, uri } = await opened(draft);
    assert.deepEqual(await client.codeActions(uri, rangeOf(draft, 'rose by')), []);
    assert.deepEqual(await client.codeActions(uri, rangeOf(draft, '4.2 metres')), []);
  });

  it('are none of other kinds than quick fixes', async () => {
    const draft = '“We will leave nobody behind in this valley,” said Oyelaran.\n';
    const { client, uri } = await opened(draft);
    const actions = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: rangeOf(draft, 'nobody'),
      context: { diagnostics: [], only: ['refactor'] },
    });
    assert.deepEqual(actions, []);
  });

  it('are not offered to a client that takes commands only', async () => {
    const client = await startClient({
      folders: null,
      capabilities: { ...FULL, textDocument: { ...FULL.textDocument, codeAction: {} } },
    });
    assert.equal(client.initialized.capabilities.codeActionProvider, undefined);
  });
});
