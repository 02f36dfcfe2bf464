import type { Code } from '../verify/verdict.ts';

/** What a code means, in the words of reports and of the documentation. */
export interface Rule {
  readonly code: Code;
  readonly title: string;
  readonly description: string;
}

/** All codes, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  rule('name.found', 'Name found', 'The sources write the name so.'),
  rule('name.variant', 'Name written in several ways', 'The sources write the same name in several ways.'),
  rule(
    'name.misspelt',
    'Name misspelt',
    'No source writes the name so, and one that the sources do write is a slip away.',
  ),
  rule('name.role', 'Wrong title or role', 'The title or role given to the person is another one in the sources.'),
  rule('name.unknown', 'Name in no source', 'No source knows the name.'),
  rule('name.misplaced', "Name in another's place", 'The sources say of another name what the draft says of this one.'),
  rule('name.inconsistent', 'Name spelt in two ways', 'The draft spells one person or body in two ways.'),
  rule('figure.found', 'Figure found', 'The sources give the value for the same quantity.'),
  rule('figure.rounded', 'Figure rounded', 'A fair rounding or approximation of a value in the sources.'),
  rule('figure.derived', 'Figure derived', 'The value follows by arithmetic from values in the sources.'),
  rule('figure.mismatch', 'Figure differs', 'The sources give another value for the same quantity.'),
  rule(
    'figure.conflict',
    'Sources disagree',
    'The sources give several values for the quantity; the draft has one of them.',
  ),
  rule('figure.unknown', 'Figure in no source', 'No source gives such a quantity.'),
  rule('figure.inconsistent', 'Figure given two values', 'The draft gives one quantity two values.'),
  rule('quote.found', 'Quotation found', 'A source has the words, from the same speaker.'),
  rule('quote.altered', 'Quotation altered', 'Words inside the quotation marks differ from what the source quotes.'),
  rule('quote.misattributed', 'Wrong speaker', 'The words are right and the speaker is not.'),
  rule('quote.stitched', 'Quotation stitched', 'Separate passages run together as one quotation without an ellipsis.'),
  rule('quote.conflict', 'Sources disagree on the words', 'The sources quote the same speech in different words.'),
  rule('quote.unknown', 'Quotation in no source', 'No source has these words.'),
];

function rule(code: Code, title: string, description: string): Rule {
  return { code, title, description };
}
