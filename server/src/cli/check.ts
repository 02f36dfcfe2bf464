import { dirname, resolve } from 'node:path';
import { githubReport } from '../report/github.ts';
import { htmlReport } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
import { markdownReport } from '../report/markdown.ts';
import { prettyReport } from '../report/pretty.ts';
import { reportDraft, type CorpusReport, type DraftReport, type Report } from '../report/report.ts';
import { sarifReport } from '../report/sarif.ts';
import { findConfiguration, type FoundConfiguration } from '../workspace/configurationFile.ts';
import { corpusFolders, shown } from '../workspace/corpusFolders.ts';
import { findDrafts, isDraft, type DraftFile } from '../workspace/draftFiles.ts';
import type { Project } from '../workspace/project.ts';
import { decodeDraft, loadDraft, type DraftFileText } from '../workspace/draftText.ts';
import { Unusable } from '../workspace/unusable.ts';
import type { CheckCommand, FailOn } from './arguments.ts';
import type { Console } from './console.ts';
import { placesOf } from './evidencePlaces.ts';
import { openedProject, reportSources } from './openedProject.ts';
import { progressLine } from './progress.ts';
import { VERSION } from './version.ts';
import { writeWhole } from './wholeFile.ts';

const STANDARD_INPUT = '-';

/** Checks drafts and writes the report; the exit status says whether there are findings. */
export async function runCheck(command: CheckCommand, console: Console): Promise<number> {
  const { cwd } = console;
  const here = await findConfiguration(cwd);
  const drafts = await draftsOf(command.paths, here, cwd);
  const runs = await runsOf(drafts, here, command, cwd);
  const reports = new Map<string, DraftReport>();
  const corpus: CorpusReport[] = [];
  const progress = progressLine(console);
  let failed = false;
  for (const { found, folders, drafts: ofRun } of runs) {
    const project = await openedProject(found, folders, console);
    try {
      reportSources(project, console);
      for (const draft of ofRun) {
        progress.show('Checking drafts', reports.size, drafts.length);
        try {
          reports.set(draft.path, await checkOne(project, draft, command, console));
        } catch (error) {
          if (!(error instanceof Unusable)) throw error;
          progress.clear();
          console.err(`source-check: ${error.message}\n`);
          failed = true;
        }
      }
      corpus.push(await corpusReport(project));
    } finally {
      progress.clear();
      await project.close();
    }
  }
  const report: Report = {
    corpus: {
      documents: sum(corpus, ({ documents }) => documents),
      passages: sum(corpus, ({ passages }) => passages),
      coverage: corpus.every(({ coverage }) => coverage === 'full') ? 'full' : 'partial',
    },
    drafts: drafts.flatMap(({ path }) => reports.get(path) ?? []),
  };
  if (report.drafts.length > 0) {
    const text = written(report, command, console);
    if (command.output === undefined) console.out(text);
    else await writeWhole(resolve(cwd, command.output), text);
  }
  return failed ? 2 : hasFindings(report, command.failOn) ? 1 : 0;
}

/** The drafts that were named; else those of the configuration; else all Markdown files of this folder. */
async function draftsOf(given: readonly string[], here: FoundConfiguration, cwd: string): Promise<DraftFile[]> {
  const paths = given.filter((path) => path !== STANDARD_INPUT);
  if (given.length === 0) {
    const { file, configuration } = here;
    if (file === undefined || !configuration.drafts) return findDrafts(['.'], cwd);
    const found = await findDrafts(configuration.drafts, dirname(file));
    return found.map(({ path }) => ({ shown: shown(path, cwd), path, named: false }));
  }
  const drafts = await findDrafts(paths, cwd);
  if (paths.length < given.length) drafts.push({ shown: STANDARD_INPUT, path: STANDARD_INPUT, named: true });
  return drafts;
}

/** Drafts that are checked against the same sources by the same configuration. */
interface Run {
  readonly found: FoundConfiguration;
  readonly folders: readonly string[];
  readonly drafts: DraftFile[];
}

async function runsOf(
  drafts: readonly DraftFile[],
  here: FoundConfiguration,
  command: CheckCommand,
  cwd: string,
): Promise<Run[]> {
  const runs = new Map<string, Run>();
  const byFolder = new Map<string, FoundConfiguration>();
  for (const draft of drafts) {
    const folder = draft.path === STANDARD_INPUT ? cwd : dirname(draft.path);
    let found = byFolder.get(folder);
    if (!found) byFolder.set(folder, (found = folder === cwd ? here : await findConfiguration(folder)));
    const home = found.file === undefined ? cwd : dirname(found.file);
    const folders = await corpusFolders(command.corpus, found, cwd, [...new Set([home, folder])]);
    if (!draft.named && !isDraft(draft.path, home, folders, found.configuration)) continue;
    const key = [found.file ?? '', ...folders].join('\0');
    const run = runs.get(key);
    if (run) run.drafts.push(draft);
    else runs.set(key, { found, folders, drafts: [draft] });
  }
  if (runs.size === 0) {
    throw new Unusable(
      'Only sources were found here, and no draft: name the draft, or set “drafts” in source-check.json.',
    );
  }
  return [...runs.values()];
}

async function checkOne(
  project: Project,
  { shown: name, path }: DraftFile,
  { format }: CheckCommand,
  console: Console,
): Promise<DraftReport> {
  const isInput = path === STANDARD_INPUT;
  const text: DraftFileText = isInput
    ? decodeDraft(await console.stdin(), 'standard input')
    : await loadDraft(path, name);
  if (text.raw.trim() === '') console.err(`${name} is empty: there is nothing to check.\n`);
  const { claims, problems, corpus } = await project.check({ raw: text.raw, ...(isInput ? {} : { path }) });
  const placeOf = format === 'json' ? undefined : await placesOf(claims, corpus, console.cwd);
  return reportDraft({
    draft: name,
    ...text,
    claims,
    problems,
    severity: project.found.configuration.severity,
    ...(placeOf ? { placeOf } : {}),
  });
}

async function corpusReport({ handle }: Project): Promise<CorpusReport> {
  const { corpus } = handle;
  const { passages } = await corpus.index.frequencies([]);
  return { documents: corpus.documents.size, passages, coverage: corpus.coverage };
}

function written(report: Report, command: CheckCommand, console: Console): string {
  switch (command.format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, VERSION);
    case 'github':
      return githubReport(report);
    case 'markdown':
      return markdownReport(report);
    case 'html':
      return htmlReport(report);
    case 'pretty':
      return prettyReport(report, {
        colour: command.output === undefined && console.colour,
        columns: console.columns,
      });
  }
}

/** Findings that `--fail-on` asks for, as far as their severity lets them be seen. */
function hasFindings(report: Report, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return report.drafts.some(({ claims }) =>
    claims.some(
      ({ verdict, severity }) =>
        severity !== 'none' &&
        (verdict === 'refuted' || (failOn === 'unsupported' && verdict === 'not-enough-evidence')),
    ),
  );
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
