import assert from 'node:assert/strict';
import { existsSync, mkdirSync, utimesSync } from 'node:fs';
import { discardOldIndexFiles } from '../../../server/src/corpus/sqlite/indexFile.ts';
import { temporaryFolder } from './corpusFolders.ts';

const CURRENT = '0123456789abcdef-v1-00000002-node.db';
const SUPERSEDED = '0123456789abcdef-v1-00000001-node.db';
const OF_ANOTHER_CORPUS = 'fedcba9876543210-v1-00000001-node.db';

describe('Index files of other versions of the program', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder({ [CURRENT]: '', [SUPERSEDED]: '', [OF_ANOTHER_CORPUS]: '' })));
  afterEach(() => folder.remove());

  const setAge = (name: string, days: number) => {
    const time = new Date(Date.now() - days * 86_400_000);
    utimesSync(`${folder.path}/${name}`, time, time);
  };
  const remaining = () => {
    discardOldIndexFiles(`${folder.path}/${CURRENT}`);
    return [CURRENT, SUPERSEDED, OF_ANOTHER_CORPUS].filter((name) => existsSync(`${folder.path}/${name}`));
  };

  it('are removed when they are of the same corpus and were not used for days, and others after a long time', () => {
    setAge(SUPERSEDED, 3);
    setAge(OF_ANOTHER_CORPUS, 3);
    assert.deepEqual(remaining(), [CURRENT, OF_ANOTHER_CORPUS]);
    setAge(OF_ANOTHER_CORPUS, 400);
    assert.deepEqual(remaining(), [CURRENT]);
  });

  it('are left alone when another version of the program was used of late, or is just opening them', () => {
    setAge(SUPERSEDED, 1);
    assert.deepEqual(remaining(), [CURRENT, SUPERSEDED, OF_ANOTHER_CORPUS]);
    setAge(SUPERSEDED, 3);
    mkdirSync(`${folder.path}/${SUPERSEDED}.users`);
    assert.deepEqual(remaining(), [CURRENT, SUPERSEDED, OF_ANOTHER_CORPUS]);
  });
});
