import { WINDOWS_1252_UPPER } from '../text/windows1252.ts';

/** Decodes windows-1252. By a table of our own: the `TextDecoder` of some versions of Node takes it for Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252_UPPER[char.charCodeAt(0) - 0x80]!);
}
