import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULES } from '../../../server/src/report/rules.ts';
import { parseConfiguration } from '../../../server/src/workspace/configuration.ts';

describe('source-check.json', () => {
  it('is read with comments and a trailing comma', () => {
    const { configuration, problems } = parseConfiguration(`{
      // where the sources are
      "corpus": ["sources", "../archive"],
      "drafts": "*.md",
      "exclude": ["old/**"],
      "aliases": { "Inés Okafor": ["Ines Okafor"] },
      "severity": { "figure.unknown": "hint" },
      "accepted": [{ "text": "4,210", "code": "figure.mismatch", "draft": "port.md", "reason": "asked again" }, "Marlow"],
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, {
      corpus: ['sources', '../archive'],
      drafts: ['*.md'],
      exclude: ['old/**'],
      aliases: new Map([['Inés Okafor', ['Ines Okafor']]]),
      severity: { 'figure.unknown': 'hint' },
      accepted: [
        { text: '4,210', code: 'figure.mismatch', draft: 'port.md', reason: 'asked again' },
        { text: 'Marlow' },
      ],
    });
  });

  it('counts as empty where it is no JSON, and says at which place it breaks', () => {
    const { configuration, problems } = parseConfiguration('{\n  "corpus": "notes"\n  "drafts": []\n}');
    assert.equal(configuration.corpus, undefined);
    assert.deepEqual(problems, [{ message: 'This is not valid JSON (comma expected).', line: 2, character: 2 }]);
  });

  it('counts as empty where it is an empty file, without complaint', () => {
    assert.deepEqual(parseConfiguration('').problems, []);
  });

  it('leaves out a value of the wrong type and keeps the others', () => {
    const { configuration, problems } = parseConfiguration('{ "corpus": 7, "exclude": ["a/**", 1] }');
    assert.equal(configuration.corpus, undefined);
    assert.deepEqual(configuration.exclude, ['a/**']);
    assert.equal(problems.length, 2);
  });

  it('names a key that it does not know', () => {
    const { problems } = parseConfiguration('{ "corpora": ["sources"] }');
    assert.match(problems[0]!.message, /“corpora” is no setting/u);
    assert.deepEqual([problems[0]!.line, problems[0]!.character], [0, 2]);
  });

  it('names a severity that it does not know', () => {
    const { configuration, problems } = parseConfiguration('{ "severity": { "name": "loud", "quote": "error" } }');
    assert.deepEqual(configuration.severity, { quote: 'error' });
    assert.match(problems[0]!.message, /severity of “name” must be one of “error”/u);
  });

  it('wants the text of what is accepted', () => {
    const { configuration, problems } = parseConfiguration('{ "accepted": [{ "code": "name.unknown" }, 4] }');
    assert.deepEqual(configuration.accepted, []);
    assert.equal(problems.length, 2);
  });

  it('has a schema that knows the same keys and codes', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../schemas/source-check.schema.json', import.meta.url), 'utf8'),
    ) as { properties: Record<string, { properties?: object }> };
    for (const key of Object.keys(schema.properties).filter((name) => name !== '$schema')) {
      const { problems } = parseConfiguration(JSON.stringify({ [key]: [] }));
      assert.ok(!problems.some(({ message }) => message.includes('is no setting')), key);
    }
    const codes = Object.keys(schema.properties['severity']!.properties!);
    for (const { code } of RULES) if (!code.endsWith('.found')) assert.ok(codes.includes(code), code);
  });
});
