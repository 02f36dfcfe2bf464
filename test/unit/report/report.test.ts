import assert from 'node:assert/strict';
import { githubReport } from '../../../server/src/report/github.ts';
import { htmlReport } from '../../../server/src/report/html.ts';
import { jsonReport } from '../../../server/src/report/json.ts';
import { markdownReport } from '../../../server/src/report/markdown.ts';
import { prettyReport } from '../../../server/src/report/pretty.ts';
import { sarifReport } from '../../../server/src/report/sarif.ts';
import { sampleReport } from './sample.ts';

const PLAIN = { colour: false, columns: 80 };

describe('the report for a terminal', () => {
  it('shows place, reason, the underlined claim, the passage under it, and a summary', () => {
    assert.equal(
      prettyReport(sampleReport(), PLAIN),
      `news/marlow.md:3:18 warning The source gives 4,210 containers. figure.mismatch
    The port handled 4,120 containers, said Ines Okafor.
                     ^^^^^
    sources/port.txt:4
    Marlow handled 4,210 containers in 2023
                   ^^^^^
    fix: Replace with 4,210

news/marlow.md:4:17 warning No source has it. quote.unknown
    Inland & west, “trade <grew>” too.
                    ^^^^^^^^^^^^

news/marlow.md: 3 claims: 1 found in the sources, 1 contradicted by them, 1 in no source (2 sources).
`,
    );
  });

  it('has colours where they are wanted, and none elsewhere', () => {
    assert.ok(prettyReport(sampleReport(), { ...PLAIN, colour: true }).includes('\u001b['));
    assert.ok(!prettyReport(sampleReport(), PLAIN).includes('\u001b['));
  });

  it('keeps to the width of the terminal', () => {
    for (const line of prettyReport(sampleReport(), { colour: false, columns: 50 }).split('\n')) {
      if (line.startsWith('    ')) assert.ok(line.length <= 50, line);
    }
  });

  it('says that not all sources were asked', () => {
    const report = sampleReport();
    const partial = { ...report, corpus: { ...report.corpus, coverage: 'partial' as const } };
    assert.match(prettyReport(partial, PLAIN), /1 not found so far.*Not all sources could be asked\.\n$/u);
  });

  it('does not tell what is supported', () => {
    assert.ok(!prettyReport(sampleReport(), PLAIN).includes('name.found'));
  });
});

describe('the report for programs', () => {
  it('gives every claim, the supported ones too, with offsets and ranges', () => {
    const { version, corpus, drafts } = JSON.parse(jsonReport(sampleReport())) as {
      version: number;
      corpus: unknown;
      drafts: { draft: string; claims: Record<string, unknown>[] }[];
    };
    assert.equal(version, 1);
    assert.deepEqual(corpus, { documents: 2, passages: 7, coverage: 'full' });
    assert.equal(drafts[0]!.draft, 'news/marlow.md');
    assert.deepEqual(
      drafts[0]!.claims.map(({ code, severity }) => [code, severity]),
      [
        ['figure.mismatch', 'warning'],
        ['name.found', 'none'],
        ['quote.unknown', 'warning'],
      ],
    );
    assert.deepEqual(drafts[0]!.claims[0], {
      kind: 'figure',
      text: '4,120',
      start: 30,
      end: 35,
      range: { start: { line: 2, character: 17 }, end: { line: 2, character: 22 } },
      verdict: 'refuted',
      code: 'figure.mismatch',
      severity: 'warning',
      message: 'The source gives 4,210 containers.',
      evidence: [
        { source: 'port.txt', start: 100, end: 139, page: null, text: 'Marlow handled 4,210 containers in 2023' },
      ],
      suggestions: [{ title: 'Replace with 4,210', newText: '4,210' }],
    });
  });
});

describe('the report as SARIF', () => {
  const log = JSON.parse(sarifReport(sampleReport(), '1.2.3')) as {
    version: string;
    runs: {
      tool: { driver: { version: string; rules: { id: string }[] } };
      columnKind: string;
      results: Record<string, unknown>[];
    }[];
  };
  const [run] = log.runs;

  it('is version 2.1.0 with one run of this program', () => {
    assert.equal(log.version, '2.1.0');
    assert.equal(run!.tool.driver.version, '1.2.3');
    assert.equal(run!.columnKind, 'utf16CodeUnits');
  });

  it('has a result for each finding, whose index leads to its rule', () => {
    assert.equal(run!.results.length, 2);
    for (const { ruleId, ruleIndex } of run!.results) {
      assert.equal(run!.tool.driver.rules[ruleIndex as number]!.id, ruleId);
    }
  });

  it('places a result from 1, relates it to the source, and offers the repair', () => {
    const [first] = run!.results;
    const [location] = first!['locations'] as { physicalLocation: { region: unknown; artifactLocation: unknown } }[];
    assert.deepEqual(location!.physicalLocation, {
      artifactLocation: { uri: 'news/marlow.md' },
      region: {
        startLine: 3,
        startColumn: 18,
        endLine: 3,
        endColumn: 23,
        charOffset: 30,
        charLength: 5,
        snippet: { text: '4,120' },
      },
    });
    assert.match(JSON.stringify(first!['relatedLocations']), /sources\/port\.txt.*"startLine":4/u);
    assert.match(JSON.stringify(first!['fixes']), /"insertedContent":\{"text":"4,210"\}/u);
  });

  it('knows the levels error, warning and note', () => {
    const noted = sarifReport(sampleReport({ severity: { 'figure.mismatch': 'error', quote: 'hint' } }), '1');
    const { runs } = JSON.parse(noted) as { runs: { results: { level: string }[] }[] };
    assert.deepEqual(
      runs[0]!.results.map(({ level }) => level),
      ['error', 'note'],
    );
  });
});

describe('the report for GitHub', () => {
  it('is one workflow command a finding, with line ends and signs escaped', () => {
    assert.equal(
      githubReport(sampleReport({ draft: 'a,b:c.md' })),
      '::warning file=a%2Cb%3Ac.md,line=3,endLine=3,col=18,endColumn=23,title=figure.mismatch::' +
        'The source gives 4,210 containers.%0Asources/port.txt:4: Marlow handled 4,210 containers in 2023\n' +
        '::warning file=a%2Cb%3Ac.md,line=4,endLine=4,col=17,endColumn=29,title=quote.unknown::No source has it.\n',
    );
  });
});

describe('the report as Markdown', () => {
  it('is a list with the passage quoted under each finding, its marks harmless', () => {
    assert.equal(
      markdownReport(sampleReport()),
      `# Source Check

3 claims: 1 found in the sources, 1 contradicted by them, 1 in no source.

## news/marlow.md

- **Line 3**, “4,120”: The source gives 4,210 containers. \`figure.mismatch\`

  > Marlow handled **4,210** containers in 2023
  > — sources/port.txt:4

- **Line 4**, “trade \\<grew\\>”: No source has it. \`quote.unknown\`
`,
    );
  });
});

describe('the report as a page', () => {
  const page = htmlReport(sampleReport());

  it('needs nothing from elsewhere and runs nothing', () => {
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/u);
    assert.ok(!/<script|src=|<link|https?:/u.test(page));
  });

  it('marks each claim in the draft and leads to what was found', () => {
    assert.match(page, /<a class="claim refuted" href="#claim-1-1"[^>]*>4,120<\/a>/u);
    assert.match(page, /<li id="claim-1-1" class="refuted">/u);
    assert.match(page, /Marlow handled <b>4,210<\/b> containers/u);
  });

  it('shows signs of the draft as they are', () => {
    assert.ok(page.includes('Inland &amp; west, “'));
    assert.ok(page.includes('trade &lt;grew&gt;'));
  });

  it('keeps the whole text where claims lie in one another', () => {
    const text = page.slice(page.indexOf('<pre>') + 5, page.indexOf('</pre>')).replace(/<[^>]+>/gu, '');
    assert.match(
      text,
      /^# Marlow 🚢\n\nThe port handled 4,120 containers, said Ines Okafor\.\nInland &amp; west, “trade &lt;grew&gt;” too\.\n$/u,
    );
  });
});
