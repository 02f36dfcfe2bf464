import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { MarkupContent } from 'vscode-languageserver/node';
import { endAll, positionOf, startClient, wordsAt, workspace } from './languageClient.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);
const SHARED = new URL('../../../shared/seeds/', import.meta.url);

interface ExpectedFinding {
  readonly line: number;
  readonly code: string;
  readonly text: string;
}

describe('The sample workspace over the protocol', () => {
  afterEach(endAll);

  it('has the mistakes that were planted in its draft, and no others', async () => {
    const draft = readFileSync(new URL('draft.md', SEEDS), 'utf8');
    const expected = JSON.parse(
      readFileSync(new URL('../evaluation/seeds-expected.json', import.meta.url), 'utf8'),
    ) as ExpectedFinding[];
    const client = await startClient({ folders: [SEEDS.toString().replace(/\/$/u, '')] });
    const uri = new URL('draft.md', SEEDS).toString();
    await client.open(uri, draft);
    await client.statusWhen(({ state }) => state === 'ready');
    const items = await client.diagnosticsWhen(uri, (found) => found.length > 0);
    assert.deepEqual(
      items.map(({ code, range }) => ({ line: range.start.line + 1, code, text: wordsAt(draft, range) })),
      expected.map(({ line, code, text }) => ({ line, code, text })),
    );
  });
});

describe('The five long documents over the protocol', () => {
  afterEach(endAll);

  it('are hovered, gone to and repaired by', async function () {
    if (!existsSync(SHARED)) {
      console.log('      (skipped: ../shared/seeds is not here)');
      this.skip();
    }
    const draft = `In 2024 the country lost 1,801 of its people to terrorist attacks.

“Everything is available to the lowest bidder,” says the spokesman, Ahmed Sharif Chaudhry.
`;
    const folder = await workspace({
      'source-check.json': JSON.stringify({ corpus: [new URL(SHARED).pathname.replace(/\/$/u, '')] }),
    });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, draft);
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 5);
    const items = await client.diagnosticsWhen(uri, (found) => found.length > 0);
    assert.deepEqual(
      items.map(({ code, range }) => [code, wordsAt(draft, range)]),
      [
        ['figure.mismatch', '1,801'],
        ['quote.altered', 'Everything is available to the lowest bidder,'],
      ],
    );
    const hover = await client.hover(uri, positionOf(draft, '1,801'));
    assert.match((hover!.contents as MarkupContent).value, /\*\*1,081\*\*/u);
    const [link] = await client.definition(uri, positionOf(draft, 'lowest'));
    const source = readFileSync(new URL(link!.targetUri), 'utf8');
    assert.match(wordsAt(source, link!.targetSelectionRange), /highest bidder/u);
    assert.ok(link!.targetUri.startsWith(pathToFileURL(SHARED.pathname).toString()));
    const actions = await client.codeActions(uri, items[0]!.range, [items[0]!]);
    const fix = actions.find(({ isPreferred }) => isPreferred)!;
    const [change] = fix.edit!.documentChanges as { edits: { newText: string }[] }[];
    assert.equal(change!.edits[0]!.newText, '1,081');
  });
});
