import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { ConfigurationTarget, languages, workspace } from 'vscode';
import { checkedDraft, described, eventually, seedUri } from './seedsWorkspace.ts';

/** What is wrong with the sample draft, and all that is wrong with it, in its order. */
const FINDINGS = [
  'At times, we observe coordination and c… quote.stitched warning',
  '98 percent figure.unknown information',
  '1,801 figure.mismatch warning',
  '87 percent figure.mismatch warning',
  '12 percent figure.mismatch warning',
  'Everything is available to the highest … quote.misattributed warning',
  'Foreign Minister Khawaja Muhammad Asif name.role warning',
  'Samar Sadat name.misspelt warning',
  'Pakistan and the US share a mutual inte… quote.altered warning',
  'Nobody ever made a list of those crates, quote.unknown warning',
  'Farid Yousafzai name.unknown hint',
];

describe('Findings', () => {
  async function shouldBe(expected: readonly string[]): Promise<void> {
    const { document } = await checkedDraft();
    const found = () =>
      [...languages.getDiagnostics(document.uri)]
        .sort((a, b) => a.range.start.compareTo(b.range.start))
        .map((diagnostic) => described(document, diagnostic));
    await eventually(() => assert.deepEqual(found(), expected));
  }

  it('are those that the sample draft has, and no others', () => shouldBe(FINDINGS));

  it('say where they come from', async () => {
    const { document } = await checkedDraft();
    for (const { source, message } of languages.getDiagnostics(document.uri)) {
      assert.equal(source, 'Source Check');
      assert.match(message, /\.$/);
    }
  });

  it('follow the severity that the settings give a code', async () => {
    const settings = workspace.getConfiguration('sourceCheck');
    await settings.update('severity', { 'name.unknown': 'none' }, ConfigurationTarget.Workspace);
    try {
      await shouldBe(FINDINGS.filter((finding) => !finding.includes('name.unknown')));
    } finally {
      await settings.update('severity', undefined, ConfigurationTarget.Workspace);
    }
    await shouldBe(FINDINGS);
  });

  it('go and come back with the setting that switches checking on', async () => {
    const settings = workspace.getConfiguration('sourceCheck');
    const { document } = await checkedDraft();
    await settings.update('enable', false, ConfigurationTarget.Workspace);
    try {
      await eventually(() => assert.deepEqual(languages.getDiagnostics(document.uri), []));
    } finally {
      await settings.update('enable', undefined, ConfigurationTarget.Workspace);
    }
    await shouldBe(FINDINGS);
  });

  it('change when a source changes on disk', async () => {
    const source = seedUri('sources/arms-buy-back.md');
    const before = (await workspace.openTextDocument(source)).getText();
    writeFileSync(source.fsPath, before.replace('1,081', '1,801'));
    try {
      await shouldBe(FINDINGS.filter((finding) => !finding.startsWith('1,801')));
    } finally {
      writeFileSync(source.fsPath, before);
    }
    await shouldBe(FINDINGS);
  });
});
