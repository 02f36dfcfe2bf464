import { focusOf, sourceName } from './pretty.ts';
import { counted, summaryOf, type ClaimReport, type DraftReport, type EvidenceReport, type Report } from './report.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1b1b1f,#e4e4e8);--paper:light-dark(#fff,#1b1b1f);--soft:light-dark(#667,#99a);
--refuted:light-dark(#b3261e,#ff8a80);--conflict:light-dark(#0b57d0,#8ab4f8);--unknown:light-dark(#8a6100,#f2c55c);
--found:light-dark(#1e7a34,#81c995)}
body{margin:0 auto;max-width:76rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
h1{font-size:1.3rem}h2{font-size:1.1rem;margin-top:2.5rem}h3{font-size:1rem;margin:0 0 .5rem}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
@media(max-width:60rem){.columns{grid-template-columns:1fr}}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}
a.claim{color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
.refuted{--tint:var(--refuted)}.conflicting-evidence{--tint:var(--conflict)}
.not-enough-evidence{--tint:var(--unknown)}.supported{--tint:var(--found)}
a.claim{text-decoration-color:var(--tint)}a.refuted{text-decoration-style:wavy}
a.supported{text-decoration-thickness:1px;text-decoration-style:dotted}
ol{padding:0;list-style:none}li{border-left:3px solid var(--tint);padding:.1rem 0 .1rem .8rem;margin:0 0 1rem}
li:target{background:color-mix(in srgb,var(--tint) 12%,transparent)}
blockquote{margin:.4rem 0;color:var(--soft)}blockquote b{color:var(--ink)}
code,.where{color:var(--soft);font-size:.85rem}p{margin:.2rem 0}
`.trim();

/** The report as one page that needs nothing else: the draft with its claims marked, each leading to what was found. */
export function htmlReport(report: Report): string {
  const { documents, coverage } = report.corpus;
  const partial = coverage === 'full' ? '' : ' Not all sources could be asked.';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Source Check</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Source Check</h1>
<p>${escaped(summaryOf(report))} (${counted(documents, 'source')}).${partial}</p>
${report.drafts.map((draft, index) => section(draft, index)).join('\n')}
</body>
</html>
`;
}

/** Shown under a finding. */
const PASSAGES = 3;

function section(draft: DraftReport, index: number): string {
  const problems = draft.problems.map(
    ({ range, message }) => `<p>Line ${range.start.line + 1}: ${escaped(message)}</p>`,
  );
  const told = draft.claims.map((claim, at) => ({ claim, html: item(claim, idOf(index, at)) }));
  const list = (heading: string, isOf: (claim: ClaimReport) => boolean): string => {
    const items = told.filter(({ claim }) => isOf(claim)).map(({ html }) => html);
    return items.length === 0 ? '' : `<h3>${heading} (${items.length})</h3>\n<ol>\n${items.join('\n')}\n</ol>`;
  };
  return `<h2>${escaped(draft.draft)}</h2>
${problems.join('\n')}<div class="columns">
<pre>${markedText(draft, index)}</pre>
<div>
${list('To look at', (claim) => claim.severity !== 'none')}
${list('Found in the sources', (claim) => claim.severity === 'none')}
</div>
</div>`;
}

function item(claim: ClaimReport, id: string): string {
  const passages = claim.evidence
    .slice(0, claim.severity === 'none' ? 1 : PASSAGES)
    .map(passage)
    .join('\n');
  const steps = claim.explanation.map((step) => `<p>${escaped(step)}</p>`).join('');
  return `<li id="${id}" class="${claim.verdict}">
<p><strong>${escaped(claim.text)}</strong> <code>${claim.code}</code> <span class="where">line ${claim.range.start.line + 1}</span></p>
<p>${escaped(claim.message)}</p>
${passages}${steps === '' ? '' : `<details><summary>What was compared</summary>${steps}</details>`}
</li>`;
}

function passage(evidence: EvidenceReport): string {
  const { start, end } = focusOf(evidence);
  const { text } = evidence;
  const words =
    end === start
      ? escaped(text)
      : `${escaped(text.slice(0, start))}<b>${escaped(text.slice(start, end))}</b>${escaped(text.slice(end))}`;
  return `<blockquote>${words} <span class="where">${escaped(sourceName(evidence))}</span></blockquote>`;
}

/** The draft's text with links around its claims. Where claims overlap, the part in common belongs to the inner one. */
function markedText({ raw, shift, claims }: DraftReport, index: number): string {
  const owner = new Map<number, number>();
  const edges = new Set<number>([0, raw.length]);
  const longestFirst = claims
    .map((claim, at) => ({ at, start: claim.start - shift, end: claim.end - shift }))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end } of longestFirst) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  for (const { at, start, end } of longestFirst) {
    for (let cut = lowerBound(cuts, start); cuts[cut]! < end; cut++) owner.set(cuts[cut]!, at);
  }
  return cuts
    .slice(0, -1)
    .map((start, cut) => {
      const words = escaped(raw.slice(start, cuts[cut + 1]));
      const at = owner.get(start);
      return at === undefined
        ? words
        : `<a class="claim ${claims[at]!.verdict}" href="#${idOf(index, at)}" title="${escaped(claims[at]!.message)}">${words}</a>`;
    })
    .join('');
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function idOf(draft: number, claim: number): string {
  return `claim-${draft + 1}-${claim + 1}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
