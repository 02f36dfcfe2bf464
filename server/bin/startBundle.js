import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

/**
 * Loads the built program into this process.
 * @param {string} name the command's name, for the message where there is no build
 * @param {readonly string[]} first arguments put before the user's own
 */
export function startBundle(name, first) {
  if (!existsSync(bundle)) {
    process.stderr.write(`${name}: not built yet; run "npm run build" in the project's folder first.\n`);
    process.exitCode = 2;
    return;
  }
  process.argv.splice(2, 0, ...first);
  createRequire(import.meta.url)(bundle);
}
