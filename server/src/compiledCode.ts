import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { makeFolder } from './makeFolder.ts';

/** The code of a program as the engine has compiled it, kept in a file from one run to the next. */
export interface CompiledCode {
  /** Undefined where none is kept, or not for this engine and its flags, or not whole. */
  load(): Buffer | undefined;
  /** Says nothing where it cannot be written: the next run compiles again. */
  store(code: Uint8Array): void;
}

/** With the number of a process behind it: what that has not finished writing. */
const NAME = /^[0-9a-f]{16}-[0-9a-f]+\.code(?:\.\d+)?$/;
const DIGEST_BYTES = 32;
/** Files of programs that have been another for so long are removed. */
const KEPT_MILLISECONDS = 60 * 86_400_000;

/**
 * Where the compiled code of the program of this `version` is kept. The engine itself compares no more of a program than its
 * length, and does not look whether the file is whole.
 */
export function compiledCode(folder: string, version: string): CompiledCode {
  const fileNow = () => path.join(folder, `${version}-${v8.cachedDataVersionTag().toString(16)}.code`);
  return {
    load() {
      try {
        const bytes = readFileSync(fileNow());
        const code = bytes.subarray(DIGEST_BYTES);
        return digestOf(code).equals(bytes.subarray(0, DIGEST_BYTES)) ? code : undefined;
      } catch {
        return undefined;
      }
    },
    store(code) {
      try {
        makeFolder(folder);
        removeOld(folder);
        write(fileNow(), [digestOf(code), code]);
      } catch {
        // It is a matter of time alone.
      }
    },
  };
}

function digestOf(code: Uint8Array): Buffer {
  return createHash('sha256').update(code).digest();
}

function write(file: string, parts: readonly Uint8Array[]): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat(parts));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (NAME.test(name) && Date.now() - statSync(file).mtimeMs > KEPT_MILLISECONDS) rmSync(file, { force: true });
  }
}
