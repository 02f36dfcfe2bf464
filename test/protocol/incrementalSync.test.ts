import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { endAll, startClient, workspace } from './languageClient.ts';

const FLOOD = `The river Tarn rose by 4.2 metres on 3 March 2021, the water board said.

"We will not leave anybody behind in this valley," Colonel Marta Oyelaran told reporters.
`;

/** What a writer, or a pasted web page, may put into a draft. */
const PIECES = [
  'The river Tarn rose by 2.4 metres on 3 March 2021.',
  '“We will leave nobody behind in this valley,” said Marta Oyelaren.',
  '🌊 👩‍🚒 e\u0301 ',
  '\r\n\r\n',
  '\n',
  '\r',
  '> ',
  '- ',
  '# ',
  '`code` ',
  '<!-- source-check-ignore -->\n',
  '---\n',
  '| a | 2.4 |\n| - | - |\n',
  ' ',
];

describe('Incremental changes', () => {
  afterEach(endAll);

  it('lead to the same diagnostics as the whole text sent anew, whatever they are', async () => {
    const folder = await workspace({ 'sources/flood.txt': FLOOD });
    const client = await startClient({ folders: [folder.uri] });
    await client.statusWhen(({ state }) => state === 'ready');
    const piece = fc.constantFrom(...PIECES);
    const edit = fc.record({ from: fc.nat(1000), length: fc.nat(40), text: piece });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (start, edits) => {
          const edited = folder.uriOf(`edited-${++run}.md`);
          const whole = folder.uriOf(`whole-${run}.md`);
          let document = TextDocument.create(edited, 'markdown', 1, start.join(''));
          await client.open(edited, document.getText());
          const changes = edits.map(({ from, length, text }) => {
            const at = from % (document.getText().length + 1);
            const range = { start: document.positionAt(at), end: document.positionAt(at + length) };
            document = TextDocument.update(document, [{ range, text }], document.version + 1);
            return { range, text };
          });
          await client.edit(edited, document.version, ...changes);
          await client.open(whole, document.getText());
          const [one, other] = [await client.diagnose(edited), await client.diagnose(whole)];
          assert.ok(one.kind === 'full' && other.kind === 'full');
          assert.deepEqual(one.items, other.items);
          for (const uri of [edited, whole]) {
            await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
