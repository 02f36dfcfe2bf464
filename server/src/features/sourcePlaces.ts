import { join } from 'node:path';
import type { Location, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { AnalysedSource, Corpus } from '../corpus/corpus.ts';
import type { DocumentId, SourceRecord } from '../corpus/corpusIndex.ts';
import { lineIndexOf, type LineIndex } from '../text/lines.ts';
import { toRawSpan, type Span } from '../text/offsets.ts';
import type { Evidence } from '../verify/verdict.ts';
import { rangeOf } from './checkedDocument.ts';

/** A stretch of a source as an editor opens it. */
export interface SourcePlace {
  readonly uri: string;
  /** Relative to its corpus folder. */
  readonly path: string;
  readonly range: Range;
  /** The value, the name or the words themselves; the same as `range` where the evidence does not say. */
  readonly focus: Range;
}

/** Turns offsets in sources into places that an editor can open. Line indexes are kept for a while. */
export interface SourcePlaces {
  /** Undefined where the source is gone or has changed since. */
  ofEvidence(corpus: Corpus, evidence: Evidence): Promise<SourcePlace | undefined>;
  /** Of a span in the clean text of a source. */
  ofCleanSpan(corpus: Corpus, id: DocumentId, span: Span): Promise<SourcePlace | undefined>;
}

/** Line indexes are kept up to so many units of their sources' text. */
const KEPT_UNITS = 8_000_000;

export function createSourcePlaces(): SourcePlaces {
  const kept = new Map<string, LineIndex>();
  let units = 0;
  const linesOf = async (corpus: Corpus, record: SourceRecord): Promise<LineIndex | undefined> => {
    const key = `${record.folder}\n${record.path}\n${record.hash}`;
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const source = await corpus.source(record.id);
    if (!source) return undefined;
    const lines = lineIndexOf(source.document.raw);
    kept.set(key, lines);
    units += lines.text.length;
    for (const [oldest, { text }] of kept) {
      if (units <= KEPT_UNITS || oldest === key) break;
      kept.delete(oldest);
      units -= text.length;
    }
    return lines;
  };
  return {
    async ofEvidence(corpus, evidence) {
      const record = corpus.documents.get(evidence.document);
      const lines = record && (await linesOf(corpus, record));
      if (!record || !lines) return undefined;
      const range = rangeOf(lines, evidence);
      return {
        uri: sourceUri(record),
        path: evidence.source,
        range,
        focus: evidence.focus ? rangeOf(lines, evidence.focus) : range,
      };
    },
    async ofCleanSpan(corpus, id, span) {
      const source = await corpus.source(id);
      return source && placeInSource(source, span, await linesOf(corpus, source.record));
    },
  };
}

function placeInSource(source: AnalysedSource, span: Span, lines: LineIndex | undefined): SourcePlace | undefined {
  if (!lines) return undefined;
  const range = rangeOf(lines, toRawSpan(source.document.map, span));
  return { uri: sourceUri(source.record), path: source.record.path, range, focus: range };
}

/** The file of a source. */
export function sourceUri(record: SourceRecord): string {
  return URI.file(join(record.folder, record.path)).toString();
}

export function locationOf(place: SourcePlace): Location {
  return { uri: place.uri, range: place.focus };
}

/** The places of the first `limit` pieces of evidence; those that cannot be opened are left out. */
export async function placesOf(
  corpus: Corpus,
  evidence: readonly Evidence[],
  places: SourcePlaces,
  limit: number,
): Promise<{ readonly evidence: Evidence; readonly place: SourcePlace }[]> {
  const found: { evidence: Evidence; place: SourcePlace }[] = [];
  for (const one of evidence) {
    if (found.length >= limit) break;
    const place = await places.ofEvidence(corpus, one);
    if (place) found.push({ evidence: one, place });
  }
  return found;
}
