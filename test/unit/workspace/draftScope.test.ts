import assert from 'node:assert/strict';
import type { DocumentId, SourceRecord } from '../../../server/src/corpus/corpusIndex.ts';
import { acceptancesFor } from '../../../server/src/workspace/acceptance.ts';
import { linkTo, sourcesAt } from '../../../server/src/workspace/draftCitations.ts';
import { evidenceFor, namedSources, sourcePathsOf } from '../../../server/src/workspace/draftScope.ts';

const record = (id: number, folder: string, path: string): SourceRecord => ({
  id: id as DocumentId,
  folder,
  path,
  size: 1,
  modified: 0,
  hash: '',
  words: 1,
  metadata: { format: 'text' },
  health: { status: 'good' },
});
const RECORDS = [
  record(1, '/desk/sources', 'port.txt'),
  record(2, '/desk/sources', 'rail/2023 report (final).txt'),
  record(3, '/desk', 'draft.md'),
  record(4, '/archive', 'port.txt'),
];
const SOURCES = sourcePathsOf(new Map(RECORDS.map((one) => [one.id, one])));
const ids = (set: Iterable<number> | undefined): number[] | undefined => set && [...set].sort();

describe('the evidence for a draft', () => {
  it('is what its front matter names, relative to a corpus folder', () => {
    const { ids: found, unmatched } = namedSources(['port.txt', 'harbour.txt'], '/desk', SOURCES);
    assert.deepEqual(ids(found), [1, 4]);
    assert.deepEqual(unmatched, ['harbour.txt']);
  });

  it('is what its front matter names, relative to the draft', () => {
    assert.deepEqual(ids(namedSources(['./sources/port.txt'], '/desk', SOURCES).ids), [1]);
  });

  it('is what the globs of its front matter match', () => {
    assert.deepEqual(ids(namedSources(['rail/*'], '/elsewhere', SOURCES).ids), [2]);
    assert.deepEqual(ids(namedSources(['sources/**'], '/desk', SOURCES).ids), [1, 2]);
  });

  it('is everything where nothing is named, but never the draft itself', () => {
    assert.equal(evidenceFor(undefined, '/desk/other.md', SOURCES), undefined);
    assert.deepEqual(ids(evidenceFor(undefined, '/desk/draft.md', SOURCES)), [1, 2, 4]);
    assert.deepEqual(ids(evidenceFor(new Set([1, 3] as DocumentId[]), '/desk/draft.md', SOURCES)), [1]);
  });
});

describe('a citation', () => {
  it('points at a source by the path from the draft or from the corpus', () => {
    assert.deepEqual(ids(sourcesAt('sources/port.txt', '/desk', SOURCES)), [1]);
    assert.deepEqual(ids(sourcesAt('port.txt', '/desk', SOURCES)), [1, 4]);
    assert.deepEqual(ids(sourcesAt('../archive/port.txt#page=2', '/desk', SOURCES)), [4]);
  });

  it('points at no source where it is an address of the web or a broken one', () => {
    for (const url of [
      'https://example.org/port.txt',
      '//example.org/port.txt',
      'mailto:a@example.org',
      '',
      '#top',
      'a%E0.txt',
    ])
      assert.deepEqual(ids(sourcesAt(url, '/desk', SOURCES)), [], url);
  });

  it('is written so that it leads back to its source', () => {
    const link = linkTo(RECORDS[1]!, '/desk');
    assert.equal(link, 'sources/rail/2023%20report%20%28final%29.txt');
    assert.deepEqual(ids(sourcesAt(link, '/desk', SOURCES)), [2]);
  });
});

describe('the accepted list', () => {
  it('holds for the drafts that its glob matches', () => {
    const accepted = [{ text: 'a' }, { text: 'b', draft: 'port.md' }, { text: 'c', draft: 'news/**' }];
    const texts = (path: string): string[] => acceptancesFor(accepted, path).map(({ text }) => text);
    assert.deepEqual(texts('news/port.md'), ['a', 'b', 'c']);
    assert.deepEqual(texts('rail.md'), ['a']);
  });
});
