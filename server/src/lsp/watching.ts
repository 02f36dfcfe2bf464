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
import type { OpenProject } from './openProjects.ts';
import { isWithin, pathOf } from './paths.ts';

/** Keeps the server informed of sources and configuration files, by the client or, where it cannot, by looking. */
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
}

/** Files that are saved or copied together are read together. */
const GATHERING_MILLISECONDS = 60;

/** Looking at the folders takes at most this share of the time. */
const POLLING_SHARE = 0.05;
const POLLING_MILLISECONDS = 2000;

/** Where sources are expected that no configuration names. */
const DEFAULT_FOLDERS = ['sources', 'seeds'];

export function createWatching(services: WatchingServices): Watching {
  const { connection, support } = services;
  const gathered = new Set<string>();
  let gathering: NodeJS.Timeout | undefined;
  let registered: { readonly key: string; readonly registration: Promise<Disposable> } | undefined;
  let polling: NodeJS.Timeout | undefined;
  let configurationState: string | undefined;
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
      if (!disposed && !polling) schedule(POLLING_MILLISECONDS);
    });
    registered = { key, registration };
  }

  function schedule(pause: number): void {
    polling = setTimeout(() => void poll(), pause);
    polling.unref();
  }

  async function poll(): Promise<void> {
    const started = performance.now();
    try {
      const state = await stateOfConfigurations(services.projects(), services.workspaceFolders());
      if (configurationState !== undefined && state !== configurationState) services.onConfiguration();
      configurationState = state;
      for (const { project } of services.projects()) await project?.handle.refresh();
    } catch (error) {
      connection.console.warn(`Looking at the sources failed: ${String(error)}`);
    }
    if (!disposed) schedule(Math.max(POLLING_MILLISECONDS, (performance.now() - started) / POLLING_SHARE));
  }

  return {
    update() {
      if (disposed) return;
      if (support.registersWatchers) register();
      else if (!polling) schedule(POLLING_MILLISECONDS);
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
