// Builds the extension and packs it into source-check-VERSION.vsix. Fails if that is too large to be right.
import { createVSIX } from '@vscode/vsce';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST_BYTES = 3_000_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.join(root, `source-check-${version}.vsix`);

const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);
await createVSIX({
  cwd: root,
  packagePath: file,
  // Everything is bundled.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = statSync(file);
if (size >= MOST_BYTES) {
  process.stderr.write(`The package has ${size} bytes; it must stay below ${MOST_BYTES}.\n`);
  process.exitCode = 1;
}
