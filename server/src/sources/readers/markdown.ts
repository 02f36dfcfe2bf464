import { structurePlainText as structureMarkdown } from '../../text/plainText.ts';
import type { StructuredText } from '../../text/structuredText.ts';
import { dateLineOf } from '../dateLine.ts';
import { readFrontMatter } from '../frontMatter.ts';
import { titleOf } from './plainText.ts';
import type { TextReader } from './reader.ts';

/** `.md`: title, publisher and date come from the front matter, else from the first heading and a date line. */
export const markdownReader: TextReader = {
  format: 'markdown',
  extensions: ['.md', '.markdown'],
  read(text) {
    const front = readFrontMatter(text);
    const structure = behind(text, front.end);
    const title = front.title ?? titleOf(structure);
    const date = front.date ?? dateLineOf(structure);
    const publisher = front.publisher;
    return { structure, metadata: { ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) } };
  },
};

/** The structure of what stands behind the front matter, its map leading to the whole text. */
function behind(text: string, start: number): StructuredText {
  const structure = structureMarkdown(text.slice(start));
  if (start === 0) return structure;
  const pieces = structure.map.pieces.map((piece) => ({ ...piece, raw: piece.raw + start }));
  return { ...structure, map: { ...structure.map, pieces, rawLength: text.length } };
}
