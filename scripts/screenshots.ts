// Takes the pictures of the documentation in a real VS Code: squiggles with the status bar, and a hover.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/vscode/host/chromium.ts';
import { buildPackage } from '../test/vscode/host/extensionPackage.ts';
import { PROJECT } from '../test/vscode/host/packages.ts';
import { installVscode, startVscode } from '../test/vscode/host/vscodeServer.ts';

/** Height of the title bar in pixels. */
const TITLE_BAR = 31;

const IMAGES = path.join(PROJECT, 'docs/images');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const vsix = buildPackage();
mkdirSync(IMAGES, { recursive: true });
const server = await startVscode(await installVscode(), {
  vsix,
  settings: {
    'breadcrumbs.enabled': false,
    'editor.fontSize': 14,
    'editor.hover.sticky': true,
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.stickyScroll.enabled': false,
    'editor.wordWrap': 'on',
    'git.enabled': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.editor.showTabs': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
  },
});
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  const seeds = path.join(PROJECT, 'seeds');
  await page.goto(server.url(seeds, { openFile: server.remote(path.join(seeds, 'draft.md')) }));
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+b');
  await find(page, 'Overall violence');
  await page.keyboard.press('ArrowDown');
  await picture(page, 'squiggles.png');
  await find(page, '1,801');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await page.locator('.monaco-hover:visible .hover-row').first().waitFor({ timeout: 10_000 });
  await picture(page, 'hover.png');
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${String(error)}\n`);
  mkdirSync(path.join(PROJECT, 'out'), { recursive: true });
  await browser
    .contexts()[0]
    ?.pages()[0]
    ?.screenshot({ path: path.join(PROJECT, 'out/screenshots-failure.png') });
} finally {
  await browser.close();
  await server.stop();
}

/** Selects the first place that has these words and brings it to the middle. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  // The first closes the tooltip of the search field, if it shows, the second the search.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
}

/** The window without its title bar, once nothing moves any more. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1500);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.screenshot({
    path: path.join(IMAGES, name),
    clip: { x: 0, y: TITLE_BAR, width, height: height - TITLE_BAR },
  });
}
