import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execFile } from 'node:child_process';
import { programCommand } from '../cli/program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Expected {
  /** From 1. */
  readonly line: number;
  readonly code: string;
  readonly text: string;
  readonly fix?: string;
}

interface Claim {
  readonly kind: string;
  readonly text: string;
  readonly code: string;
  readonly verdict: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly evidence: readonly {
    readonly source: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
  readonly suggestions: readonly { readonly newText: string }[];
}

describe('the sample draft in seeds', () => {
  const expected = JSON.parse(readFileSync(new URL('./seeds-expected.json', import.meta.url), 'utf8')) as Expected[];
  let claims: readonly Claim[];
  before(async function () {
    this.timeout(60_000);
    claims = await claimsOf('seeds/draft.md');
  });
  const findings = (): readonly Claim[] => claims.filter(({ severity }) => severity !== 'none');

  it('has exactly the mistakes that were put into it', () => {
    assert.deepEqual(
      findings().map(({ range, code, text }) => ({ line: range.start.line + 1, code, text })),
      expected.map(({ line, code, text }) => ({ line, code, text })),
    );
  });

  it('has a repair where one text would be right', () => {
    for (const { line, text, fix } of expected) {
      if (fix === undefined) continue;
      const claim = findings().find((one) => one.range.start.line + 1 === line && one.text === text);
      assert.equal(claim?.suggestions[0]?.newText, fix, text);
    }
  });

  it('is otherwise supported, each claim by words that stand in a source', () => {
    const supported = claims.filter(({ verdict }) => verdict === 'supported');
    for (const kind of ['name', 'figure', 'quote'])
      assert.ok(
        supported.some((claim) => claim.kind === kind),
        kind,
      );
    assert.ok(supported.length >= 20);
    for (const { text, evidence } of supported) {
      const [best] = evidence;
      assert.ok(best, text);
      const source = readFileSync(new URL(`../../seeds/sources/${best.source}`, import.meta.url), 'utf8');
      assert.ok(best.start >= 0 && best.end <= source.length && best.start < best.end, text);
    }
  });

  it('shows a rounded and a derived figure as supported', () => {
    const codes = new Map(claims.map(({ text, code }) => [text, code]));
    assert.equal(codes.get('400'), 'figure.rounded');
    assert.equal(codes.get('351'), 'figure.derived');
  });
});

/** What the program reports of a draft of this project; it exits with 1 where there are findings. */
function claimsOf(draft: string): Promise<readonly Claim[]> {
  const [node, ...command] = programCommand();
  return new Promise((resolve, reject) => {
    execFile(
      node!,
      [...command, 'check', draft, '--format', 'json'],
      { cwd: ROOT, maxBuffer: 1 << 26 },
      (error, out, err) => {
        if (error && error.code !== 1) reject(new Error(err || error.message));
        else resolve((JSON.parse(out) as { drafts: { claims: Claim[] }[] }).drafts[0]!.claims);
      },
    );
  });
}
