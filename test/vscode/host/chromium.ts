import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { installPackages } from './packages.ts';

/** A Chromium for machines that have none, and fonts for it. */
const PACKAGES = { '@sparticuz/chromium': '153.0.0', 'dejavu-fonts-ttf': '2.37.3' };

/** Where Linux and macOS keep a browser of this family. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

interface Chromium {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Launches the first browser that can show a page with text: the one that the variable CHROMIUM names, an installed one,
 * or one from npm. One that cannot is said to be so; it would leave the tests hanging.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  for (const executablePath of named ? [named] : INSTALLED.filter(isExecutable)) {
    try {
      return await launchChecked({ executablePath });
    } catch (error) {
      if (named) throw error;
      process.stderr.write(`${messageOf(error)}\nTrying Chromium from npm instead.\n`);
    }
  }
  return launchChecked(await chromiumFromNpm());
}

async function launchChecked(candidate: Chromium): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: candidate.executablePath,
    env: { ...(process.env as Record<string, string>), ...candidate.env },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
  const trouble = await textTrouble(browser);
  if (!trouble) return browser;
  // A renderer that hangs keeps an orderly close waiting.
  await Promise.race([browser.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3000))]);
  throw new Error(
    `${candidate.executablePath} cannot show a page with text (${trouble}). Most often fonts are missing: ` +
      'install some, or name another browser in the variable CHROMIUM.',
  );
}

/** What goes wrong when a page shows text, if anything: without a font the renderer dies or never answers. */
async function textTrouble(browser: Browser): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, 20_000, 'no answer in 20 seconds');
  });
  const drawn = (async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 100 } });
    await page.setContent('<p style="font: 40px monospace">&nbsp;</p>');
    const blank = await page.screenshot();
    await page.setContent('<p style="font: 40px monospace">Source</p>');
    const written = await page.screenshot();
    await page.close();
    return blank.equals(written) ? 'the text is not drawn' : undefined;
  })().catch(messageOf);
  try {
    return await Promise.race([drawn, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function chromiumFromNpm(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium or Chrome found: install one, or name it in the variable CHROMIUM.');
  }
  const folder = await installPackages({
    name: 'chromium',
    packages: PACKAGES,
    recipe: 1,
    announcement: 'No browser found: installing Chromium from npm into .vscode-test/ (once, about 200 MB) …',
    finish: unpackChromium,
  });
  const unpacked = path.join(folder, 'unpacked');
  const fonts = [path.join(unpacked, 'fonts'), path.join(folder, 'node_modules/dejavu-fonts-ttf/ttf')];
  // Written at each start, since the project's folder may have been moved.
  writeFileSync(path.join(unpacked, 'fonts.conf'), fontsConf(fonts, path.join(unpacked, 'font-cache')));
  return {
    executablePath: path.join(unpacked, 'chromium'),
    env: {
      FONTCONFIG_PATH: unpacked,
      FONTCONFIG_FILE: path.join(unpacked, 'fonts.conf'),
      LD_LIBRARY_PATH: [path.join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  };
}

/** Unpacks the executable, the libraries that a bare machine lacks, and the fonts. */
async function unpackChromium(folder: string): Promise<void> {
  // Not through the package's own functions: these unpack to the shared temporary folder, and the libraries only on one
  // kind of machine.
  const require = createRequire(path.join(folder, 'package.json'));
  const archives = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '../bin');
  const { extract } = require('tar-fs') as { extract: (target: string) => NodeJS.WritableStream };
  const target = path.join(folder, 'unpacked');
  mkdirSync(target);
  const unpack = (archive: string, to: NodeJS.WritableStream) =>
    pipeline(createReadStream(path.join(archives, archive)), createBrotliDecompress(), to);
  await Promise.all([
    unpack('chromium.br', createWriteStream(path.join(target, 'chromium'))),
    unpack('swiftshader.tar.br', extract(target)),
    unpack('al2023.tar.br', extract(path.join(target, 'al2023'))),
    unpack('fonts.tar.br', extract(path.join(target, 'fonts'))),
  ]);
  chmodSync(path.join(target, 'chromium'), 0o755);
  rmSync(archives, { recursive: true });
}

function fontsConf(folders: readonly string[], cache: string): string {
  const aliases = [
    ['monospace', 'DejaVu Sans Mono'],
    ['sans-serif', 'DejaVu Sans'],
    ['serif', 'DejaVu Serif'],
  ];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`),
    `  <cachedir>${escapeXml(cache)}</cachedir>`,
    ...aliases.map(
      ([family, font]) => `  <alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
    ),
    '</fontconfig>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // Some distributions put a script there that only says how to install the browser.
  return spawnSync(file, ['--version'], { timeout: 15_000 }).status === 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
