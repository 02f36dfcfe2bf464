import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from '../../server/src/makeFolder.ts';

describe('A folder', () => {
  it('is made with those it lies in, and left alone where it is there', () => {
    const base = mkdtempSync(path.join(tmpdir(), 'source-check-folder-'));
    const folder = path.join(base, 'one', 'two', 'three');
    makeFolder(folder);
    writeFileSync(path.join(folder, 'kept.txt'), '');
    makeFolder(folder);
    assert.ok(existsSync(path.join(folder, 'kept.txt')));
    rmSync(base, { recursive: true });
  });

  it('that cannot be made is an error, below a file as below what the system makes up', function () {
    const base = mkdtempSync(path.join(tmpdir(), 'source-check-folder-'));
    const file = path.join(base, 'file');
    writeFileSync(file, '');
    assert.throws(() => makeFolder(path.join(file, 'one', 'two')), /ENOTDIR|EEXIST|ENOENT/u);
    rmSync(base, { recursive: true });
    if (existsSync('/proc/self')) assert.throws(() => makeFolder('/proc/nowhere/one'), /ENOENT|EACCES|EPERM/u);
  });
});
