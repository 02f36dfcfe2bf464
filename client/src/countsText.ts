import type { ClaimCounts } from '../../server/src/lsp/messages.ts';

/** The counts of a draft as the status bar has room for them. */
export function countsShort({ supported, refuted, conflicting, unknown }: ClaimCounts): string {
  const parts = [
    `$(check) ${supported}`,
    `$(warning) ${refuted}`,
    ...(conflicting > 0 ? [`$(git-compare) ${conflicting}`] : []),
    `$(question) ${unknown}`,
  ];
  return parts.join('  ');
}

/** What the counts mean, a line each. */
export function countsLines({ supported, refuted, conflicting, unknown, partial }: ClaimCounts): readonly string[] {
  return [
    `$(check) ${supported} found in a source`,
    `$(warning) ${refuted} where the sources say something else`,
    `$(git-compare) ${conflicting} on which the sources disagree`,
    `$(question) ${unknown} ${partial ? 'not found so far: not all sources have been read' : 'that no source has'}`,
  ];
}

/** One sentence on a draft. */
export function countsSentence({ supported, refuted, conflicting, unknown, partial }: ClaimCounts): string {
  const total = supported + refuted + conflicting + unknown;
  if (total === 0) return 'This draft has no names, figures or quotations to check.';
  const parts = [
    `${supported} of ${total} names, figures and quotations were found in the sources`,
    `${refuted} differ from them`,
    ...(conflicting > 0 ? [`on ${conflicting} the sources disagree`] : []),
    partial ? `${unknown} were not found so far, and not all sources have been read` : `${unknown} are in none`,
  ];
  return `${parts.join(', ')}.`;
}
