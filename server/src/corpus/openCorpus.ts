import type { CorpusHandle, CorpusOptions } from './corpusHandle.ts';

/**
 * Opens the corpus that lies in some folders. Returns as soon as what an earlier run has stored can be asked; the index is
 * brought in step with the folders behind that (see {@link CorpusHandle.ready}).
 */
export async function openCorpus(options: CorpusOptions): Promise<CorpusHandle> {
  throw new Error(`not built yet: ${options.folders.join(', ')}`);
}
