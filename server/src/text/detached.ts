/**
 * The same text as a string of its own. A word cut out of a document keeps the whole document in memory as long as it lives
 * itself; one that is kept in a cache or an index must be detached from it.
 */
export function detached(text: string): string {
  // The engine cuts short strings by copying.
  if (text.length < 13) return text;
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}
