import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { CorpusHandle } from '../../../server/src/corpus/corpusHandle.ts';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft, type CheckOptions } from '../../../server/src/verify/checkDraft.ts';

describe('the check of a draft', () => {
  const folder = mkdtempSync(join(tmpdir(), 'source-check-verify-'));
  let handle: CorpusHandle;
  before(async () => {
    writeFileSync(join(folder, 'port.txt'), 'The port of Marlow handled 4,210 containers in 2023.\n');
    handle = await openCorpus({ folders: [folder], storage: 'memory' });
    await handle.ready;
  });
  after(async () => {
    await handle.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const codes = async (raw: string, options?: CheckOptions, corpus: Corpus = handle.corpus): Promise<string[]> =>
    (await checkDraft(readDraft(raw), corpus, options)).map(
      ({ span, finding }) => `${raw.slice(span.start, span.end)}: ${finding.code}`,
    );

  it('gives the claims in order of their start, the outer before the inner', async () => {
    const found = await codes('“Trade doubled,” said Pieter Vandamme in Zwolle.');
    assert.deepEqual(
      found.map((line) => line.split(':')[0]),
      ['Trade doubled,', 'doubled', 'Pieter Vandamme', 'Zwolle'],
    );
  });

  it('leaves out what the draft ignores', async () => {
    const raw = 'Pieter Vandamme spoke.\n\n<!-- source-check-ignore -->\n\nPieter Vandamme spoke.\n';
    assert.deepEqual(await codes(raw), ['Pieter Vandamme: name.unknown']);
  });

  it('leaves out only the codes that an ignore names', async () => {
    const raw = '<!-- source-check-ignore figure -- counted by hand -->\n\nPieter Vandamme counted 77 boats.\n';
    assert.deepEqual(await codes(raw), ['Pieter Vandamme: name.unknown']);
  });

  it('never hides what is supported', async () => {
    const raw = '<!-- source-check-ignore -->\n\nMarlow has a port.\n';
    const plain = await codes('Marlow has a port.\n');
    assert.deepEqual(
      await codes(raw),
      plain.filter((line) => line.endsWith('.found')),
    );
  });

  it('leaves out what is accepted, by words and code', async () => {
    const raw = 'Pieter\nVandamme counted 77 boats.';
    assert.deepEqual(await codes(raw, { accepted: [{ text: 'Pieter Vandamme' }, { text: '77', code: 'figure' }] }), []);
    assert.equal((await codes(raw, { accepted: [{ text: 'Pieter Vandamme', code: 'name.misspelt' }] })).length, 2);
    assert.equal((await codes(raw, { accepted: [{ text: 'Pieter' }] })).length, 2);
  });

  it('says nothing of absence while not all sources have been asked', async () => {
    const partial: Corpus = {
      lineage: handle.corpus.lineage,
      coverage: 'partial',
      generation: handle.corpus.generation,
      index: handle.corpus.index,
      documents: handle.corpus.documents,
      lexicon: (within) => handle.corpus.lexicon(within),
      source: (id) => handle.corpus.source(id),
      readAhead: (ids) => handle.corpus.readAhead(ids),
    };
    const [checked] = await checkDraft(readDraft('Pieter Vandamme spoke.'), partial);
    assert.equal(checked!.finding.partial, true);
    assert.match(checked!.finding.message, /^Not fully checked/u);
  });

  it('reports a claim that cannot be verified as not checked, and the others as ever', async () => {
    const broken: Corpus = {
      lineage: {},
      coverage: 'full',
      generation: handle.corpus.generation,
      index: handle.corpus.index,
      documents: handle.corpus.documents,
      lexicon: (within) => handle.corpus.lexicon(within),
      source: () => Promise.reject(new Error('the disk is gone')),
      readAhead: () => undefined,
    };
    const raw = 'Pieter Vandamme wrote: “The port of Marlow handled 4,210 containers in 2023.”';
    const found = await checkDraft(readDraft(raw), broken);
    const quote = found.find(({ claim }) => claim.kind === 'quote')!;
    assert.match(quote.finding.message, /was not checked.*the disk is gone/u);
    assert.equal(quote.finding.partial, true);
    const name = found.find(({ claim }) => claim.kind === 'name' && claim.text === 'Pieter Vandamme')!;
    assert.equal(name.finding.code, 'name.unknown');
  });

  it('ends when it is cancelled', async () => {
    let asked = 0;
    const isCancelled = (): boolean => ++asked > 2;
    await assert.rejects(checkDraft(readDraft('Marlow.'), handle.corpus, { isCancelled }), { name: 'CheckCancelled' });
  });
});
