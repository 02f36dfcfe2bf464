import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CHECK, type CheckParams, type CheckResult } from '../../server/src/lsp/messages.ts';
import { startClient, type LanguageClient } from '../../test/protocol/languageClient.ts';
import { quantile } from '../programs/lookups.ts';
import { peakMegabytes, processCpuSeconds, residentMegabytes } from '../programs/usage.ts';
import type { Desk } from './desk.ts';

/** What a writer feels; all times in milliseconds, from the keystroke's message to the answer with the diagnostics. */
export interface Editing {
  /** The first check of the draft, when the sources are ready. */
  readonly firstCheck: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor time of the server for an edit. */
  readonly cpu: number | undefined;
  readonly claims: number;
  /** Of the short draft. */
  readonly diagnostics: readonly Diagnostic[];
  /** Memory of the server, in megabytes: most, and at the end. */
  readonly peak: number | undefined;
  readonly resident: number | undefined;
}

/** So many places of the draft are typed into, and so many letters at each. */
const PLACES = 100;
const TYPED = 'so ';

/** Opens the draft of a desk whose index is not there yet, and types. */
export async function measureEditing(desk: Desk): Promise<Editing> {
  const client = await startClient({ folders: [desk.folder.uri], storage: desk.storage });
  const pid = client.process.pid!;
  await ready(client);
  let document = TextDocument.create(desk.draftUri, 'markdown', 1, desk.draft);
  await client.open(desk.draftUri, desk.draft);
  const started = performance.now();
  const first = await client.diagnose(desk.draftUri);
  const firstCheck = performance.now() - started;
  if (first.kind !== 'full') throw new Error('The first answer is not whole.');
  const counts = await client.connection.sendRequest<CheckResult>(CHECK, { uri: desk.draftUri } satisfies CheckParams);

  const times: number[] = [];
  let resultId = first.resultId;
  const cpuBefore = processCpuSeconds(pid);
  for (const offset of placesIn(desk.draft)) {
    for (let i = 0; i < TYPED.length; i++) {
      const at = document.positionAt(offset + i);
      const change = { range: { start: at, end: at }, text: TYPED[i]! };
      document = TextDocument.update(document, [change], document.version + 1);
      const typed = performance.now();
      await client.edit(desk.draftUri, document.version, change);
      const report = await client.diagnose(desk.draftUri, resultId);
      times.push(performance.now() - typed);
      resultId = report.resultId;
    }
  }
  const cpuAfter = processCpuSeconds(pid);
  await client.open(desk.shortDraftUri, desk.shortDraft);
  const short = await client.diagnose(desk.shortDraftUri);
  if (short.kind !== 'full') throw new Error('The first answer is not whole.');
  const result = {
    firstCheck,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    cpu: cpuBefore === undefined ? undefined : ((cpuAfter! - cpuBefore) * 1000) / times.length,
    claims: Object.values(counts).reduce<number>((sum, count) => sum + Number(count), 0),
    diagnostics: short.items,
    peak: peakMegabytes(pid),
    resident: residentMegabytes(pid),
  };
  await client.stop();
  return result;
}

/** Before words all over the draft: in its claims, and between them. */
function placesIn(text: string): number[] {
  const starts = [...text.matchAll(/(?<= )\p{L}/gu)].map(({ index }) => index);
  // From the end, so that what is typed moves none of those to come.
  return Array.from({ length: PLACES }, (_, i) => starts[Math.floor(((i + 0.5) * starts.length) / PLACES)]!).reverse();
}

/** Waits until the sources are indexed, however many there are. */
export async function ready(client: LanguageClient): Promise<void> {
  for (;;) {
    try {
      await client.statusWhen(({ state }) => state === 'ready');
      return;
    } catch (error) {
      if (client.process.exitCode !== null || !/Waited in vain/.test(String(error))) throw error;
    }
  }
}
