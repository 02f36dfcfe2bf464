import { type Disposable, type LogOutputChannel, Range, Uri, commands, window, workspace } from 'vscode';
import { SHOW_EVIDENCE, type ShowEvidenceArguments, type SourceItem } from '../../server/src/lsp/messages.ts';
import { countsSentence } from './countsText.ts';
import type { CheckServer } from './server.ts';

const NO_SOURCES =
  'Source Check found no sources: put them in a folder “sources”, or name their folder in source-check.json: { "corpus": "…" }.';

/** Registers the commands; `server` gives the running server, if there is one. */
export function registerCommands(server: () => CheckServer | undefined, log: LogOutputChannel): Disposable[] {
  /** Carries out a command that needs the server, and says what is missing or went wrong. */
  const withServer = (action: (server: CheckServer) => Promise<unknown>) => async () => {
    const running = server();
    if (!running) {
      void window.showWarningMessage(workspace.isTrusted ? NO_SOURCES : 'Source Check needs a trusted folder.');
      return;
    }
    try {
      await action(running);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(`Source Check: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return [
    commands.registerCommand('sourceCheck.checkDraft', withServer(checkDraft)),
    commands.registerCommand('sourceCheck.showSources', withServer(showSources)),
    commands.registerCommand(
      'sourceCheck.rebuildIndex',
      withServer((running) => running.rebuildIndex()),
    ),
    commands.registerCommand('sourceCheck.goToSource', () => commands.executeCommand('editor.action.revealDefinition')),
    commands.registerCommand('sourceCheck.showLog', () => log.show()),
    commands.registerCommand(SHOW_EVIDENCE, showEvidence),
  ];
}

async function checkDraft(server: CheckServer): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    void window.showWarningMessage('Open a Markdown draft to check it.');
    return;
  }
  const counts = await server.check(document.uri.toString());
  const choice = await window.showInformationMessage(
    countsSentence(counts),
    ...(counts.refuted > 0 ? ['Show Problems'] : []),
  );
  if (choice) await commands.executeCommand('workbench.actions.view.problems');
}

async function showSources(server: CheckServer): Promise<void> {
  const items = (await server.sources()).map((source) => ({
    label: `${source.health === 'ok' ? '$(file)' : '$(warning)'} ${source.path}`,
    description: describe(source),
    ...(source.health === 'ok' ? {} : { detail: source.health }),
    source,
  }));
  if (items.length === 0) {
    void window.showWarningMessage(NO_SOURCES);
    return;
  }
  const picked = await window.showQuickPick(items, {
    title: `${items.length} ${items.length === 1 ? 'source' : 'sources'}`,
    placeHolder: 'Open a source',
    matchOnDetail: true,
  });
  if (picked) await commands.executeCommand('vscode.open', Uri.parse(picked.source.uri, true));
}

function describe({ format, words }: SourceItem): string {
  return `${format} · ${words.toLocaleString('en')} words`;
}

async function showEvidence({ uri, range: { start, end } }: ShowEvidenceArguments): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  await window.showTextDocument(document, {
    selection: new Range(start.line, start.character, end.line, end.character),
    preview: true,
  });
}
