// Accuracy on the labelled drafts of ../shared/evaluation, as Markdown tables; `--write` also puts them into
// docs/accuracy.md, `--limit N` takes about N of the real drafts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BARS, barRows } from './accuracyBars.mjs';
import { confusionRows } from './accuracyConfusion.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const evaluation = path.join(root, '../shared/evaluation');
const launcher = path.join(root, 'server/bin/source-check.js');
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
  'What was called what, where the code is not the labelled one:',
  table(['labelled', 'called', 'claims'], confusionRows(labelledCases())),
];
const own = score('score.mjs', path.join(root, 'test/evaluation/cases'));
parts.push(
  `### Drafts of the project's own (${own.cases} in \`test/evaluation/cases\`, about invented events)`,
  table(['kind', 'claims', 'detected', 'verdict', 'recall', 'precision', 'evidence', 'fix'], own.rows),
);
const real = { source: scoreReal('source'), corpus: scoreReal('corpus') };
parts.push(
  '### Real drafts: what was aimed at, and what is reached',
  table(['measure', 'aim', 'own sources', 'aim', 'all articles as sources'], barRows(BARS, real)),
);
for (const [scope, title] of [
  ['source', '### Real drafts, each with its own sources (`--scope source`)'],
  ['corpus', '### Real drafts, all articles as sources (`--scope corpus`)'],
]) {
  const { rows, alarms } = real[scope];
  parts.push(title, table(Object.keys(rows[0] ?? {}), rows));
  parts.push(
    'Claims called refuted where nothing is marked as wrong, by code:',
    table(['set', 'code', 'alarms'], alarms),
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
  const program = `${process.execPath} ${launcher}`;
  return JSON.parse(output(path.join(evaluation, name), '--cli', program, '--json', ...args));
}

/** The rows of the real drafts in one scope, and the false alarms counted by set and code. */
function scoreReal(scope) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'source-check-accuracy-'));
  const misses = path.join(folder, 'misses.txt');
  const limit = values.limit ? ['--limit', values.limit] : [];
  const { rows } = score('score-real.mjs', '--scope', scope, '--misses', misses, ...limit);
  const sets = rows.map(({ set }) => set).filter((set) => !set.includes('/'));
  const counts = new Map();
  for (const line of readFileSync(misses, 'utf8').split('\n')) {
    const [, id, code] = /^FALSE (\S+) \S+ (\S+)/u.exec(line) ?? [];
    if (!code) continue;
    const set = sets.filter((name) => id.startsWith(name)).sort((a, b) => b.length - a.length)[0] ?? id;
    const key = `${set}\n${code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  rmSync(folder, { recursive: true });
  const alarms = [...counts].sort().map(([key, count]) => {
    const [set, code] = key.split('\n');
    return { set, code, alarms: count };
  });
  return { rows, alarms };
}

/** Every case with what was expected of it and what came out. */
function labelledCases() {
  const folder = path.join(evaluation, 'cases');
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'expected.json')))
    .map((name) => {
      const draft = path.join(folder, name, 'draft.md');
      const { corpus, claims } = JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8'));
      const sources = path.resolve(folder, name, corpus);
      const report = JSON.parse(
        output(launcher, 'check', draft, '--corpus', sources, '--format', 'json', '--fail-on', 'never'),
      );
      return { text: readFileSync(draft, 'utf8'), expected: claims, found: report.drafts[0].claims };
    });
}

/** What a script of this Node prints. */
function output(script, ...args) {
  return execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: root,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function extras({ all, ...kinds }) {
  const listed = Object.entries(kinds).map(([kind, total]) => `${kind} ${total.extra}`);
  return `${all.extra} (${listed.join(', ')}), beside ${all.expected} expected`;
}

/** Rows are objects by column, or arrays. */
function table(columns, rows) {
  const cells = rows.map((row) => (Array.isArray(row) ? row : columns.map((column) => row[column])));
  return [columns, columns.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
