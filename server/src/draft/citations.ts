import { labelKey } from '../text/markdownReferences.ts';
import type { MarkdownDocument, MarkdownLink } from '../text/markdown.ts';
import { toRawSpan, type Span } from '../text/offsets.ts';
import { blockAt, type Block } from '../text/structuredText.ts';
import type { Citation } from './draft.ts';

/** A file named in a footnote without being linked: `minutes.txt, item 6`. */
const FILE_NAME = /[^\s"'“”‘’<>()[\],;]+\.(?:txt|md|markdown|pdf|html?|docx?|odt|rtf|epub|eml|csv|json)\b/gi;

/**
 * The citations of a draft, in order of what they cover: each link, and each footnote reference with the links and file
 * names of its footnote. Whether they point at a source is for the corpus to say.
 */
export function citationsOf(markdown: MarkdownDocument, sentences: readonly Span[]): Citation[] {
  const { document, links, footnoteReferences } = markdown;
  const citations: Citation[] = [];
  for (const { words, target, url, footnote } of links) {
    const covers = coverOf(document.blocks, sentences, words);
    // A footnote may be nothing but its link; then only its references are covered.
    if (covers && (footnote === undefined || isFootnote(document.blocks, covers)))
      citations.push({ covers, target, url });
  }
  const targets = footnoteTargets(markdown);
  for (const { label, at } of footnoteReferences) {
    const covers = coverOf(document.blocks, sentences, { start: at, end: at });
    for (const target of covers ? (targets.get(labelKey(label)) ?? []) : [])
      citations.push({ covers: covers!, ...target });
  }
  return citations.sort((a, b) => a.covers.start - b.covers.start || a.target.start - b.target.start);
}

type Target = Pick<Citation, 'target' | 'url'>;

function footnoteTargets({ document, links }: MarkdownDocument): Map<string, Target[]> {
  const targets = new Map<string, Target[]>();
  const add = (label: string, target: Target) => {
    const key = labelKey(label);
    targets.set(key, [...(targets.get(key) ?? []), target]);
  };
  for (const link of links) if (link.footnote !== undefined) add(link.footnote, targetOf(link));
  for (const block of document.blocks) {
    if (block.kind !== 'footnote') continue;
    for (const match of document.text.slice(block.start, block.end).matchAll(FILE_NAME)) {
      const start = block.start + match.index;
      if (links.some((link) => link.words.start <= start && start < link.words.end)) continue;
      add(block.label, { target: toRawSpan(document.map, { start, end: start + match[0].length }), url: match[0] });
    }
  }
  return targets;
}

function targetOf({ target, url }: MarkdownLink): Target {
  return { target, url };
}

function isFootnote(blocks: readonly Block[], span: Span): boolean {
  return blockAt(blocks, span.start)?.kind === 'footnote';
}

/** The sentences that `words` stand in or, if they are none, stand behind; of a block quotation, the whole. */
function coverOf(blocks: readonly Block[], sentences: readonly Span[], words: Span): Span | undefined {
  const first = sentenceAt(sentences, words);
  if (!first) return undefined;
  const last = sentenceAt(sentences, { start: Math.max(words.start, words.end - 1), end: words.end }) ?? first;
  const block = blockAt(blocks, first.start);
  if (block?.kind !== 'blockquote') return { start: first.start, end: Math.max(first.end, last.end) };
  const { quotation } = block;
  let from = indexOfBlock(blocks, block);
  let to = from;
  const isSame = (other: Block | undefined) => other?.kind === 'blockquote' && other.quotation === quotation;
  while (isSame(blocks[from - 1])) from--;
  while (isSame(blocks[to + 1])) to++;
  return { start: blocks[from]!.start, end: blocks[to]!.end };
}

function indexOfBlock(blocks: readonly Block[], block: Block): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start < block.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last sentence that starts before `words`, or at them if there are any; else the first. */
function sentenceAt(sentences: readonly Span[], words: Span): Span | undefined {
  const limit = words.end > words.start ? words.start + 1 : words.start;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start < limit) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1] ?? sentences[0];
}
