import { readFileSync } from 'node:fs';
import path from 'node:path';
import { desk } from '../cli/program.ts';

/** What a careful reader says of a claim of a draft. */
interface Labelled {
  readonly kind: 'name' | 'figure' | 'quote';
  readonly text: string;
  /** Which occurrence of the text in the draft, from 1. */
  readonly occurrence?: number;
  readonly verdict: string;
}

interface Reported {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly code: string;
}

/** How the claims of one kind fared. */
export interface Tally {
  claims: number;
  right: number;
  /** Labelled as refuted; of them called so. */
  wrong: number;
  caught: number;
  /** Called refuted where the label says otherwise. */
  alarms: number;
}

/** Checks a labelled draft with the built program, and counts by kind what it says of each labelled claim. */
export async function tallyOf(folder: string): Promise<{ tallies: Record<Labelled['kind'], Tally>; misses: string[] }> {
  const draft = path.join(folder, 'draft.md');
  const raw = readFileSync(draft, 'utf8');
  const { corpus, claims } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
    corpus: string;
    claims: Labelled[];
  };
  const place = desk();
  const { out } = await place.run('check', draft, '--corpus', path.resolve(folder, corpus), '--format', 'json');
  place.clear();
  const [result] = (JSON.parse(out) as { drafts: { claims: Reported[] }[] }).drafts;
  const misses: string[] = [];
  const tally = (): Tally => ({ claims: 0, right: 0, wrong: 0, caught: 0, alarms: 0 });
  const tallies = { name: tally(), figure: tally(), quote: tally() };
  for (const label of claims) {
    const found = likest(result!.claims, label, raw);
    const own = tallies[label.kind];
    own.claims++;
    if (found?.verdict === label.verdict) own.right++;
    else misses.push(`${path.basename(folder)}: «${label.text}» is ${label.verdict}, not ${found?.code ?? 'seen'}`);
    if (label.verdict === 'refuted') {
      own.wrong++;
      if (found?.verdict === 'refuted') own.caught++;
    } else if (found?.verdict === 'refuted') own.alarms++;
  }
  return { tallies, misses };
}

/** The reported claim of the label's kind that covers it best, at least half of the shorter one. */
function likest(reported: readonly Reported[], label: Labelled, raw: string): Reported | undefined {
  let start = -1;
  for (let i = 0; i < (label.occurrence ?? 1); i++) start = raw.indexOf(label.text, start + 1);
  const end = start + label.text.length;
  const shared = (claim: Reported): number => Math.min(claim.end, end) - Math.max(claim.start, start);
  return reported
    .filter((claim) => claim.kind === label.kind)
    .filter((claim) => shared(claim) >= 0.5 * Math.min(claim.end - claim.start, end - start))
    .sort((a, b) => shared(b) / (b.end - b.start) - shared(a) / (a.end - a.start))[0];
}
