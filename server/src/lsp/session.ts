import {
  DidChangeConfigurationNotification,
  ReferencesRequest,
  TextDocuments,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSourcePlaces } from '../features/sourcePlaces.ts';
import { keepCompiled } from '../keepCompiled.ts';
import { clientSupportOf, initializationOptionsOf } from './clientSupport.ts';
import { createConfigurationDiagnostics } from './configurationDiagnostics.ts';
import { createDiagnosticDelivery } from './diagnosticDelivery.ts';
import { createDraftChecks } from './draftChecks.ts';
import { handleFeatures } from './featureRequests.ts';
import { createIndexProgressDisplay } from './indexProgress.ts';
import { flagsOfStart } from '../memory.ts';
import { createOpenProjects } from './openProjects.ts';
import { handleOwnRequests } from './ownRequests.ts';
import { pathOf } from './paths.ts';
import { createProjectDrafts } from './projectDrafts.ts';
import { SETTINGS_SECTION } from './settings.ts';
import { createSettingsStore } from './settingsStore.ts';
import { createStatusReports } from './statusReports.ts';
import { createWatching } from './watching.ts';

/** A client's session between `initialized` and `shutdown`. */
export interface Session {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Where things are that the server itself does not know. */
export interface SessionPlaces {
  /** Folder for index files, if the client names none. */
  readonly storage: string;
  /** The file that index workers are started from. */
  readonly workerUrl: URL;
}

/** Projects that are kept open, beside those of workspace folders and open drafts. */
const MOST_PROJECTS = 8;

/** Sets up all that answers the client, without reading anything yet. */
export function createSession(connection: Connection, params: InitializeParams, where: SessionPlaces): Session {
  const support = clientSupportOf(params);
  const documents = new TextDocuments(TextDocument);
  const open = (): string[] => documents.keys();
  const log = (message: string): void => connection.console.warn(message);
  const note = (message: string): void => connection.console.log(message);
  const fail = (what: string) => (error: unknown) =>
    connection.console.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`);

  let begun = false;
  let workspaceFolders = foldersOf(params);
  const settings = createSettingsStore(connection, support);
  const places = createSourcePlaces();
  const display = createIndexProgressDisplay(connection, support);
  const configurationDiagnostics = createConfigurationDiagnostics(connection);

  const projects = createOpenProjects({
    storage: initializationOptionsOf(params.initializationOptions).storagePath ?? where.storage,
    workerUrl: where.workerUrl,
    settings: (folder) => settings.of(folder),
    log,
    note,
    onChange() {
      status.changed();
      delivery.refresh();
      watching.update();
      configurationDiagnostics(projects.all()).catch(fail('The configuration could not be looked at'));
    },
    onProgress(project, stop) {
      status.changed();
      display.update(project, stop);
    },
  });
  let hasChecked = false;
  const checks = createDraftChecks({
    document: (uri) => documents.get(uri),
    projects,
    onChecked() {
      hasChecked = true;
      status.changed();
    },
    note,
  });
  const status = createStatusReports({
    connection,
    projects: () => projects.all(),
    begun: () => begun,
    checked: () => open().flatMap((uri) => checks.latest(uri) ?? []),
  });
  const delivery = createDiagnosticDelivery({
    connection,
    support,
    checks,
    places,
    open: () => documents.all(),
  });
  const reload = (): void => {
    projects.reload().then(() => {
      status.changed();
      delivery.refresh();
      watching.update();
    }, fail('The configuration could not be read again'));
  };
  const watching = createWatching({
    connection,
    support,
    projects: () => projects.all(),
    workspaceFolders: () => workspaceFolders,
    onConfiguration: reload,
  });
  const drafts = createProjectDrafts({ checks, open, log });

  documents.onDidChangeContent(({ document }) => delivery.edited(document.uri));
  documents.onDidClose(({ document }) => {
    checks.forget(document.uri);
    delivery.closed(document.uri);
    // A preview opens and closes drafts; their projects stay open as long as they are few.
    if (projects.all().length > MOST_PROJECTS) setFolders().catch(fail('Projects could not be closed'));
  });
  // Clients that do not watch files still say what they save.
  documents.onDidSave(({ document }) => watching.changed([document.uri]));
  documents.listen(connection);
  connection.onDidChangeWatchedFiles(({ changes }) => watching.changed(changes.map(({ uri }) => uri)));
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    reload();
  });
  handleFeatures({
    connection,
    support,
    projects,
    checks,
    places,
    delivery,
    drafts,
    document: (uri) => documents.get(uri),
  });
  handleOwnRequests({ connection, projects, checks });

  const setFolders = (): Promise<void> =>
    projects.setFolders(
      workspaceFolders,
      open().flatMap((uri) => pathOf(uri) ?? []),
    );

  return {
    async begin() {
      status.changed();
      if (support.registersConfiguration) {
        void connection.client
          .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
          .catch(fail('The client does not tell of changed settings'));
      }
      if (support.registersReferences) {
        // From a source back to the drafts; Markdown files are asked for anyway.
        const documentSelector = [{ scheme: 'file', language: 'plaintext' }];
        void connection.client.register(ReferencesRequest.type, { documentSelector }).catch(() => undefined);
      }
      if (support.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          const kept = workspaceFolders.filter((folder) => ![...gone].some((uri) => pathOf(uri) === folder));
          workspaceFolders = [...new Set([...kept, ...added.flatMap(({ uri }) => pathOf(uri) ?? [])])];
          setFolders()
            .then(() => {
              status.changed();
              delivery.refresh();
              watching.update();
            })
            .catch(fail('The workspace folders could not be opened'));
        });
      }
      await setFolders();
      begun = true;
      watching.update();
      status.changed();
    },
    async end() {
      watching.dispose();
      delivery.dispose();
      status.dispose();
      display.dispose();
      // Compiled code is good for the flags it was compiled with.
      const restore = flagsOfStart();
      if (hasChecked) keepCompiled();
      restore();
      await projects.close();
    },
  };
}

/** The workspace folders; of old clients the one root. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.flatMap(({ uri }) => pathOf(uri) ?? []);
  const root = rootUri ? pathOf(rootUri) : rootPath;
  return root ? [root] : [];
}
