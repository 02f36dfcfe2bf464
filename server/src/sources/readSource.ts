import { composeMaps, identityMap } from '../text/offsets.ts';
import { atOnce, type Steps } from '../text/turns.ts';
import { decode } from './decode.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { markdownReader } from './readers/markdown.ts';
import { plainTextReader } from './readers/plainText.ts';
import type { TextReader } from './readers/reader.ts';
import type { SourceDocument, SourceHealth, SourceMetadata } from './sourceDocument.ts';

const TEXT_READERS: readonly TextReader[] = [plainTextReader, markdownReader];

const READER_OF = new Map(TEXT_READERS.flatMap((reader) => reader.extensions.map((end) => [end, reader] as const)));

/** Larger files are not read: an index of them would need more memory than an editor may take. */
export const MAXIMUM_SOURCE_BYTES = 8 * 1024 * 1024;

/** Why a larger file is not read. */
export const TOO_LARGE = `it is larger than ${MAXIMUM_SOURCE_BYTES / (1024 * 1024)} MB`;

/** Is this a file that {@link readSource} knows a reader for? By its extension. */
export function isSourcePath(path: string): boolean {
  return READER_OF.has(extensionOf(path));
}

/**
 * Reads one source file. Never throws: what cannot be read comes back without text, and `health` says why. Offsets of the
 * map are into `raw`, the decoded file without its byte order mark.
 */
export function readSource(path: string, bytes: Uint8Array): SourceDocument {
  return atOnce(readSteps(path, bytes));
}

/** {@link readSource}, of a plain text block by block. */
export function* readSteps(path: string, bytes: Uint8Array): Steps<SourceDocument> {
  const reader = READER_OF.get(extensionOf(path)) ?? plainTextReader;
  if (bytes.length > MAXIMUM_SOURCE_BYTES) return unreadableSource(path, TOO_LARGE);
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') return unreadableSource(path, decoded.detail);
  const repaired = repairMojibake(decoded.text);
  const { structure, metadata } = yield* reader.read(repaired?.text ?? decoded.text);
  return {
    ...structure,
    map: repaired ? composeMaps(repaired.map, structure.map) : structure.map,
    raw: decoded.text,
    metadata: { format: reader.format, encoding: decoded.encoding, ...metadata },
    health: healthOf(structure.blocks.length > 0, decoded.doubt, repaired?.repairs ?? 0),
  };
}

/** A source without text; `detail` completes the sentence "It could not be read because …". */
export function unreadableSource(path: string, detail: string): SourceDocument {
  const metadata: SourceMetadata = { format: READER_OF.get(extensionOf(path))?.format ?? 'text' };
  return { text: '', blocks: [], map: identityMap(0), raw: '', metadata, health: { status: 'unreadable', detail } };
}

function healthOf(hasText: boolean, doubt: string | undefined, repairs: number): SourceHealth {
  if (!hasText) return { status: 'empty' };
  const mojibake = `${repairs} ${repairs === 1 ? 'character' : 'characters'} repaired that had been saved in a wrong encoding`;
  const details = [...(doubt ? [doubt] : []), ...(repairs > 0 ? [mojibake] : [])];
  return details.length > 0 ? { status: 'repaired', detail: details.join('; ') } : { status: 'good' };
}

/** In lower case, with the point; empty if there is none. */
function extensionOf(path: string): string {
  return /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
}
