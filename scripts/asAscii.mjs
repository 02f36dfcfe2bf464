/**
 * A string of one byte a letter is read and held in half the room. What is left of others stands in patterns and templates.
 * @param {string} code
 */
export function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
