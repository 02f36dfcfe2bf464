import assert from 'node:assert/strict';
import path from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  type Hover,
  type Location,
  type LocationLink,
  MarkdownString,
  type Range,
  Selection,
  type TextDocument,
  type Uri,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import { checkedDraft, eventually, rangeOf, seedUri } from './seedsWorkspace.ts';

describe('Hover', () => {
  async function hoverText(words: string): Promise<string> {
    const { document } = await checkedDraft();
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, words).start.translate(0, 1),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : ''))
      .join('\n');
  }

  it('gives the source sentence of a wrong figure with the value marked, and a link to it', async () => {
    const text = await hoverText('1,801');
    assert.match(text, /The sources say otherwise/);
    assert.match(text, /\*\*1,081\*\*/);
    assert.match(text, /arms-buy-back\.md/);
    assert.match(text, /command:sourceCheck\.showEvidence/);
  });

  it('tells who somebody is and how the sources write the name', async () => {
    const text = await hoverText('Anwaar ul Haq Kakar');
    assert.match(text, /Found in a source/);
    assert.match(text, /[Cc]aretaker prime minister/);
    assert.match(text, /Anwaar-ul-Haq Kakar/);
  });

  it('has nothing to say of words that are no claim', async () => {
    assert.doesNotMatch(await hoverText('military'), /source/i);
  });
});

describe('Definition', () => {
  async function definitionsOf(words: string): Promise<{ uri: Uri; range: Range }[]> {
    const { document } = await checkedDraft();
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, words).start.translate(0, 1),
    );
    return found.map((one) =>
      'targetUri' in one ? { uri: one.targetUri, range: one.targetSelectionRange ?? one.targetRange } : one,
    );
  }

  it('lands on the words of the passage', async () => {
    const [first] = await definitionsOf('2,600 km');
    assert.ok(first);
    assert.equal(path.basename(first.uri.path), 'weapons-left-behind.md');
    const source = await workspace.openTextDocument(first.uri);
    assert.equal(source.getText(first.range), '2,600 kilometers');
  });

  it('is there for a quotation, too, whose marks and markup differ', async () => {
    const [first] = await definitionsOf('The rushed withdrawal');
    assert.ok(first);
    const source = await workspace.openTextDocument(first.uri);
    assert.match(source.getText(first.range), /^The rushed withdrawal has had an impact/);
  });

  it('is where “Go to Source” goes', async () => {
    const editor = await checkedDraft();
    const { start } = rangeOf(editor.document, '1,801');
    editor.selection = new Selection(start, start);
    await commands.executeCommand('sourceCheck.goToSource');
    await eventually(() => {
      const active = window.activeTextEditor;
      assert.equal(path.basename(active?.document.uri.path ?? ''), 'arms-buy-back.md');
      const { line } = active!.selection.active;
      assert.match(active!.document.lineAt(line).text, /1,081/);
    });
  });
});

describe('References', () => {
  it('lead from a name in the draft to its mentions in draft and sources', async () => {
    const { document } = await checkedDraft();
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, 'Anwaar ul Haq Kakar').start.translate(0, 1),
    );
    const files = new Set(found.map(({ uri }) => path.basename(uri.path)));
    for (const file of ['draft.md', 'council-address.md', 'weapons-left-behind.md']) {
      assert.ok(files.has(file), `${file} is not among ${[...files].join(', ')}`);
    }
  });
});

describe('Quick fix', () => {
  async function actionsOn(document: TextDocument, words: string): Promise<CodeAction[]> {
    return commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, words),
      CodeActionKind.QuickFix.value,
      20,
    );
  }

  it('puts the source’s value into the draft, and the finding goes', async () => {
    const { document } = await checkedDraft();
    const action = (await actionsOn(document, '1,801')).find(({ edit, title }) => edit && title.includes('1,081'));
    assert.ok(action?.edit);
    assert.equal(action.isPreferred, true);
    assert.ok(await workspace.applyEdit(action.edit));
    assert.match(document.getText(), /Pakistan lost 1,081 people to terrorist attacks/);
    await eventually(() => {
      const texts = languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
      assert.ok(texts.length > 0);
      assert.ok(!texts.includes('1,081'), 'still found fault with');
    });
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('shows the passage', async () => {
    const { document } = await checkedDraft();
    const action = (await actionsOn(document, '1,801')).find(({ command }) =>
      command?.title.startsWith('Show arms-buy-back.md'),
    );
    assert.ok(action?.command);
    await commands.executeCommand(action.command.command, ...(action.command.arguments as unknown[]));
    const editor = window.activeTextEditor!;
    assert.equal(path.basename(editor.document.uri.path), 'arms-buy-back.md');
    assert.equal(editor.document.getText(editor.selection), '1,081');
  });

  it('writes an ignore comment into the draft, and the finding goes', async () => {
    const { document } = await checkedDraft();
    const action = (await actionsOn(document, 'Farid Yousafzai')).find(({ title }) => title.startsWith('Ignore'));
    assert.ok(action?.edit);
    assert.ok(await workspace.applyEdit(action.edit));
    assert.match(document.getText(), /<!-- source-check-ignore name\.unknown/);
    await eventually(() => {
      const codes = languages.getDiagnostics(document.uri).map(({ code }) => code);
      assert.ok(codes.length > 0);
      assert.ok(!codes.includes('name.unknown'), 'still found fault with');
    });
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('has nothing for what the sources support', async () => {
    const { document } = await checkedDraft();
    const actions = await actionsOn(document, '2,600 km');
    assert.deepEqual(
      actions.filter(({ edit }) => edit).map(({ title }) => title),
      [],
    );
  });
});

describe('Commands', () => {
  it('rebuild the index, after which the findings are there again', async () => {
    const { document } = await checkedDraft();
    const before = languages.getDiagnostics(document.uri).length;
    await commands.executeCommand('sourceCheck.rebuildIndex');
    await eventually(() => assert.equal(languages.getDiagnostics(document.uri).length, before));
  });

  it('open a source at a range', async () => {
    await commands.executeCommand('sourceCheck.showEvidence', {
      uri: seedUri('sources/policy-essay.md').toString(),
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
    });
    const editor = window.activeTextEditor!;
    assert.equal(editor.document.getText(editor.selection), 'title');
  });
});
