// Builds, checks the sample draft in seeds/ against its sources, and says how to see the same in an editor.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const built = run('scripts/build.mjs');
if (built !== 0) process.exit(built);
// Findings are what this is for: 1 says that there are some.
const status = run('server/bin/source-check.js', 'check', 'seeds');
if (status !== 0 && status !== 1) process.exit(status);
process.stdout.write(`
The same in an editor, with hovers, quick fixes and the way to each source:
  VS Code at hand:  code --extensionDevelopmentPath="${path.resolve(root)}" "${path.join(root, 'seeds')}"
                    or open this folder in VS Code and press F5
  no VS Code:       npm run editor   (a VS Code in the browser, on this computer only)
`);

/** The exit status of one of the project's programs, which shares this terminal. */
function run(script, ...args) {
  return spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 2;
}
