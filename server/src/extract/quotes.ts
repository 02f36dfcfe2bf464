import type { Span } from '../text/offsets.ts';
import type { StructuredText } from '../text/structuredText.ts';
import type { QuoteMention, NameMention } from './mention.ts';

export function extractQuotes(_document: StructuredText, _sentences: readonly Span[], _names: readonly NameMention[]): QuoteMention[] {
  return [];
}
