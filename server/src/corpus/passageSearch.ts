import type { DocumentId, PassageQuery } from './corpusIndex.ts';
import { prepareQuery, type PreparedQuery, type Run } from './passageQuery.ts';

/** What a back end gives for answering queries. Passages have numbers; those of one document follow each other. */
export interface PassagePostings {
  /** How many passages there are. */
  total(): number;
  /** Above all numbers of passages. */
  end(): number;
  /** How many passages have the index word. */
  frequency(word: string): number;
  /** The passages with this run, in order; no more than `limit` of them where there are more. */
  posting(run: Run, limit: number): ArrayLike<number>;
  /** Passages with a run of each group, in order. Asked where a run has too many. */
  conjunction(groups: readonly (readonly Run[])[]): ArrayLike<number>;
  documentOf(passage: number): DocumentId | undefined;
  /** Passages of a document: from `first` to before `end`. */
  passagesOf(document: DocumentId): { readonly first: number; readonly end: number } | undefined;
  /** Tells documents apart by folder and path, so that the order of answers does not depend on that of indexing. */
  order(document: DocumentId): number;
}

/** What stands in more passages than this says nothing about any of them. */
const COMMON = 8000;
/** A word in so many times as many passages as match already is not asked for by itself. */
const MUCH_MORE = 16;
/** More groups are not asked for; each has a bit of a number. */
const MOST_GROUPS = 30;
/** So few documents are looked up by where their passages are. */
const FEW_DOCUMENTS = 64;

/** Of some runs one must match. */
interface Group {
  readonly all: readonly Run[];
  /** Without rows where they were not read; what they weigh is told by how few they are. */
  readonly runs: readonly {
    readonly run: Run;
    readonly rows: ArrayLike<number> | undefined;
    readonly weight: number;
  }[];
  /** The rows of some were not read. */
  readonly isCommon: boolean;
  readonly size: number;
}

/** Answers a query with the numbers of passages, best first. */
export type PassageSearch = (query: PassageQuery) => number[];

/**
 * Best is what has most of the rare runs: each of the query's words and phrases that a passage has adds `log(1 + N / n)`,
 * where `n` of all `N` passages have it. What every hit has does not matter, and common runs add nothing.
 */
export function passageSearchOf(postings: PassagePostings): PassageSearch {
  let scores = new Float64Array(0);
  let matched = new Uint32Array(0);

  return (query) => {
    const prepared = prepareQuery(query);
    if (!prepared || postings.total() === 0) return [];
    if (scores.length < postings.end()) {
      const size = Math.ceil(postings.end() * 1.25);
      scores = new Float64Array(size);
      matched = new Uint32Array(size);
    }
    const touched: number[] = [];
    try {
      const hits = search(prepared, query, touched);
      return best(hits, query.limit);
    } finally {
      for (const row of touched) scores[row] = matched[row] = 0;
    }
  };

  function search(prepared: PreparedQuery, { within }: PassageQuery, touched: number[]): number[] {
    const isInScope = scopeOf(within);
    const parts = [...prepared.groups, ...(prepared.phrases.length > 0 ? [prepared.phrases] : [])];
    const groups = readGroups(parts.slice(0, MOST_GROUPS));
    if (groups.some(({ size }) => size === 0)) return [];
    groups.sort((a, b) => a.size - b.size);
    const rarest = groups[0]!;
    if (groups.length === 1) {
      for (const { rows, weight } of rarest.runs) if (rows) add(rows, weight, 0, 1, isInScope, touched);
      // Common words tell nothing beside rare ones; but they may be all that is asked for.
      if (rarest.isCommon && touched.length === 0) {
        const common = rarest.runs.flatMap(({ run, rows }) => (rows ? [] : [run]));
        add(postings.conjunction([common]), 0, 0, 1, isInScope, touched);
      }
      return touched;
    }
    if (rarest.isCommon) {
      add(postings.conjunction(parts), 0, 0, 1, isInScope, touched);
      for (const { runs } of groups) for (const { rows, weight } of runs) if (rows) raise(rows, weight, 1);
      return touched;
    }
    let bit = 1;
    for (const group of groups) {
      const before = bit - 1;
      if (group.isCommon) add(postings.conjunction([rarest.all, group.all]), 0, before, bit, isInScope, touched);
      for (const { rows, weight } of group.runs) {
        if (!rows) continue;
        if (group.isCommon) raise(rows, weight, before | bit);
        else add(rows, weight, before, bit, isInScope, touched);
      }
      bit <<= 1;
    }
    return touched.filter((row) => matched[row] === bit - 1);
  }

  /** Marks the rows that have matched all groups before as matching this one. */
  function add(
    rows: ArrayLike<number>,
    weight: number,
    before: number,
    bit: number,
    isInScope: (row: number) => boolean,
    touched: number[],
  ): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const state = matched[row]!;
      if (state === 0) {
        if (before !== 0 || !isInScope(row)) continue;
        touched.push(row);
      } else if ((state & before) !== before) continue;
      matched[row] = state | bit;
      scores[row] = scores[row]! + weight;
    }
  }

  function raise(rows: ArrayLike<number>, weight: number, state: number): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if ((matched[row]! & state) === state) scores[row] = scores[row]! + weight;
    }
  }

  /** The groups with their passages, those with few first; where one has none, the rest is not read. */
  function readGroups(all: readonly (readonly Run[])[]): Group[] {
    const sizes = new Map(all.map((runs) => [runs, runs.reduce((sum, run) => sum + mostOf(run), 0)]));
    const groups: Group[] = [];
    let smallest = Infinity;
    for (const runs of [...all].sort((a, b) => sizes.get(a)! - sizes.get(b)!)) {
      const group = groupOf(runs, smallest);
      groups.push(group);
      smallest = Math.min(smallest, group.size);
      if (smallest === 0) break;
    }
    return groups;
  }

  /** In so many passages the run may be: that many, if it is one word. */
  function mostOf(run: Run): number {
    return Math.min(...run.map((word) => postings.frequency(word)));
  }

  /** `beside`: the passages of another group, which must match too. */
  function groupOf(all: readonly Run[], beside: number): Group {
    const runs = all.map((run) => {
      const isWord = run.length === 1;
      const most = isWord ? mostOf(run) : 0;
      // Beside a few passages, which of them have the one word is found sooner than all that have it.
      const isMuch = most > COMMON || (isWord && all.length === 1 && most > MUCH_MORE * beside);
      const rows = isMuch ? undefined : postings.posting(run, COMMON + 1);
      const isCommon = !rows || rows.length > COMMON;
      return {
        run,
        rows: isCommon ? undefined : rows,
        weight: all.length > 1 && !isCommon && rows.length > 0 ? Math.log(1 + postings.total() / rows.length) : 0,
      };
    });
    const isCommon = runs.some(({ rows }) => !rows);
    const size = isCommon ? Infinity : runs.reduce((sum, { rows }) => sum + rows!.length, 0);
    return { all, runs, isCommon, size };
  }

  function scopeOf(within: ReadonlySet<DocumentId> | undefined): (row: number) => boolean {
    if (!within) return () => true;
    if (within.size <= FEW_DOCUMENTS) {
      const ranges = [...within].flatMap((id) => postings.passagesOf(id) ?? []);
      return (row) => ranges.some(({ first, end }) => row >= first && row < end);
    }
    return (row) => {
      const document = postings.documentOf(row);
      return document !== undefined && within.has(document);
    };
  }

  /** The `limit` best: by score, then by path, then by place. Many may be equal where only common words were asked for. */
  function best(hits: readonly number[], limit: number): number[] {
    const entries: Entry[] = [];
    for (const row of hits) {
      const last = entries.length < limit ? undefined : entries[limit - 1]!;
      const score = scores[row]!;
      if (last && score < last.score) continue;
      const document = postings.documentOf(row);
      if (document === undefined) continue;
      const entry = { row, score, order: postings.order(document) };
      if (last && compare(entry, last) >= 0) continue;
      let at = entries.length;
      while (at > 0 && compare(entry, entries[at - 1]!) < 0) at--;
      entries.splice(at, 0, entry);
      if (entries.length > limit) entries.pop();
    }
    return entries.map(({ row }) => row);
  }
}

interface Entry {
  readonly row: number;
  readonly score: number;
  readonly order: number;
}

function compare(a: Entry, b: Entry): number {
  return b.score - a.score || a.order - b.order || a.row - b.row;
}
