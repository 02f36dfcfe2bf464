import assert from 'node:assert/strict';
import type { AnalysedSource } from '../../../server/src/corpus/corpus.ts';
import type { DocumentId } from '../../../server/src/corpus/corpusIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';
import { citedSources, withCitations, type CitationContext } from '../../../server/src/verify/citations.ts';
import type { Claim, Evidence, Finding } from '../../../server/src/verify/verdict.ts';

const PORT = 1 as DocumentId;
const RAIL = 2 as DocumentId;
const resolve = (url: string): ReadonlySet<DocumentId> =>
  new Set(url === 'sources/port.txt' ? [PORT] : url === 'sources/rail.txt' ? [RAIL] : []);

const evidence = (document: DocumentId, source: string): Evidence => ({
  document,
  source,
  start: 0,
  end: 6,
  page: null,
  text: 'Marlow',
});
const found = (...from: Evidence[]): Finding => ({
  verdict: 'supported',
  code: 'figure.found',
  message: 'A source gives this figure.',
  explanation: [],
  evidence: from,
  suggestions: [],
});

describe('a citation of a source', () => {
  const raw =
    'Marlow handled 4,210 containers ([port](sources/port.txt)). Trade grew by 3%.[^1]\n\n[^1]: [Rail](sources/rail.txt)\n';
  const draft = readDraft(raw);
  const { text } = draft.analysis.document;
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('holds for the sentence that it stands by, as a link or as a footnote', () => {
    const citations = citedSources(draft, resolve);
    assert.deepEqual([...citations.cited(at('4,210'))], [PORT]);
    assert.deepEqual([...citations.cited(at('3%'))], [RAIL]);
  });

  it('counts for nothing where it leads to no source', () => {
    const other = readDraft('Marlow handled 4,210 containers ([port](https://example.org/port)).');
    assert.equal(citedSources(other, resolve).cited({ start: 0, end: 20 }).size, 0);
    assert.equal(citedSources(draft, undefined).cited(at('4,210')).size, 0);
  });

  const figure = (words: string): Claim => draft.analysis.figures.find(({ text: own }) => own === words)!;
  const context = (words: string, cited: string): CitationContext => ({
    near: citedSources(draft, resolve).by(at(words)),
    citationOf: ({ source }) => `sources/${source}`,
    source: (id) => Promise.resolve(sourceOf(id, cited)),
  });

  it('puts the evidence of the cited source first', async () => {
    const finding = found(evidence(RAIL, 'rail.txt'), evidence(PORT, 'port.txt'));
    const told = await withCitations(figure('4,210'), finding, context('4,210', 'Marlow.'));
    assert.deepEqual(
      told.evidence.map(({ source }) => source),
      ['port.txt', 'rail.txt'],
    );
    assert.equal(told.elsewhere, undefined);
  });

  it('is told to be the wrong one where only another source has it, with a repair that re-points it', async () => {
    const told = await withCitations(figure('4,210'), found(evidence(RAIL, 'rail.txt')), context('4,210', 'Marlow.'));
    assert.equal(told.elsewhere, true);
    assert.equal(told.message, 'A source gives this figure; but not in the cited source, only in rail.txt.');
    const [repair] = told.suggestions;
    assert.equal(repair!.newText, 'sources/rail.txt');
    assert.equal(raw.slice(repair!.at!.start, repair!.at!.end), 'sources/port.txt');
  });

  it('is no matter where the cited source has the value as well', async () => {
    const finding = found(evidence(RAIL, 'rail.txt'));
    const told = await withCitations(figure('4,210'), finding, context('4,210', 'It handled 4210 containers.'));
    assert.deepEqual(told, finding);
  });

  it('is no matter for a name', async () => {
    const name = draft.analysis.names.find(({ text: own }) => own === 'Marlow')!;
    const finding = found(evidence(RAIL, 'rail.txt'));
    assert.deepEqual(await withCitations(name, finding, context('4,210', 'Nothing.')), finding);
  });

  it('is no matter where the sources contradict the claim', async () => {
    const refuted: Finding = { ...found(evidence(RAIL, 'rail.txt')), verdict: 'refuted', code: 'figure.mismatch' };
    assert.deepEqual(await withCitations(figure('4,210'), refuted, context('4,210', 'Marlow.')), refuted);
  });
});

function sourceOf(id: DocumentId, raw: string): AnalysedSource {
  const document = structurePlainText(raw);
  const metadata = { format: 'text' };
  const health = { status: 'good' } as const;
  return {
    record: { id, folder: '/', path: 'port.txt', size: 1, modified: 0, hash: '', words: 1, metadata, health },
    document: { ...document, raw, metadata, health },
    analysis: analyse(document),
  };
}
