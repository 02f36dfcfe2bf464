import { indexFilePath } from '../../server/src/corpus/sqlite/indexFile.ts';
import { sqliteDriver } from '../../server/src/corpus/sqlite/openIndexFile.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../server/src/verify/checkDraft.ts';
import { openCountedCorpus } from '../countedCorpus.ts';
import { article } from '../texts/article.ts';
import { alteredWords } from '../texts/draft.ts';

/** Claims of one kind, each looked up by itself. */
export interface LookupTimes {
  /** From the claim's text to its verdict, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of these, in the index. */
  readonly indexP50: number;
  readonly indexP99: number;
  readonly rowsP50: number;
  readonly rowsP99: number;
  readonly sources: number;
  /** The share with the verdict that the claim was made for. */
  readonly right: number;
}

export interface Lookups {
  readonly quote: LookupTimes;
  readonly figure: LookupTimes;
  readonly name: LookupTimes;
  /** The first name of all: the names of the corpus are put into order for it. */
  readonly firstName: number;
  /** The words of quotations as the sources have them, for other programs to find. */
  readonly quotations: readonly string[];
}

const CLAIMS = 60;

/** Looks claims up in an index that {@link measureIndexing} has made. */
export async function measureLookups(folder: string, kind: 'node' | 'wasm', storage: string): Promise<Lookups> {
  const driver = (await sqliteDriver(kind))!;
  const file = indexFilePath({ storage, folders: [folder], exclude: [] }, kind);
  const opened = await openCountedCorpus(driver, file);
  const { corpus, work } = opened;
  const size = corpus.documents.size;
  const articles = Array.from({ length: CLAIMS }, (_, i) => article(Math.floor(((i + 0.5) * size) / CLAIMS)));

  async function times(claims: readonly { readonly text: string; readonly code: string }[]): Promise<LookupTimes> {
    const [total, inIndex, rows]: [number[], number[], number[]] = [[], [], []];
    let right = 0;
    const sources = work.sources;
    for (const { text, code } of claims) {
      const before = { ...work };
      const started = performance.now();
      const found = await checkDraft(readDraft(text), corpus);
      total.push(performance.now() - started);
      inIndex.push(work.milliseconds - before.milliseconds);
      rows.push(work.rows - before.rows);
      if (found.some(({ finding }) => finding.code === code)) right++;
    }
    return {
      p50: quantile(total, 0.5),
      p99: quantile(total, 0.99),
      indexP50: quantile(inIndex, 0.5),
      indexP99: quantile(inIndex, 0.99),
      rowsP50: quantile(rows, 0.5),
      rowsP99: quantile(rows, 0.99),
      sources: (work.sources - sources) / claims.length,
      right: right / claims.length,
    };
  }

  const started = performance.now();
  await checkDraft(readDraft('It was Viktor Halonberrg.\n'), corpus);
  const firstName = performance.now() - started;
  const quotations = articles.map(({ quotes }) => quotes[0]!.words);
  const result: Lookups = {
    quote: await times(
      articles.map(({ quotes: [quote] }) => ({
        text: `${quote!.sentence.replace(quote!.words, alteredWords(quote!.words))}\n`,
        code: 'quote.altered',
      })),
    ),
    figure: await times(articles.map(({ figures }) => ({ text: `${figures[0]!}\n`, code: 'figure.found' }))),
    name: await times(articles.map(({ names }) => ({ text: `${names[0]!}\n`, code: 'name.found' }))),
    firstName,
    quotations,
  };
  await opened.close();
  return result;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
