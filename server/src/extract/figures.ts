import type { Span } from '../text/offsets.ts';
import type { StructuredText } from '../text/structuredText.ts';
import type { FigureMention, NameMention } from './mention.ts';

export function extractFigures(_document: StructuredText, _sentences: readonly Span[], _names: readonly NameMention[]): FigureMention[] {
  return [];
}
