import { analyse } from '../extract/analysis.ts';
import { blocksOfVersion } from '../text/blockVersions.ts';
import { readMarkdown } from '../text/markdown.ts';
import { parseVersion } from '../text/markdownReparsing.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { composeMaps, toRawSpan, type OffsetMap } from '../text/offsets.ts';
import { citationsOf } from './citations.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter } from './frontMatter.ts';
import { ignoresOf } from './ignores.ts';

/**
 * Reads a Markdown draft: its claims, the sources that its front matter and its citations name, and what it wants left
 * alone. Mojibake in it is read as what it was meant to be; raw spans are of `raw` as it stands. Pure, and linear in the
 * length of `raw`. What is wrong with a draft is told in `problems`, never thrown.
 */
export function readDraft(raw: string): Draft {
  const repaired = repairMojibake(raw);
  return repaired ? inRaw(readIntact(repaired.text), raw, repaired.map) : readIntact(raw);
}

function readIntact(raw: string): Draft {
  const markdown = readMarkdown(raw, parseVersion);
  const analysis = analyse(markdown.document, blocksOfVersion);
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

/** The draft read from a repaired text, with its raw spans where they stand in the text as it was. */
function inRaw(draft: Draft, raw: string, map: OffsetMap): Draft {
  const { document } = draft.analysis;
  return {
    ...draft,
    raw,
    analysis: { ...draft.analysis, document: { ...document, map: composeMaps(map, document.map) } },
    citations: draft.citations.map((citation) => ({ ...citation, target: toRawSpan(map, citation.target) })),
    ignores: draft.ignores.map((ignore) => ({ ...ignore, ...toRawSpan(map, ignore) })),
    marked: draft.marked.map((words) => ({ ...words, raw: toRawSpan(map, words.raw) })),
    problems: draft.problems.map((problem) => ({ ...problem, span: toRawSpan(map, problem.span) })),
  };
}
