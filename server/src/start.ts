// The file that is started, in a process or a thread: runs the program beside it. Most of what a start takes is compiling
// the program, so what was compiled once is kept.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { cacheFolder } from './cacheFolder.ts';
import { compiledCode } from './compiledCode.ts';
import { setEngineFlags } from './engineFlags.ts';
import { onKeepCompiled } from './keepCompiled.ts';

const PARAMETERS = 'exports, require, module, __filename, __dirname';

function start(file: string): void {
  // The build leaves nothing but ASCII, and ends with a hash of the rest.
  const source = readFileSync(file, 'latin1');
  const compiled = compiledCode(cacheFolder(), source.slice(-16));
  const cachedData = compiled.load();
  const script = new vm.Script(`(function (${PARAMETERS}) {${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (isMainThread && (!cachedData || script.cachedDataRejected === true)) {
    // What ran at the start alone would be forgotten before it is kept.
    v8.setFlagsFromString('--no-flush-bytecode');
    onKeepCompiled(() => {
      v8.setFlagsFromString('--flush-bytecode');
      compiled.store(script.createCachedData());
    });
  }
  const module = { exports: {} };
  const run = script.runInThisContext() as (...values: readonly unknown[]) => void;
  run(module.exports, createRequire(file), module, file, path.dirname(file));
}

if (isMainThread) setEngineFlags();
start(path.join(__dirname, 'program.cjs'));
