import path from 'node:path';
import { analyse, analysisSteps } from '../extract/analysis.ts';
import { collectSooner } from '../memory.ts';
import { readSource, readSteps } from '../sources/readSource.ts';
import { inTurns } from '../text/turns.ts';
import type { AnalysedSource } from './corpus.ts';
import type { DocumentId, SourceRecord } from './corpusIndex.ts';
import { readFileOfSize } from './readFileOfSize.ts';
import { contentHash } from './readListedFile.ts';

/** Analysed sources, kept in memory as long as there is room. */
export interface SourceCache {
  /** Undefined if the file is gone, unreadable, or another one than the index has seen. */
  get(record: SourceRecord): Promise<AnalysedSource | undefined>;
  /** Forgets the sources whose numbers are not in `documents`. */
  keep(documents: ReadonlyMap<DocumentId, SourceRecord>): void;
  clear(): void;
}

/**
 * So many bytes an analysis, and what verifiers keep beside it, take for each UTF-16 unit of the source, as measured: 8 where
 * only names were looked at, 20 where figures and quotations were compared.
 */
const BYTES_PER_UNIT = 16;

/** A source of more bytes is analysed as a whole, in turns with other work; of others each part when it is asked for. */
const LONG = 50_000;

/** So many bytes of analysed sources are held, and while a thread that indexes needs room too. */
const CAPACITY = 36 * 1024 * 1024;
const CAPACITY_WHILE_INDEXING = 12 * 1024 * 1024;

/** A cache of analysed sources; the one used longest ago goes first. */
export function createSourceCache(isIndexing: () => boolean): SourceCache {
  // In order of last use.
  const held = new Map<DocumentId, { readonly source: AnalysedSource; readonly bytes: number }>();
  const pending = new Map<DocumentId, Promise<AnalysedSource | undefined>>();
  let total = 0;

  function drop(id: DocumentId): void {
    total -= held.get(id)?.bytes ?? 0;
    held.delete(id);
  }

  function hold(source: AnalysedSource): void {
    const { id } = source.record;
    drop(id);
    const bytes = source.document.raw.length * BYTES_PER_UNIT + 2000;
    held.set(id, { source, bytes });
    total += bytes;
    const capacity = isIndexing() ? CAPACITY_WHILE_INDEXING : CAPACITY;
    for (const oldest of held.keys()) {
      if (total <= capacity || oldest === id) break;
      drop(oldest);
    }
  }

  async function load(record: SourceRecord): Promise<AnalysedSource | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await readFileOfSize(path.join(record.folder, record.path), record.size);
    } catch {
      return undefined;
    }
    if (contentHash(bytes) !== record.hash) return undefined;
    const isLong = bytes.length > LONG;
    if (isLong) collectSooner();
    const document = isLong ? await inTurns(readSteps(record.path, bytes)) : readSource(record.path, bytes);
    const source = { record, document, analysis: isLong ? await inTurns(analysisSteps(document)) : analyse(document) };
    hold(source);
    return source;
  }

  return {
    get(record) {
      const known = held.get(record.id);
      if (known) {
        held.delete(record.id);
        held.set(record.id, known);
        return Promise.resolve(known.source);
      }
      const running = pending.get(record.id);
      if (running) return running;
      const loading = load(record).finally(() => pending.delete(record.id));
      pending.set(record.id, loading);
      return loading;
    },
    keep(documents) {
      for (const id of [...held.keys()]) if (!documents.has(id)) drop(id);
    },
    clear() {
      held.clear();
      total = 0;
    },
  };
}
