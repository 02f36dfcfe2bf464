import { analyse } from 'chardet';
import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from './windows1252.ts';

/** A file's bytes as text, or why they are none. `text` is without the byte order mark; offsets count from behind it. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string; readonly doubt?: string }
  | { readonly kind: 'binary'; readonly detail: string };

/** So much of a file is looked at to tell what it is. */
const SAMPLE = 64 * 1024;

/**
 * Decodes a text file: by its byte order mark; UTF-16 without one by where its NULs stand; UTF-8 if it is valid; else by
 * the statistics of `chardet`, where the answer is believed only if it fits. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE);
  const signature = signatureOf(sample);
  if (signature) return { kind: 'binary', detail: `it is ${signature}, not text` };
  const nuls = countNuls(sample);
  if (nuls.even + nuls.odd > 0) return withNuls(bytes, sample.length, nuls);
  if (controlShare(sample.subarray(0, 4096)) > 0.02)
    return { kind: 'binary', detail: 'it holds control characters, not text' };
  return isUtf8(bytes) ? { kind: 'text', text: utf8Text(bytes), encoding: 'utf-8' } : legacy(bytes, sample);
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return lenient(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe && !(c === 0 && bytes[3] === 0)) return lenient(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return lenient(bytes.subarray(2), 'utf-16be');
  return undefined;
}

/** The encoding is known; single broken characters become U+FFFD and are told. */
function lenient(bytes: Uint8Array, encoding: string): Decoded {
  const strict = decodeAs(bytes, encoding, true);
  if (strict !== undefined) return { kind: 'text', text: strict, encoding };
  const text = decodeAs(bytes, encoding, false)!;
  return { kind: 'text', text, encoding, doubt: 'some characters are broken in the file' };
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP, DOCX or EPUB file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'an RTF file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file'],
  ['SQLite format 3\u0000', 'a database'],
  ['\u001f\u008b', 'a compressed file'],
];

function signatureOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([magic]) => start.startsWith(magic))?.[1];
}

function countNuls(bytes: Uint8Array): { even: number; odd: number } {
  const nuls = { even: 0, odd: 0 };
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) nuls.even++;
    else nuls.odd++;
  }
  return nuls;
}

/** Latin text in UTF-16 has a NUL in nearly every pair of bytes, always on the same side. */
function withNuls(bytes: Uint8Array, sampled: number, nuls: { even: number; odd: number }): Decoded {
  const pairs = sampled / 2;
  const [most, least] = [Math.max(nuls.even, nuls.odd), Math.min(nuls.even, nuls.odd)];
  if (most > pairs * 0.4 && least < pairs * 0.02) return lenient(bytes, nuls.odd > nuls.even ? 'utf-16le' : 'utf-16be');
  return { kind: 'binary', detail: 'it holds NUL bytes, not text' };
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  // An iterator takes ten times as long.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return bytes.length ? controls / bytes.length : 0;
}

/** Not UTF-8: a single-byte or East Asian encoding, or UTF-8 with a few broken bytes. */
function legacy(bytes: Uint8Array, sample: Uint8Array): Decoded {
  const broken = decodeAs(bytes, 'utf-8', false)!;
  const replaced = broken.split('\ufffd').length - 1;
  // eslint-disable-next-line no-control-regex -- ASCII is meant
  const whole = broken.replace(/[\u0000-\u007f\ufffd]+/g, '').length;
  if (whole > replaced * 4) {
    return { kind: 'text', text: broken, encoding: 'utf-8', doubt: 'some characters are broken in the file' };
  }
  const encoding = guess(sample);
  const text = decodeAs(bytes, encoding, false)!;
  return { kind: 'text', text, encoding };
}

/** Encodings whose letters differ so much from Western ones that the statistics are to be trusted. */
const DISTINCT = /^(?:Shift_JIS|EUC-JP|EUC-KR|GB18030|Big5|ISO-2022-\w+|KOI8-R|windows-125[1356]|ISO-8859-[5678])$/i;

/**
 * The encoding by letter statistics. In doubt windows-1252: Western texts are mostly ASCII with some typographic marks,
 * which say little about the language.
 */
function guess(sample: Uint8Array): string {
  const [best] = analyse(sample);
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high++;
  if (!best || best.confidence < 30) return 'windows-1252';
  const mostlyOther = high > sample.length * 0.15;
  if (DISTINCT.test(best.name)) return mostlyOther ? best.name : 'windows-1252';
  if (/^(?:ISO-8859-2|windows-1250)$/i.test(best.name) && best.confidence >= 40) return 'windows-1250';
  return 'windows-1252';
}

function utf8Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return fatal ? undefined : decodeWindows1252(bytes);
  }
}
