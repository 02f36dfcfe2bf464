import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { startClient } from '../../test/protocol/languageClient.ts';
import { quantile } from '../programs/lookups.ts';
import { peakMegabytes } from '../programs/usage.ts';
import type { CorpusFolder } from '../texts/corpusFolder.ts';
import { temporaryFolder, type Desk } from './desk.ts';
import { ready } from './editing.ts';

/** Starting the server on sources that are indexed already; times in milliseconds from the start of its process. */
export interface Opening {
  readonly initialize: number;
  readonly firstDiagnostics: number;
  /** Files of the sources that were read, the same file counted once, and how many the draft's check may need. */
  readonly filesRead: number;
  /** Most memory, in megabytes, where the long draft is opened as soon as the server has started. */
  readonly longDraftPeak: number | undefined;
  /** The same where it is open while the sources are first indexed. */
  readonly firstIndexPeak: number | undefined;
}

/** The server's memory is looked at for so long after the long draft's first diagnostics. */
const SETTLING_MILLISECONDS = 3000;

/** While sources are indexed a client asks so often, since it is told so often that there are more. */
const ASKING_MILLISECONDS = 500;

const PRELOAD = fileURLToPath(new URL('../programs/preload.cjs', import.meta.url));

/** Opens a desk again whose sources are indexed; `expected` is what its short draft's diagnostics are. */
export async function measureOpening(
  desk: Desk,
  corpus: CorpusFolder,
  expected: readonly Diagnostic[],
  repetitions: number,
): Promise<Opening> {
  const answered: number[] = [];
  const shown: number[] = [];
  const wanted = JSON.stringify(expected);
  const log = path.join(desk.storage, 'reads.log');
  let filesRead = 0;
  for (let i = 0; i < repetitions; i++) {
    // The last time what is read is counted, and the time not taken.
    const isCounted = i === repetitions - 1;
    if (isCounted) {
      process.env['SOURCE_CHECK_BENCH_READS'] = log;
      process.env['SOURCE_CHECK_BENCH_SOURCES'] = corpus.path;
    }
    const started = performance.now();
    const client = await startClient({
      folders: [desk.folder.uri],
      storage: desk.storage,
      ...(isCounted ? { preload: PRELOAD } : {}),
    });
    if (!isCounted) answered.push(performance.now() - started);
    await client.open(desk.shortDraftUri, desk.shortDraft);
    await client.diagnosticsWhen(desk.shortDraftUri, (items) => JSON.stringify(items) === wanted);
    if (!isCounted) shown.push(performance.now() - started);
    await client.stop();
    if (isCounted && existsSync(log)) filesRead = new Set(readFileSync(log, 'utf8').split('\n')).size - 1;
    delete process.env['SOURCE_CHECK_BENCH_READS'];
    rmSync(log, { force: true });
  }
  return {
    initialize: quantile(answered, 0.5),
    firstDiagnostics: quantile(shown, 0.5),
    filesRead,
    longDraftPeak: await peakOfLongDraft(desk),
    firstIndexPeak: await peakOfFirstIndex(desk),
  };
}

async function peakOfLongDraft(desk: Desk): Promise<number | undefined> {
  const client = await startClient({ folders: [desk.folder.uri], storage: desk.storage });
  await client.open(desk.draftUri, desk.draft);
  await client.diagnosticsWhen(desk.draftUri, (items) => items.length > 0);
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLISECONDS));
  const peak = peakMegabytes(client.process.pid);
  await client.stop();
  return peak;
}

async function peakOfFirstIndex(desk: Desk): Promise<number | undefined> {
  const storage = temporaryFolder();
  try {
    const client = await startClient({ folders: [desk.folder.uri], storage: storage.path });
    await client.open(desk.draftUri, desk.draft);
    let isReady = false;
    const indexed = ready(client).then(() => (isReady = true));
    while (!isReady) {
      await Promise.race([indexed, new Promise((resolve) => setTimeout(resolve, ASKING_MILLISECONDS))]);
      await client.diagnose(desk.draftUri);
    }
    const peak = peakMegabytes(client.process.pid);
    await client.stop();
    return peak;
  } finally {
    storage.remove();
  }
}
