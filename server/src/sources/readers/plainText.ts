import { plainTextSteps } from '../../text/plainText.ts';
import type { StructuredText } from '../../text/structuredText.ts';
import { dateLineOf } from '../dateLine.ts';
import type { TextReader } from './reader.ts';

/** `.txt`: the structure is guessed from line ends, the date from a line at the top. */
export const plainTextReader: TextReader = {
  format: 'text',
  extensions: ['.txt', '.text'],
  *read(text) {
    const structure = yield* plainTextSteps(text);
    const title = titleOf(structure);
    const date = dateLineOf(structure);
    return { structure, metadata: { ...(title && { title }), ...(date && { date }) } };
  },
};

/** The first heading, if it stands at the top. */
export function titleOf(structure: StructuredText): string | undefined {
  const heading = structure.blocks.slice(0, 4).find((block) => block.kind === 'heading');
  return heading
    ? structure.text.slice(heading.start, heading.end).replace(/\s+/gu, ' ').trim() || undefined
    : undefined;
}
