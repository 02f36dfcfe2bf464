import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Code } from '../../../server/src/verify/verdict.ts';
import { parseConfiguration } from '../../../server/src/workspace/configuration.ts';

interface Setting {
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly grammars: readonly { readonly path: string }[];
  };
}

interface Schema {
  readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as T;
}

const manifest = readJson<Manifest>('package.json');
const schema = readJson<Schema>('schemas/source-check.schema.json');
const settings = manifest.contributes.configuration.properties;

/** Every code, which the compiler holds to be complete, and whether a finding with it is shown by default or can be. */
const CODES: Record<Code, 'finding' | 'support'> = {
  'name.found': 'support',
  'name.misspelt': 'finding',
  'name.role': 'finding',
  'name.variant': 'finding',
  'name.unknown': 'finding',
  'name.misplaced': 'finding',
  'name.inconsistent': 'finding',
  'figure.found': 'support',
  'figure.mismatch': 'finding',
  'figure.rounded': 'finding',
  'figure.derived': 'finding',
  'figure.unknown': 'finding',
  'figure.conflict': 'finding',
  'figure.inconsistent': 'finding',
  'quote.found': 'support',
  'quote.altered': 'finding',
  'quote.misattributed': 'finding',
  'quote.stitched': 'finding',
  'quote.unknown': 'finding',
  'quote.conflict': 'finding',
};

describe('The manifest', () => {
  it('gives every setting a scope and a description', () => {
    for (const [name, { scope, markdownDescription }] of Object.entries(settings)) {
      assert.match(scope ?? '', /^(?:resource|window)$/, name);
      assert.match(markdownDescription ?? '', /\.$|\*\.$|`\.$/, name);
    }
  });

  it('lets no untrusted folder say what is read, or how loud it is', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const name of restrictedConfigurations) assert.ok(settings[name], name);
    assert.ok(restrictedConfigurations.includes('sourceCheck.corpus'));
  });

  it('names files that are there', () => {
    const { jsonValidation, grammars } = manifest.contributes;
    for (const path of [...jsonValidation.map(({ url }) => url), ...grammars.map(({ path }) => path)]) {
      assert.ok(existsSync(new URL(`../../../${path}`, import.meta.url)), path);
    }
  });

  it('offers, as the schema does, a severity for each code that a finding can have', () => {
    const codes = Object.keys(CODES).filter((code) => CODES[code as Code] === 'finding');
    const offered = Object.keys(settings['sourceCheck.severity']?.properties ?? {});
    assert.deepEqual(offered.sort(), codes.sort());
    const inFile = Object.keys(schema.properties['severity']?.properties ?? {}).filter((key) => key.includes('.'));
    assert.deepEqual(inFile.sort(), codes.sort());
  });
});

describe('The README', () => {
  it('has a line for each code but those that say no more than that something was found', () => {
    const listed = [
      ...readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').matchAll(
        /^\| `((?:name|figure|quote)\.\w+)` \|/gmu,
      ),
    ];
    const codes = Object.keys(CODES).filter((code) => CODES[code as Code] === 'finding');
    assert.deepEqual(listed.map(([, code]) => code).sort(), codes.sort());
  });
});

describe('The schema of source-check.json', () => {
  it('has the keys that are read from the file, and no others', () => {
    const { problems } = parseConfiguration('{ "nothing": 1 }');
    assert.equal(problems.length, 1);
    const known = [...problems[0]!.message.matchAll(/“(\w+)”/g)].map(([, key]) => key).slice(1);
    assert.deepEqual(
      Object.keys(schema.properties)
        .filter((key) => key !== '$schema')
        .sort(),
      known.sort(),
    );
  });
});
