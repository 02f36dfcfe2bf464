import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { commands, window, workspace } from 'vscode';
import { checkedDraft, eventually, extension, seedUri } from './seedsWorkspace.ts';

describe('Activation', () => {
  // The first test of the run: no Markdown has been opened yet.
  it('does not come before a Markdown file is opened', async () => {
    assert.equal(extension().isActive, false);
    await window.showTextDocument(await workspace.openTextDocument(seedUri('source-check.json')));
    assert.equal(extension().isActive, false);
  });

  it('comes with the draft of a folder that has sources', async () => {
    await checkedDraft();
    assert.equal(extension().isActive, true);
  });

  it('brings the commands that the manifest names', async () => {
    const known = new Set(await commands.getCommands(true));
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    for (const { command } of contributes.commands) assert.ok(known.has(command), command);
  });

  it('takes source-check.json for JSON with comments', async () => {
    const document = await workspace.openTextDocument(seedUri('source-check.json'));
    assert.equal(document.languageId, 'jsonc');
  });

  it('shows the counts of the draft in the status bar, and nothing beside a file that is no draft', async () => {
    const { document } = await checkedDraft();
    const api = await extension().activate();
    const counts = api.counts(document.uri)!;
    assert.equal(counts.refuted, 8);
    assert.ok(counts.supported >= 20, `${counts.supported} supported`);
    assert.equal(
      await eventually(() => {
        const text = api.statusText();
        assert.match(text ?? '', /check/);
        return text;
      }),
      `$(check) ${counts.supported}  $(warning) ${counts.refuted}  $(question) ${counts.unknown}`,
    );
    await window.showTextDocument(await workspace.openTextDocument(seedUri('source-check.json')));
    await eventually(() => assert.equal(api.statusText(), undefined));
  });

  it('keeps its index where the command line does', async () => {
    await checkedDraft();
    const kept = readdirSync(process.env['SOURCE_CHECK_CACHE']!);
    assert.equal(kept.filter((name) => name.endsWith('.db')).length, 1);
  });
});
