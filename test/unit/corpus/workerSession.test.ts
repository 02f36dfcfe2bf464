import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './corpusFolders.ts';

const PROGRAM = fileURLToPath(new URL('./indexInWorker.ts', import.meta.url));
const TALKATIVE = fileURLToPath(new URL('./talkativeWorker.mjs', import.meta.url));

describe('The index worker, and a thread that reads for it,', () => {
  it('print nothing on the standard output, which may be the line to the client', () => {
    const sources = temporaryFolder({ 'a.txt': 'Ann Field counted 7 boats.' });
    const storage = temporaryFolder();
    const args = ['--import', 'tsx', PROGRAM, storage.path, TALKATIVE, sources.path];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stderr, /^1 indexed$/m);
    assert.match(stderr, /^a thread reads$/m);
    assert.equal(stderr.match(/^a library says hello$/gm)?.length, 2);
    assert.equal(stdout, '');
    sources.remove();
    storage.remove();
  });
});
