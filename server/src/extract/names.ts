import type { Span } from '../text/offsets.ts';
import type { StructuredText } from '../text/structuredText.ts';
import type { NameMention } from './mention.ts';

export function extractNames(_document: StructuredText, _sentences: readonly Span[]): NameMention[] {
  return [];
}
