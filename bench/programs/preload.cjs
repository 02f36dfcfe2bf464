// Loaded into the server before anything else: counts how often files of the sources are read, in all its threads.
const fs = require('node:fs');
const process = require('node:process');
const { appendFileSync, open, promises, readFileSync } = require('node:fs');

const { SOURCE_CHECK_BENCH_READS: log, SOURCE_CHECK_BENCH_SOURCES: folder } = process.env;

/** @param {unknown} file */
function note(file) {
  if (log && folder && String(file).startsWith(folder)) appendFileSync(log, `${file}\n`);
}

/** @type {(file: unknown, ...rest: unknown[]) => unknown} */
fs.readFileSync = (file, ...rest) => {
  note(file);
  return readFileSync(file, ...rest);
};
fs.open = (file, ...rest) => {
  note(file);
  return open(file, ...rest);
};
const { readFile } = promises;
promises.readFile = (file, ...rest) => {
  note(file);
  return readFile(file, ...rest);
};
