import { resolve } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/corpusIndex.ts';
import type { EvidencePlace } from '../report/report.ts';
import { lineIndexOf, positionAt, type LineIndex } from '../text/lines.ts';
import type { CheckedClaim, Evidence } from '../verify/verdict.ts';
import { shown } from '../workspace/corpusFolders.ts';

/** Formats whose extracted text is the file itself. */
const TEXT_FORMATS: ReadonlySet<string> = new Set(['txt', 'text', 'md', 'markdown']);

/** Where the passages found for some claims stand, as paths from `cwd` and lines. */
export async function placesOf(
  claims: readonly CheckedClaim[],
  corpus: Corpus,
  cwd: string,
): Promise<(evidence: Evidence) => EvidencePlace | undefined> {
  const lines = new Map<DocumentId, LineIndex>();
  for (const { finding } of claims) {
    for (const { document } of finding.evidence) {
      if (lines.has(document)) continue;
      const source = await corpus.source(document);
      if (source) lines.set(document, lineIndexOf(source.document.raw));
    }
  }
  return ({ document, start, focus }) => {
    const index = lines.get(document);
    const record = corpus.documents.get(document);
    if (!index || !record) return undefined;
    return {
      file: shown(resolve(record.folder, record.path), cwd),
      position: positionAt(index, focus?.start ?? start),
      linesAreOfFile: TEXT_FORMATS.has(record.metadata.format),
    };
  };
}
