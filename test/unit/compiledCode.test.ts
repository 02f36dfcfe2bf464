import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compiledCode } from '../../server/src/compiledCode.ts';

const VERSION = '0123456789abcdef';
const OTHER_VERSION = 'fedcba9876543210';
const CODE = Buffer.from('compiled');

describe('compiled code', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'source-check-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const onlyFile = (): string => path.join(folder, readdirSync(folder)[0]!);

  it('is there again as it was stored, and nothing is where nothing was', () => {
    assert.equal(compiledCode(folder, VERSION).load(), undefined);
    compiledCode(folder, VERSION).store(CODE);
    assert.deepEqual(compiledCode(folder, VERSION).load(), CODE);
  });

  it('is not given to another version of the program', () => {
    compiledCode(folder, VERSION).store(CODE);
    assert.equal(compiledCode(folder, OTHER_VERSION).load(), undefined);
  });

  it('is not given where a part is missing or a byte is another', () => {
    const compiled = compiledCode(folder, VERSION);
    compiled.store(CODE);
    const bytes = readFileSync(onlyFile());
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(onlyFile(), bytes);
    assert.equal(compiled.load(), undefined);
    for (const length of [bytes.length - 1, 10, 0]) {
      truncateSync(onlyFile(), length);
      assert.equal(compiled.load(), undefined);
    }
  });

  it('is stored in a folder that is made for it, and without a word not where none can be', () => {
    const inside = path.join(folder, 'a', 'b');
    compiledCode(inside, VERSION).store(CODE);
    assert.deepEqual(compiledCode(inside, VERSION).load(), CODE);
    writeFileSync(path.join(folder, 'file'), '');
    compiledCode(path.join(folder, 'file', 'c'), VERSION).store(CODE);
  });

  it('of another version is removed when it is old, and nothing else is', () => {
    compiledCode(folder, OTHER_VERSION).store(CODE);
    const other = onlyFile();
    const notes = path.join(folder, 'notes.code');
    writeFileSync(notes, '');
    utimesSync(notes, 0, 0);
    compiledCode(folder, VERSION).store(CODE);
    assert.equal(readdirSync(folder).length, 3);
    utimesSync(other, 0, 0);
    compiledCode(folder, VERSION).store(CODE);
    assert.deepEqual(compiledCode(folder, OTHER_VERSION).load(), undefined);
    assert.equal(readdirSync(folder).length, 2);
  });
});
