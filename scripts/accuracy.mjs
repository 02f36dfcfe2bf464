// Accuracy on the labelled drafts of ../shared/evaluation, as Markdown tables; `--write` also puts them into
// docs/accuracy.md, `--limit N` takes about N of the real drafts.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const evaluation = path.join(root, '../shared/evaluation');
const program = `${process.execPath} ${path.join(root, 'server/bin/source-check.js')}`;
const page = path.join(root, 'docs/accuracy.md');
const START = '<!-- figures: npm run accuracy -- --write -->';
const END = '<!-- end of figures -->';

const { values } = parseArgs({ options: { write: { type: 'boolean' }, limit: { type: 'string' } } });
if (!existsSync(evaluation)) {
  process.stderr.write('The evaluation data is not beside this project (../shared/evaluation): nothing to measure.\n');
  process.exit(2);
}
execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });

const cases = score('score.mjs');
const parts = [
  `### Cases (${cases.cases} drafts with every claim labelled)`,
  table(['kind', 'claims', 'detected', 'verdict', 'recall', 'precision', 'evidence', 'fix'], cases.rows),
  `Claims reported where none is expected: ${extras(cases.totals)}.`,
];
for (const scope of ['source', 'corpus']) {
  const real = score('score-real.mjs', '--scope', scope, ...(values.limit ? ['--limit', values.limit] : []));
  parts.push(
    scope === 'source'
      ? '### Real drafts, each with its own sources (`--scope source`)'
      : '### Real drafts, all articles as sources (`--scope corpus`)',
    table(Object.keys(real.rows[0] ?? {}), real.rows),
  );
}
const tables = parts.join('\n\n');
process.stdout.write(`${tables}\n`);
if (values.write) {
  const text = readFileSync(page, 'utf8');
  const [before, rest = ''] = text.split(START);
  const [, after = ''] = rest.split(END);
  writeFileSync(page, `${before}${START}\n\n${tables}\n\n${END}${after}`);
}

/** Runs one of the scoring programs on what was just built. */
function score(name, ...args) {
  const output = execFileSync(process.execPath, [path.join(evaluation, name), '--cli', program, '--json', ...args], {
    encoding: 'utf8',
    cwd: root,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}

function extras({ all, ...kinds }) {
  const listed = Object.entries(kinds).map(([kind, total]) => `${kind} ${total.extra}`);
  return `${all.extra} (${listed.join(', ')}), beside ${all.expected} expected`;
}

function table(columns, rows) {
  const lines = [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
