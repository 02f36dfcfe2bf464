import { readMarkdown } from '../../text/markdown.ts';
import { dateLineOf } from '../dateLine.ts';
import { frontMatterMetadata } from '../frontMatter.ts';
import { titleOf } from './plainText.ts';
import type { TextReader } from './reader.ts';

/** `.md`: title, publisher and date come from the front matter, else from the first heading and a date line. */
export const markdownReader: TextReader = {
  format: 'markdown',
  extensions: ['.md', '.markdown'],
  *read(text) {
    yield;
    const { document: structure, frontMatter } = readMarkdown(text);
    const said = frontMatter ? frontMatterMetadata(text.slice(frontMatter.start, frontMatter.end)) : {};
    const title = said.title ?? titleOf(structure);
    const date = said.date ?? dateLineOf(structure);
    return { structure, metadata: { ...said, ...(title && { title }), ...(date && { date }) } };
  },
};
