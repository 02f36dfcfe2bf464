// Builds dist/: one bundle each for the program (language server, command line and index worker), for what starts it, and for
// the VS Code client; the WebAssembly file of SQLite, and the licences of what is bundled. `--dev`: readable, with source maps,
// for debugging.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asAscii } from './asAscii.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const dev = process.argv.includes('--dev');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // A module may ask where it is, as it would unbundled.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  // The entry points that libraries offer to bundlers as ES modules are smaller.
  mainFields: ['module', 'main'],
};

// Files are replaced in place rather than the folder emptied: a running editor or test may hold the old ones.
mkdirSync(dist, { recursive: true });
const wasm = createRequire(import.meta.url)
  .resolve('node-sqlite3-wasm')
  .replace(/\.js$/, '.wasm');
copyFileSync(wasm, path.join(dist, path.basename(wasm)));
const results = await Promise.all([
  build({ ...common, entryPoints: ['server/src/main.ts'], outfile: 'dist/program.cjs', write: false }),
  build({ ...common, entryPoints: ['server/src/start.ts'], outfile: 'dist/server.cjs' }),
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] }),
]);
for (const { path: file, text } of results[0].outputFiles) {
  writeFileSync(file, file.endsWith('.cjs') ? signed(asAscii(text)) : text);
}
for (const name of readdirSync(dist)) if (!dev && name.endsWith('.map')) rmSync(path.join(dist, name));
writeFileSync(
  path.join(dist, 'THIRD-PARTY-NOTICES.txt'),
  notices(results.flatMap((r) => Object.keys(r.metafile.inputs))),
);

/**
 * Ends with what tells it from all others, see server/src/start.ts.
 * @param {string} code
 */
function signed(code) {
  return `${code}//${createHash('sha256').update(code).digest('hex').slice(0, 16)}`;
}

/**
 * The licence texts of all packages that the inputs come from.
 * @param {string[]} inputs paths relative to the root
 */
function notices(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((entry) => /^(?:licen[cs]e|copying|copyright)/i.test(entry));
    const text = file ? readFileSync(path.join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `This product contains the following packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
