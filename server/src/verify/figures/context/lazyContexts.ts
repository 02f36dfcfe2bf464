import type { FigureMention } from '../../../extract/mention.ts';
import type { FigureContext, SentenceContext } from './context.ts';
import { sentenceKeys, type LineContext } from './sentenceWords.ts';

// Most sentences and figures of a source are never compared with one of a draft, so their words are worked out when they
// are asked for. Classes, because there are so many of them: accessors of each object's own would take more memory than
// what they save.

/** A document of more figures is compared in part: the sentences that share most with the draft's. */
const MANY = 1500;

/** Are all of a document's figures compared with each of the draft's? */
export function isComparedWhole(figures: readonly unknown[]): boolean {
  return figures.length <= MANY;
}

class LazySentence implements SentenceContext {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  private readonly text: string;
  private known: ReadonlySet<string> | undefined = undefined;

  constructor(text: string, start: number, end: number, block: number) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.block = block;
  }

  get keys(): ReadonlySet<string> {
    return (this.known ??= sentenceKeys(this.text.slice(this.start, this.end)));
  }
}

class LazyFigure implements FigureContext {
  readonly figure: FigureMention;
  readonly sentence: number;
  private readonly lines: () => readonly LineContext[];
  private readonly at: number;

  constructor(figure: FigureMention, sentence: number, lines: () => readonly LineContext[], at: number) {
    this.figure = figure;
    this.sentence = sentence;
    this.lines = lines;
    this.at = at;
  }

  private get line(): LineContext {
    return this.lines()[this.at]!;
  }
  get near(): LineContext['near'] {
    return this.line.near;
  }
  get head(): LineContext['head'] {
    return this.line.head;
  }
  get heads(): LineContext['heads'] {
    return this.line.heads;
  }
  get counts(): LineContext['counts'] {
    return this.line.counts;
  }
  get before(): string {
    return this.line.before;
  }
  get behind(): string {
    return this.line.behind;
  }
}

/** The sentence of `text` from `start` to `end`. */
export function lazySentence(text: string, start: number, end: number, block: number): SentenceContext {
  return new LazySentence(text, start, end, block);
}

/** The contexts of the figures of one sentence; `lines` works out the words around all of them together, once. */
export function lazyFigures(
  figures: readonly FigureMention[],
  sentence: number,
  lines: () => readonly LineContext[],
): FigureContext[] {
  return figures.map((figure, at) => new LazyFigure(figure, sentence, lines, at));
}

/** The same context of another reading of its figure. */
export function withFigure(context: FigureContext, figure: FigureMention): FigureContext {
  const { sentence, near, head, heads, counts, before, behind } = context;
  return {
    figure,
    sentence,
    near,
    before,
    behind,
    ...(head !== undefined && { head }),
    ...(heads && { heads }),
    ...(counts && { counts }),
  };
}
