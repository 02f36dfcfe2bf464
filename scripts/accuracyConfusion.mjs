/**
 * How often a claim labelled so was called something else: rows of labelled code, given code and count, most frequent first.
 * @param {{text: string, expected: object[], found: object[]}[]} cases
 */
export function confusionRows(cases) {
  const counts = new Map();
  for (const { text, expected, found } of cases) {
    for (const want of expected) {
      const start = nthIndexOf(text, want.text, want.occurrence ?? 1);
      const span = { start, end: start + want.text.length };
      const given = found
        .filter((claim) => claim.kind === want.kind && overlap(claim, span) > 0)
        .sort((a, b) => likeness(b, span) - likeness(a, span))[0];
      const labelled = want.code ?? want.verdict;
      const called = given === undefined ? 'no claim' : want.code ? given.code : given.verdict;
      if (labelled === called) continue;
      const key = `${want.kind} ${labelled}\n${given && !want.code ? given.code : called}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([key, count]) => [...key.split('\n'), count]);
}

function nthIndexOf(text, needle, n) {
  let at = -1;
  for (let i = 0; i < n; i++) at = text.indexOf(needle, at + 1);
  return at;
}

function overlap(a, b) {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function likeness(a, b) {
  const shared = overlap(a, b);
  return shared / (a.end - a.start + (b.end - b.start) - shared);
}
