import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { CONFIGURATION_FILE } from '../workspace/configuration.ts';
import type { ClientSupport } from './clientSupport.ts';
import { isOnNetwork } from './networkFolders.ts';
import type { OpenProject } from './openProjects.ts';
import { isWithin, pathOf } from './paths.ts';

/**
 * Keeps the server informed of sources and configuration files: by the client or, where it cannot be told itself, by looking.
 */
export interface Watching {
  /** To be called when projects were opened, closed or changed. */
  update(): void;
  /** What a client reports, whether it was asked to or not. */
  changed(uris: readonly string[]): void;
  dispose(): void;
}

export interface WatchingServices {
  readonly connection: Pick<Connection, 'client' | 'console'>;
  readonly support: Pick<ClientSupport, 'registersWatchers' | 'relativePatterns'>;
  projects(): readonly OpenProject[];
  workspaceFolders(): readonly string[];
  /** A configuration file, or a folder that may hold sources, was made, changed or removed. */
  onConfiguration(): void;
  /** May files in this folder change without the client being told? */
  readonly isSilent?: (folder: string) => Promise<boolean>;
}

/** Files that are saved or copied together are read together. */
const GATHERING_MILLISECONDS = 60;

/** Looking at the folders takes at most this share of the time. */
const POLLING_SHARE = 0.05;
const POLLING_MILLISECONDS = 2000;

/** Where sources are expected that no configuration names. */
const DEFAULT_FOLDERS = ['sources', 'seeds'];

export function createWatching(services: WatchingServices): Watching {
  const { connection, support, isSilent = isOnNetwork } = services;
  const gathered = new Set<string>();
  let gathering: NodeJS.Timeout | undefined;
  let registered: { readonly key: string; readonly registration: Promise<Disposable> } | undefined;
  let polling: NodeJS.Timeout | undefined;
  let configurationState: string | undefined;
  let isWatched = support.registersWatchers;
  const silent = new Map<string, Promise<boolean>>();
  let disposed = false;

  function foldersOf({ project, root }: OpenProject): readonly string[] {
    return project?.folders ?? DEFAULT_FOLDERS.map((name) => join(root, name));
  }

  function tell(): void {
    gathering = undefined;
    const paths = [...gathered];
    gathered.clear();
    let reload = paths.some((path) => basename(path) === CONFIGURATION_FILE);
    for (const open of services.projects()) {
      const concerned = paths.filter((path) =>
        foldersOf(open).some((folder) => isWithin(path, folder) || isWithin(folder, path)),
      );
      if (concerned.length === 0) continue;
      // A folder itself has come or gone, or stands where none was.
      if (!open.project || concerned.some((path) => open.project!.folders.some((folder) => isWithin(folder, path)))) {
        reload = true;
      }
      void open.project?.handle.refresh(concerned);
    }
    if (reload) services.onConfiguration();
  }

  function register(): void {
    const watchers = watchersOf(services.projects().flatMap(foldersOf), services.workspaceFolders(), support);
    const key = JSON.stringify(watchers);
    if (registered?.key === key) return;
    void registered?.registration.then((old) => old.dispose()).catch(() => undefined);
    const registration = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    registration.catch((error: unknown) => {
      connection.console.warn(
        `The client does not watch the sources (${String(error)}); they are looked at now and then.`,
      );
      isWatched = false;
      if (!disposed) schedule(POLLING_MILLISECONDS);
    });
    registered = { key, registration };
  }

  /** The projects of which nobody but the folders themselves tells what has changed. */
  async function unwatched(): Promise<readonly OpenProject[]> {
    const projects = services.projects();
    if (!isWatched) return projects;
    const areSilent = await Promise.all(
      projects.map(async ({ project, root }) => {
        const folders = [root, ...(project?.folders ?? [])];
        return (await Promise.all(folders.map(knownSilent))).includes(true);
      }),
    );
    return projects.filter((_, i) => areSilent[i]);
  }

  function knownSilent(folder: string): Promise<boolean> {
    let known = silent.get(folder);
    if (!known) silent.set(folder, (known = isSilent(folder)));
    return known;
  }

  function schedule(pause: number): void {
    polling ??= setTimeout(() => void poll(), pause);
    polling.unref();
  }

  async function poll(): Promise<void> {
    const started = performance.now();
    let looked = false;
    try {
      const projects = await unwatched();
      looked = !isWatched || projects.length > 0;
      if (!looked) return;
      const state = await stateOfConfigurations(projects, services.workspaceFolders());
      if (configurationState !== undefined && state !== configurationState) services.onConfiguration();
      configurationState = state;
      for (const { project } of projects) await project?.handle.refresh();
    } catch (error) {
      connection.console.warn(`Looking at the sources failed: ${String(error)}`);
    } finally {
      polling = undefined;
      if (looked && !disposed) schedule(Math.max(POLLING_MILLISECONDS, (performance.now() - started) / POLLING_SHARE));
    }
  }

  return {
    update() {
      if (disposed) return;
      if (support.registersWatchers) register();
      schedule(POLLING_MILLISECONDS);
    },
    changed(uris) {
      for (const uri of uris) {
        const path = pathOf(uri);
        if (path !== undefined) gathered.add(path);
      }
      gathering ??= setTimeout(tell, GATHERING_MILLISECONDS);
    },
    dispose() {
      disposed = true;
      clearTimeout(gathering);
      clearTimeout(polling);
    },
  };
}

function watchersOf(
  sourceFolders: readonly string[],
  workspaceFolders: readonly string[],
  { relativePatterns }: Pick<ClientSupport, 'relativePatterns'>,
): FileSystemWatcher[] {
  const outside = sourceFolders.filter((folder) => !workspaceFolders.some((other) => isWithin(folder, other)));
  const below = (folder: string, pattern: string): FileSystemWatcher => ({
    globPattern: relativePatterns
      ? { baseUri: URI.file(folder).toString(), pattern }
      : `${folder.replaceAll('\\', '/').replace(/[*?[\]{}]/gu, '?')}/${pattern}`,
  });
  return [
    { globPattern: `**/${CONFIGURATION_FILE}` },
    ...[...new Set(sourceFolders)].map((folder) => below(folder, '**/*')),
    // Editors watch what lies in the workspace recursively; a folder that comes or goes is told by its own name only.
    ...[...new Set(sourceFolders)]
      .filter((folder) => !outside.includes(folder))
      .map((folder) => below(join(folder, '..'), basename(folder))),
  ];
}

/** Changes when a configuration file, or a folder that may hold sources, comes, goes or changes. */
async function stateOfConfigurations(
  projects: readonly OpenProject[],
  workspaceFolders: readonly string[],
): Promise<string> {
  const roots = new Set([...projects.map(({ root }) => root), ...workspaceFolders]);
  const files = [...roots].flatMap((root) => [CONFIGURATION_FILE, ...DEFAULT_FOLDERS].map((name) => join(root, name)));
  const folders = projects.flatMap(({ project, found }) => [
    ...(project?.folders ?? []),
    ...(found.file ? [found.file] : []),
  ]);
  const states = await Promise.all(
    [...new Set([...files, ...folders])].map(async (path) => {
      try {
        const found = await stat(path);
        // A folder's own time changes with each file in it, which is not what is asked here.
        return found.isDirectory() ? 'folder' : `${found.mtimeMs} ${found.size}`;
      } catch {
        return '';
      }
    }),
  );
  return states.join('|');
}
