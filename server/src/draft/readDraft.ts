import { analyse } from '../extract/analysis.ts';
import { readMarkdown } from '../text/markdown.ts';
import { parseVersion } from '../text/markdownReparsing.ts';
import { citationsOf } from './citations.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter } from './frontMatter.ts';
import { ignoresOf } from './ignores.ts';

/**
 * Reads a Markdown draft: its claims, the sources that its front matter and its citations name, and what it wants left
 * alone. Pure, and linear in the length of `raw`. What is wrong with a draft is told in `problems`, never thrown.
 */
export function readDraft(raw: string): Draft {
  const markdown = readMarkdown(raw, parseVersion);
  const analysis = analyse(markdown.document);
  const front = readFrontMatter(raw, markdown.frontMatter);
  const { ignores, problems } = ignoresOf(raw, markdown);
  return {
    raw,
    analysis,
    ...(front.sources && { sources: front.sources }),
    citations: citationsOf(markdown, analysis.sentences),
    ignores,
    marked: markdown.marked,
    problems: [...front.problems, ...problems],
  };
}
