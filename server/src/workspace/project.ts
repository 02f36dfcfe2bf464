import { dirname, relative, sep } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusHandle, CorpusOptions } from '../corpus/corpusHandle.ts';
import { openCorpus } from '../corpus/openCorpus.ts';
import type { WantedSources } from '../corpus/orderOfNeed.ts';
import type { Draft } from '../draft/draft.ts';
import { readDraft } from '../draft/readDraft.ts';
import type { Span } from '../text/offsets.ts';
import { checkDraft } from '../verify/checkDraft.ts';
import type { CheckedClaim } from '../verify/verdict.ts';
import { acceptancesFor } from './acceptance.ts';
import type { Configuration } from './configuration.ts';
import type { FoundConfiguration } from './configurationFile.ts';
import { linkTo, sourcesAt } from './draftCitations.ts';
import { evidenceFor, namedSources, sourcePathsOf, type SourcePaths } from './draftScope.ts';
import { globsWithin } from './excludeGlobs.ts';
import { sourcesNamedIn } from './wantedSources.ts';

/** Configuration, sources and the checking of drafts against them: what the editor and the command line share. */
export interface Project {
  readonly found: FoundConfiguration;
  /** Of the sources; absolute. */
  readonly folders: readonly string[];
  readonly handle: CorpusHandle;
  /** Checks a draft against the sources as they are known now. Throws CheckCancelled once `isCancelled` says so. */
  check(draft: DraftText): Promise<DraftCheck>;
  /** What a draft names is indexed before other sources. */
  expect(draft: DraftText): void;
  close(): Promise<void>;
}

export interface ProjectOptions extends Pick<
  CorpusOptions,
  'storage' | 'workerUrl' | 'onProgress' | 'onRound' | 'signal'
> {
  readonly found: FoundConfiguration;
  /** Folder that the configuration's globs are relative to, where no file was found: the workspace. */
  readonly base: string;
  /** See {@link corpusFolders}. */
  readonly folders: readonly string[];
  /** Opens the sources, see {@link openCorpus}; {@link createCorpusPool} shares them. */
  readonly open?: (options: CorpusOptions) => Promise<CorpusHandle>;
}

/** A draft to check as it stands in an editor or a file. */
export interface DraftText {
  /** Absolute; undefined for text that is no file. */
  readonly path?: string;
  readonly raw: string;
  /** Where the caller has it already. */
  readonly parsed?: Draft;
  readonly isCancelled?: () => boolean;
}

/** What the check of a draft gave. */
export interface DraftCheck {
  readonly draft: Draft;
  /** The sources as they were asked. */
  readonly corpus: Corpus;
  readonly claims: readonly CheckedClaim[];
  /** What is wrong with the draft's own notation. Raw spans. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

/** So many drafts are kept in mind for what they name. */
const MOST_EXPECTED = 20;

/** Opens the sources of a configuration. Returns before they are indexed: see `handle.ready`. */
export async function openProject(options: ProjectOptions): Promise<Project> {
  const { found, folders, base, open = openCorpus, ...corpusOptions } = options;
  const { configuration } = found;
  const home = found.file === undefined ? base : dirname(found.file);
  const notSources = [...configuration.exclude, ...(configuration.drafts ?? [])];
  const exclude = [...new Set(folders.flatMap((folder) => globsWithin(folder, home, notSources)))];
  const handle = await open({ ...corpusOptions, folders, exclude });
  const paths = new WeakMap<Corpus['documents'], SourcePaths>();
  const named = new Map<string, WantedSources>();

  function expect({ path, raw, parsed }: DraftText): void {
    if (handle.corpus.coverage === 'full') return;
    const draftFolder = path === undefined ? home : dirname(path);
    const wanted = sourcesNamedIn(parsed ?? readDraft(raw), draftFolder, folders);
    if (JSON.stringify(wanted) === JSON.stringify(named.get(path ?? ''))) return;
    if (named.size >= MOST_EXPECTED) named.clear();
    named.set(path ?? '', wanted);
    const all = [...named.values()];
    handle.want({ files: all.flatMap(({ files }) => files), globs: all.flatMap(({ globs }) => globs) });
  }

  return {
    found,
    folders,
    handle,
    close: () => handle.close(),
    expect,
    async check(text) {
      const { corpus } = handle;
      const parsed = text.parsed ?? readDraft(text.raw);
      expect({ ...text, parsed });
      let sources = paths.get(corpus.documents);
      if (!sources) paths.set(corpus.documents, (sources = sourcePathsOf(corpus.documents)));
      return checkAgainst(corpus, sources, { ...text, parsed }, configuration, home);
    },
  };
}

async function checkAgainst(
  corpus: Corpus,
  sources: SourcePaths,
  { path, parsed: draft, isCancelled }: DraftText & { readonly parsed: Draft },
  configuration: Configuration,
  home: string,
): Promise<DraftCheck> {
  const draftFolder = path === undefined ? home : dirname(path);
  const named = draft.sources && namedSources(draft.sources, draftFolder, sources);
  const within = evidenceFor(named?.ids, path, sources);
  const relativePath = path === undefined ? '-' : relative(home, path).split(sep).join('/');
  const claims = await checkDraft(draft, corpus, {
    aliases: configuration.aliases,
    accepted: acceptancesFor(configuration.accepted, relativePath),
    resolveCitation: (url) => sourcesAt(url, draftFolder, sources),
    citationOf: ({ document, source }) => {
      const record = corpus.documents.get(document);
      return record ? linkTo(record, draftFolder) : source;
    },
    ...(within ? { within } : {}),
    ...(isCancelled ? { isCancelled } : {}),
  });
  const problems = [...draft.problems];
  // While sources are still being listed, a name that is not among them may come yet.
  if (named && corpus.coverage === 'full') {
    for (const pattern of named.unmatched) {
      const message = `The front matter names “${pattern}” under sources, and no source is called so: correct or remove it.`;
      problems.push({ span: frontMatterSpan(draft.raw, pattern), message });
    }
  }
  return { draft, corpus, claims, problems };
}

/** Where the front matter writes the name of a source. */
function frontMatterSpan(raw: string, written: string): Span {
  const start = raw.indexOf(written);
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + written.length };
}
