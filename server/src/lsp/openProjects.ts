import { dirname } from 'node:path';
import type { IndexProgress, SyncSummary } from '../corpus/corpusHandle.ts';
import { createCorpusPool } from '../corpus/corpusPool.ts';
import { findConfiguration, type FoundConfiguration } from '../workspace/configurationFile.ts';
import { corpusFolders } from '../workspace/corpusFolders.ts';
import { openProject, type Project } from '../workspace/project.ts';
import { Unusable } from '../workspace/unusable.ts';
import { isWithin } from './paths.ts';
import { withSettings, type Settings } from './settings.ts';

/** A project that drafts of the editor belong to, or why there is none to check them against. */
export interface OpenProject {
  /** Folder of its `source-check.json`; without one the workspace folder, outside of those the draft's folder. */
  readonly root: string;
  /** Folder that the editor's settings are for and relative to. */
  readonly base: string;
  /** With the editor's settings over it. */
  readonly found: FoundConfiguration;
  /** False where the settings switch checking off. */
  readonly enabled: boolean;
  /** Undefined where there are no sources: see `problem`. */
  readonly project?: Project;
  /** One sentence: what is missing and what to do. */
  readonly problem?: string;
  /** How far the index is; undefined before it begins. */
  readonly progress: IndexProgress | undefined;
  readonly state: 'indexing' | 'ready' | 'stopped';
  /**
   * False in the first moments, while it is not known whether the index is up to date: what is found then would be shown
   * and taken back.
   */
  readonly settled: boolean;
}

export interface ProjectServices {
  /** Folder for index files. */
  readonly storage: string;
  /** The file that index workers are started from. */
  readonly workerUrl: URL;
  settings(folder: string): Promise<Settings>;
  /** The sources, the settings or the coverage of a project are others now. */
  onChange(project: OpenProject): void;
  onProgress(project: OpenProject, stop: () => void): void;
  log(message: string): void;
  /** What somebody looks for who asks why something takes long. */
  note(message: string): void;
}

/** All projects of the editor, opened when they are first asked for. */
export interface OpenProjects {
  /** The project of a file; of a text that is no file, that of the first workspace folder. */
  of(path: string | undefined): Promise<OpenProject | undefined>;
  /** Those opened so far. */
  all(): readonly OpenProject[];
  /** Sets the workspace folders (absolute), opens those with sources, closes what neither they nor `paths` need. */
  setFolders(folders: readonly string[], paths: readonly string[]): Promise<void>;
  /** Reads configuration files and settings again and opens anew what they change. */
  reload(): Promise<void>;
  /** Reads all sources anew; of a project whose indexing was stopped, those that are missing. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** So long a project that is being indexed says nothing of its drafts. */
const SETTLING_MILLISECONDS = 3000;

interface Home {
  readonly root: string;
  readonly base: string;
  readonly found: FoundConfiguration;
}

interface Opened {
  readonly signature: string;
  readonly entry: OpenProject;
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

export function createOpenProjects(services: ProjectServices): OpenProjects {
  const openShared = createCorpusPool();
  const opened = new Map<string, Promise<Opened>>();
  const current = new Map<string, Opened>();
  const configurations = new Map<string, Promise<FoundConfiguration>>();
  let folders: readonly string[] = [];
  let closed = false;

  async function homeOf(path: string | undefined): Promise<Home | undefined> {
    const from = path === undefined ? folders[0] : dirname(path);
    if (from === undefined) return undefined;
    return homeOfFolder(from);
  }

  async function homeOfFolder(folder: string): Promise<Home> {
    let reading = configurations.get(folder);
    if (!reading) configurations.set(folder, (reading = findConfiguration(folder)));
    const found = await reading;
    const workspaceFolder = folders.filter((other) => isWithin(folder, other)).sort((a, b) => b.length - a.length)[0];
    const root = found.file === undefined ? (workspaceFolder ?? folder) : dirname(found.file);
    return { root, base: workspaceFolder ?? root, found };
  }

  function opening(home: Home): Promise<Opened> {
    let entry = opened.get(home.root);
    if (!entry) {
      entry = openOne(home, services, openShared);
      opened.set(home.root, entry);
      void entry.then((open) => {
        if (closed || opened.get(home.root) !== entry) void open.close();
        else {
          current.set(home.root, open);
          services.onChange(open.entry);
        }
      });
    }
    return entry;
  }

  async function drop(root: string): Promise<void> {
    const entry = opened.get(root);
    opened.delete(root);
    current.delete(root);
    await (await entry)?.close();
  }

  async function openFolders(): Promise<Set<string>> {
    const roots = new Set<string>();
    for (const folder of folders) {
      const home = await homeOfFolder(folder);
      roots.add(home.root);
      await opening(home);
    }
    return roots;
  }

  // One change of the whole after another.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    async of(path) {
      const home = await homeOf(path);
      if (!home || closed) return undefined;
      return (await opening(home)).entry;
    },
    all: () => [...current.values()].map(({ entry }) => entry),
    setFolders: (next, paths) =>
      inTurn(async () => {
        folders = next;
        const needed = await openFolders();
        for (const path of paths) needed.add((await homeOf(path))?.root ?? '');
        await Promise.all([...opened.keys()].filter((root) => !needed.has(root)).map(drop));
      }),
    reload: () =>
      inTurn(async () => {
        configurations.clear();
        for (const [root, entry] of [...opened]) {
          const before = await entry;
          const home = await homeOfFolder(root);
          if (home.root === root && (await signatureOf(home, services)) === before.signature) continue;
          await drop(root);
          if (home.root === root) await opening(home);
          else services.onChange(before.entry);
        }
        await openFolders();
      }),
    rebuild: () =>
      inTurn(async () => {
        for (const open of [...current.values()]) {
          const { entry } = open;
          if (entry.state === 'stopped') {
            await drop(entry.root);
            await opening({ ...entry, found: (await homeOfFolder(entry.root)).found });
          } else void open.rebuild();
        }
      }),
    async close() {
      closed = true;
      await Promise.all([...opened.keys()].map(drop));
    },
  };
}

/** Everything about a project's configuration that makes another one of it. */
async function signatureOf(home: Home, services: ProjectServices): Promise<string> {
  const settings = await services.settings(home.base);
  const { folders, problem } = await foldersOf(home, settings);
  const { configuration, problems, file } = withSettings(home.found, settings, home.base);
  const aliases = [...configuration.aliases];
  return JSON.stringify([settings.enable, folders, problem, file, { ...configuration, aliases }, problems]);
}

async function foldersOf(
  { root, base, found }: Home,
  settings: Settings,
): Promise<{ readonly folders: readonly string[]; readonly problem?: string }> {
  try {
    return { folders: await corpusFolders(settings.corpus, found, base, [root]) };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const isNamed = settings.corpus.length > 0 || found.configuration.corpus !== undefined;
    return { folders: [], problem: isNamed ? error.message : NO_SOURCES };
  }
}

const NO_SOURCES =
  'No sources were found: put them in a folder “sources”, or name their folder in source-check.json: { "corpus": "FOLDER" }.';

function roundNote(
  folders: readonly string[],
  { added, changed, moved, removed, unchanged }: SyncSummary,
  milliseconds: number,
  readingThreads: number,
): string {
  const counts = `${added} added, ${changed} changed, ${moved} moved, ${removed} removed, ${unchanged} unchanged`;
  const threads = readingThreads > 0 ? `, read by ${readingThreads + 1} threads` : '';
  return `${folders.join(', ')}: ${counts} in ${Math.round(milliseconds)} ms${threads}.`;
}

const NOTHING_TO_DO = { rebuild: () => Promise.resolve(), close: () => Promise.resolve() };

async function openOne(
  home: Home,
  services: ProjectServices,
  open: ReturnType<typeof createCorpusPool>,
): Promise<Opened> {
  const { root, base } = home;
  const settings = await services.settings(base);
  const signature = await signatureOf(home, services);
  const found = withSettings(home.found, settings, base);
  const { folders, problem } = await foldersOf(home, settings);
  for (const message of found.problems) services.log(message);
  const nothing = { root, base, found, enabled: settings.enable, progress: undefined, settled: true } as const;
  if (!settings.enable || problem !== undefined) {
    if (problem !== undefined) services.log(`${root}: ${problem}`);
    const entry: OpenProject = { ...nothing, state: 'ready', ...(problem === undefined ? {} : { problem }) };
    return { signature, entry, ...NOTHING_TO_DO };
  }

  const stopping = new AbortController();
  const entry: { -readonly [K in keyof OpenProject]: OpenProject[K] } = {
    ...nothing,
    state: 'indexing',
    settled: false,
  };
  const stop = (): void => {
    stopping.abort();
    entry.state = 'stopped';
    settle();
  };
  const settle = (): void => {
    entry.settled = true;
    services.onChange(entry);
  };
  let project: Project | undefined;
  let told: readonly string[] = [];
  /** A problem is told when it comes, and again when it comes back. */
  const tellProblems = (): void => {
    const messages = (project?.handle.problems ?? []).map(({ message }) => message);
    for (const message of messages) if (!told.includes(message)) services.log(message);
    told = messages;
  };
  try {
    project = await openProject({
      found,
      base: root,
      folders,
      storage: services.storage,
      workerUrl: services.workerUrl,
      open,
      onRound(...round) {
        services.note(roundNote(folders, ...round));
        tellProblems();
      },
      signal: stopping.signal,
      onProgress(progress) {
        entry.progress = progress;
        if (entry.state !== 'stopped') entry.state = progress.phase === 'done' ? 'ready' : 'indexing';
        services.onProgress(entry, stop);
      },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    services.log(`${root}: the sources could not be opened: ${why}`);
    return {
      signature,
      entry: { ...nothing, state: 'ready', problem: `The sources could not be opened: ${why}` },
      ...NOTHING_TO_DO,
    };
  }
  entry.project = project;
  const timer = setTimeout(settle, SETTLING_MILLISECONDS);
  const subscription = project.handle.onChange(() => {
    if (entry.settled) services.onChange(entry);
  });
  let closed = false;
  // A round that failed has told no end of its progress.
  const ended = ({ cancelled }: SyncSummary): void => {
    clearTimeout(timer);
    if (closed) return;
    // Another project with the same sources may have been told to stop.
    if (cancelled) entry.state = 'stopped';
    if (entry.state !== 'stopped') entry.state = 'ready';
    tellProblems();
    services.onProgress(entry, stop);
    settle();
  };
  void project.handle.ready.then(ended);
  return {
    signature,
    entry,
    rebuild: () => project.handle.rebuild().then(ended),
    async close() {
      closed = true;
      clearTimeout(timer);
      subscription.dispose();
      await project.close();
    },
  };
}
