import { dirname } from 'node:path';
import { cacheFolder } from '../cacheFolder.ts';
import { findConfiguration, type FoundConfiguration } from '../workspace/configurationFile.ts';
import { corpusFolders } from '../workspace/corpusFolders.ts';
import { openProject, type Project } from '../workspace/project.ts';
import { Unusable } from '../workspace/unusable.ts';
import type { Console } from './console.ts';
import { indexProgress, progressLine, type ProgressLine } from './progress.ts';

/** Opens the sources and waits until they are indexed. Throws {@link Unusable} if there is no source. */
export async function openedProject(
  found: FoundConfiguration,
  folders: readonly string[],
  console: Console,
  progress: ProgressLine = progressLine(console),
): Promise<Project> {
  for (const problem of found.problems) console.err(`${problem}\n`);
  const project = await openProject({
    found,
    folders,
    base: console.cwd,
    storage: cacheFolder(),
    ...(WORKER ? { workerUrl: WORKER } : {}),
    onProgress: indexProgress(progress),
  });
  try {
    await project.handle.ready;
  } finally {
    progress.clear();
  }
  return project;
}

/** Opens the sources that `given`, or the configuration of the folder the user is in, name. */
export async function projectHere(
  given: readonly string[],
  console: Console,
  progress?: ProgressLine,
): Promise<Project> {
  const { cwd } = console;
  const found = await findConfiguration(cwd);
  const home = found.file === undefined ? cwd : dirname(found.file);
  const folders = await corpusFolders(given, found, cwd, [...new Set([home, cwd])]);
  const project = await openedProject(found, folders, console, progress);
  try {
    reportSources(project, console);
  } catch (error) {
    await project.close();
    throw error;
  }
  return project;
}

/**
 * What runs the index in a thread of its own: what has started this program. From TypeScript files there is none.
 */
const WORKER = import.meta.url.endsWith('.ts') ? undefined : new URL('server.cjs', import.meta.url);

/** One line on standard error for each thing that is wrong with the sources. Throws {@link Unusable} if there are none. */
export function reportSources(project: Project, console: Console): void {
  const fatal = project.handle.problems.find(({ code }) => code === 'no-sources');
  const sources = project.handle.sources();
  for (const problem of project.handle.problems) {
    if (problem !== fatal) console.err(`${problem.message}\n`);
  }
  const unread = sources.filter(({ health }) => health.status === 'unreadable');
  for (const { path, health } of unread.slice(0, SHOWN)) {
    if (health.status === 'unreadable') console.err(`${path} could not be read: ${health.detail}\n`);
  }
  if (unread.length > SHOWN) {
    console.err(`… and ${unread.length - SHOWN} more sources that could not be read: see source-check sources.\n`);
  }
  if (fatal || sources.every(({ health }) => health.status === 'unreadable' || health.status === 'empty')) {
    throw new Unusable(
      `${project.folders.join(', ')} holds no source that can be read: put .txt or .md files there, or name another folder with --corpus.`,
    );
  }
}

const SHOWN = 5;
