import {
  type Disposable,
  type LogOutputChannel,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import type { ClaimCounts, StatusParams } from '../../server/src/lsp/messages.ts';
import { countsLines, countsShort } from './countsText.ts';

/** The item in the status bar: what the server does, and the counts of the draft in the active editor. */
export interface StatusItem extends Disposable {
  /** What the item shows; undefined while it is hidden. */
  text(): string | undefined;
  show(params: StatusParams): void;
  /** Says that nothing is checked since the folder is not trusted. */
  showRestricted(): void;
  hide(): void;
}

export function createStatusItem(log: LogOutputChannel): StatusItem {
  const item = window.createStatusBarItem('sourceCheck.status', StatusBarAlignment.Right, 100);
  item.name = 'Source Check';
  let shown: StatusParams | 'restricted' | undefined;
  let visible = false;

  function change(next: typeof shown): void {
    shown = next;
    update();
  }

  function update(): void {
    const document = window.activeTextEditor?.document;
    visible = document?.languageId === 'markdown' && shown !== undefined;
    if (!visible || !document || !shown) return item.hide();
    if (shown === 'restricted') drawRestricted(item);
    else draw(item, shown, shown.drafts[document.uri.toString()]);
    item.show();
  }

  const subscription = window.onDidChangeActiveTextEditor(update);
  let lastError: string | undefined;
  return {
    text: () => (visible ? item.text : undefined),
    show(params) {
      const error = params.state === 'error' ? params.message : undefined;
      if (error && error !== lastError) log.error(error);
      lastError = error;
      change(params);
    },
    showRestricted: () => change('restricted'),
    hide: () => change(undefined),
    dispose() {
      subscription.dispose();
      item.dispose();
    },
  };
}

function drawRestricted(item: StatusBarItem): void {
  item.text = '$(shield) Source Check';
  item.tooltip = 'Nothing is checked in Restricted Mode. Trust this folder to have its drafts checked.';
  item.command = 'workbench.trust.manage';
}

function draw(item: StatusBarItem, params: StatusParams, counts: ClaimCounts | undefined): void {
  const isError = params.state === 'error';
  item.backgroundColor = isError ? new ThemeColor('statusBarItem.errorBackground') : undefined;
  item.command = isError ? 'sourceCheck.showLog' : 'workbench.actions.view.problems';
  item.tooltip = tooltip(params, counts);
  if (isError) {
    item.text = '$(error) Source Check';
  } else if (params.state !== 'ready') {
    const progress = params.documents > 0 ? ` ${params.indexed}/${params.documents}` : '';
    item.text = `$(sync~spin) Source Check${progress}`;
  } else {
    item.text = counts ? countsShort(counts) : '$(checklist) Source Check';
  }
}

function tooltip(params: StatusParams, counts: ClaimCounts | undefined): MarkdownString {
  const text = new MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands: ['sourceCheck.showSources', 'sourceCheck.showLog'] };
  text.appendMarkdown('**Source Check**\n\n');
  if (params.message) text.appendText(params.message).appendMarkdown('\n\n');
  if (counts) {
    text.appendMarkdown(`${countsLines(counts).join('  \n')}\n\n`);
  }
  const sources = `${params.documents} ${params.documents === 1 ? 'source' : 'sources'}`;
  text.appendMarkdown(params.indexed < params.documents ? `${params.indexed} of ${sources} read. ` : `${sources}. `);
  text.appendMarkdown('[Show them](command:sourceCheck.showSources) · [Show log](command:sourceCheck.showLog)');
  return text;
}
