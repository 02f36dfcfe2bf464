import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Extension,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  extensions,
  languages,
  window,
  workspace,
} from 'vscode';
import type { SourceCheckApi } from '../../../client/src/extension.ts';

/** Files of the workspace, which is a copy of seeds/. */
export function seedUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'The suite runs in a workspace.');
  return Uri.joinPath(folder.uri, path);
}

export function extension(): Extension<SourceCheckApi> {
  const found = extensions.getExtension<SourceCheckApi>('source-check.source-check');
  assert.ok(found, 'The extension is not installed.');
  return found;
}

export async function showDraft(): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(seedUri('draft.md')));
}

/** Opens the draft and waits until its diagnostics and its counts have come, of a check against all sources. */
export async function checkedDraft(): Promise<TextEditor> {
  const editor = await showDraft();
  const { uri } = editor.document;
  const api = await extension().activate();
  await eventually(() => {
    assert.ok((api.counts(uri)?.refuted ?? 0) > 0, 'no counts');
    assert.ok(languages.getDiagnostics(uri).length > 0, 'no diagnostics');
  });
  return editor;
}

/** The range of the nth place (from 1) that has these words. */
export function rangeOf(document: TextDocument, words: string, occurrence = 1): Range {
  let start = -1;
  for (let i = 0; i < occurrence; i++) start = document.getText().indexOf(words, start + 1);
  assert.notEqual(start, -1, `“${words}” is not in ${document.uri.path}`);
  return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** `1,801 figure.mismatch warning`, long words cut. */
export function described(document: TextDocument, { range, code, severity }: Diagnostic): string {
  const text = document.getText(range).replace(/\s+/g, ' ');
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const value = typeof code === 'object' ? code.value : code;
  return `${short} ${value} ${DiagnosticSeverity[severity].toLowerCase()}`;
}

/** Tries until it no longer throws; in the end, throws what it throws. */
export async function eventually<T>(attempt: () => T | Promise<T>, milliseconds = 20_000): Promise<T> {
  for (const end = Date.now() + milliseconds; ; await pause(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
