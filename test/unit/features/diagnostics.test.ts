import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import type { CheckedDocument } from '../../../server/src/features/checkedDocument.ts';
import { diagnosticsOf } from '../../../server/src/features/diagnostics.ts';
import type { Finding } from '../../../server/src/verify/verdict.ts';
import { checkedDraft, endAll } from './checkedDraft.ts';

const SOURCES = { 'river.txt': 'The river Tarn rose by 4.2 metres on 3 March 2021.\n' };
const DRAFT = 'The river Tarn rose by 2.4 metres on 3 March 2021.\n';

/** The same document with every finding changed. */
function withFindings(document: CheckedDocument, change: (finding: Finding) => Finding): CheckedDocument {
  const claims = document.check.claims.map((one) => ({ ...one, finding: change(one.finding) }));
  return { ...document, check: { ...document.check, claims } };
}

describe('Diagnostics of a checked draft', () => {
  afterEach(endAll);

  it('are as loud as the verdict, and what is supported is silent', async () => {
    const { document, places } = await checkedDraft(SOURCES, DRAFT);
    const items = await diagnosticsOf(document, { places, relatedInformation: true }, CancellationToken.None);
    assert.deepEqual(
      items.map(({ code, severity }) => [code, severity]),
      [['figure.mismatch', 2]],
    );
    assert.deepEqual(items[0]!.data, { code: 'figure.mismatch', verdict: 'refuted' });
  });

  it('follow the severities that are set', async () => {
    const { document, places } = await checkedDraft(SOURCES, DRAFT, {
      'figure.mismatch': 'error',
      'name.found': 'hint',
    });
    const items = await diagnosticsOf(document, { places, relatedInformation: false }, CancellationToken.None);
    assert.deepEqual(
      items.map(({ code, severity }) => [code, severity]),
      [
        ['name.found', 4],
        ['figure.mismatch', 1],
      ],
    );
  });

  it('carry no related information for a client that does not show it', async () => {
    const { document, places } = await checkedDraft(SOURCES, DRAFT);
    const [item] = await diagnosticsOf(document, { places, relatedInformation: false }, CancellationToken.None);
    assert.equal(item!.relatedInformation, undefined);
  });

  it('call nothing absent, and are no more than information, while only a part of the sources was asked', async () => {
    const draft = `${DRAFT}\n“The dam at Orrin will hold for fifty years,” she said.\n`;
    const { document, places } = await checkedDraft(SOURCES, draft);
    const whole = await diagnosticsOf(document, { places, relatedInformation: false }, CancellationToken.None);
    assert.ok(whole.some(({ code }) => code === 'quote.unknown'));
    const part = withFindings(document, (finding) => ({ ...finding, partial: true }));
    const items = await diagnosticsOf(part, { places, relatedInformation: false }, CancellationToken.None);
    assert.deepEqual(
      items.map(({ code, severity }) => [code, severity]),
      [['figure.mismatch', 3]],
    );
  });

  it('are no more than an editor can bear, the gravest kept, and the others counted', async () => {
    const { document, places } = await checkedDraft(SOURCES, `${DRAFT}\n`.repeat(3));
    const [one] = document.check.claims.filter(({ finding }) => finding.verdict === 'refuted');
    const quiet = { ...one!, finding: { ...one!.finding, verdict: 'conflicting-evidence' as const } };
    const claims = [...Array.from({ length: 1500 }, () => quiet), one!];
    const many = { ...document, check: { ...document.check, claims } };
    const items = await diagnosticsOf(many, { places, relatedInformation: false }, CancellationToken.None);
    assert.equal(items.length, 1001);
    assert.equal(items.filter(({ severity }) => severity === 2).length, 1);
    assert.match(items.at(-1)!.message as string, /^501 more findings are not shown/u);
  });

  it('stop when nobody wants them any more', async () => {
    const { document, places } = await checkedDraft(SOURCES, DRAFT);
    const source = new CancellationTokenSource();
    source.cancel();
    assert.deepEqual(await diagnosticsOf(document, { places, relatedInformation: true }, source.token), []);
  });
});
