import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { endAll, startClient, workspace } from './languageClient.ts';

/** Files before and after another branch is checked out: 1,500 changed, 1,500 gone and 2,000 new. */
const FEW = 3000;
const nameOf = (number: number): string => `sources/${number % 30}/${number}.txt`;
const reportOf = (number: number, branch: string): string => `Report ${number} of the lock keeper, ${branch}.\n`;

const DRAFT = `The barge Nordlys carried 421 tons of coal in May.

“We have never seen the canal so low,” said Petra Lindqvist.

“Nobody will dredge it for us this year,” said Petra Lindqvist.
`;

describe('A burst of changed files over the protocol', () => {
  afterEach(endAll);

  it('is taken in while other requests are answered, and verdicts are right behind it', async () => {
    const before = Object.fromEntries(Array.from({ length: FEW }, (_, i) => [nameOf(i), reportOf(i, 'main')]));
    const folder = await workspace({
      ...before,
      [nameOf(0)]: 'The barge Nordlys carried 412 tons of coal in May.\n',
      [nameOf(2000)]: '“We have never seen the canal so low,” said Petra Lindqvist.\n',
    });
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('draft.md');
    await client.open(uri, DRAFT);
    const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code).sort();
    await client.statusWhen(({ state, indexed }) => state === 'ready' && indexed === FEW);
    const first = await client.diagnosticsWhen(uri, (items) => codes(items).includes('quote.unknown'));
    assert.deepEqual(codes(first), ['figure.mismatch', 'quote.unknown']);

    const changes: { uri: string; type: 1 | 2 | 3 }[] = [];
    for (let i = 0; i < 5000; i++) {
      const type = i < 1500 ? 2 : i < 3000 ? 3 : 1;
      changes.push({ uri: folder.uriOf(nameOf(i)), type });
      if (type === 3) await folder.remove(nameOf(i));
      else await folder.write(nameOf(i), reportOf(i, 'other'));
    }
    await folder.write(nameOf(0), 'The barge Nordlys carried 421 tons of coal in May.\n');
    await folder.write(nameOf(4000), '“Nobody will dredge it for us this year,” said Petra Lindqvist.\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    let inStep = false;
    let answered = 0;
    const hovering = (async () => {
      while (!inStep) {
        await client.hover(uri, { line: 0, character: 12 });
        answered++;
      }
    })();
    const settled = (items: readonly Diagnostic[]) => codes(items).join() === 'quote.unknown';
    const [unknown] = await client.diagnosticsWhen(uri, settled);
    inStep = true;
    await hovering;
    assert.equal(unknown!.range.start.line, 2);
    assert.ok(answered >= 5, `${answered} answers meanwhile`);
    await client.statusWhen(({ state, documents }) => state === 'ready' && documents === 3500);
  });
});
