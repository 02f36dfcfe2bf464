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

  const setAge = (name: string, minutes: number) => {
    const time = new Date(Date.now() - minutes * 60_000);
    utimesSync(`${folder.path}/${name}`, time, time);
  };
  const remaining = () => {
    discardOldIndexFiles(`${folder.path}/${CURRENT}`);
    return [CURRENT, SUPERSEDED, OF_ANOTHER_CORPUS].filter((name) => existsSync(`${folder.path}/${name}`));
  };

  it('are removed when they are of the same corpus, and others when they were not used for a long time', () => {
    setAge(SUPERSEDED, 10);
    setAge(OF_ANOTHER_CORPUS, 10);
    assert.deepEqual(remaining(), [CURRENT, OF_ANOTHER_CORPUS]);
    setAge(OF_ANOTHER_CORPUS, 400 * 24 * 60);
    assert.deepEqual(remaining(), [CURRENT]);
  });

  it('are left alone when somebody may just be opening them', () => {
    assert.deepEqual(remaining(), [CURRENT, SUPERSEDED, OF_ANOTHER_CORPUS]);
    setAge(SUPERSEDED, 10);
    mkdirSync(`${folder.path}/${SUPERSEDED}.users`);
    assert.deepEqual(remaining(), [CURRENT, SUPERSEDED, OF_ANOTHER_CORPUS]);
  });
});
