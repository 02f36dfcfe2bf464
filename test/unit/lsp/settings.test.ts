import assert from 'node:assert/strict';
import { readSettings, withSettings } from '../../../server/src/lsp/settings.ts';
import { NO_CONFIGURATION, parseConfiguration } from '../../../server/src/workspace/configuration.ts';

const found = (text: string, file = '/news/source-check.json') => ({
  file,
  configuration: parseConfiguration(text).configuration,
  problems: [],
});

describe('The editor’s settings', () => {
  it('are at their defaults where the client gives none', () => {
    for (const section of [undefined, null, 'x', {}]) {
      const settings = readSettings(section);
      assert.equal(settings.enable, true);
      assert.deepEqual([settings.corpus, settings.exclude, settings.severity], [[], [], {}]);
    }
  });

  it('are read as the file is, and what is of the wrong type is left out', () => {
    const settings = readSettings({
      enable: false,
      corpus: ['archive'],
      exclude: 3,
      severity: { figure: 'hint', name: 'loud' },
      aliases: { 'Water Board': ['WB'] },
    });
    assert.equal(settings.enable, false);
    assert.deepEqual(settings.corpus, ['archive']);
    assert.deepEqual(settings.exclude, []);
    assert.deepEqual(settings.severity, { figure: 'hint' });
    assert.deepEqual([...settings.aliases], [['Water Board', ['WB']]]);
  });

  it('come before the file for severities, and beside it for aliases and what is left out', () => {
    const file =
      '{ "severity": { "figure": "error", "quote": "hint" }, "aliases": { "A": ["B"] }, "exclude": ["old/**"] }';
    const settings = readSettings({
      severity: { figure: 'none' },
      aliases: { A: ['C'], D: ['E'] },
      exclude: ['notes/**'],
    });
    const { configuration } = withSettings(found(file), settings, '/news');
    assert.deepEqual(configuration.severity, { figure: 'none', quote: 'hint' });
    assert.deepEqual(
      [...configuration.aliases],
      [
        ['A', ['B', 'C']],
        ['D', ['E']],
      ],
    );
    assert.deepEqual(configuration.exclude, ['old/**', 'notes/**']);
  });

  it('are relative to the workspace folder, wherever the file is', () => {
    const settings = readSettings({ exclude: ['notes/**', '**/*.bak.md'] });
    assert.deepEqual(withSettings(found('{}'), settings, '/news/desk').configuration.exclude, [
      'desk/notes/**',
      '**/*.bak.md',
    ]);
    const inside = found('{}', '/news/notes/source-check.json');
    assert.deepEqual(withSettings(inside, settings, '/news').configuration.exclude, ['**', '**/*.bak.md']);
    const none = { configuration: NO_CONFIGURATION, problems: [] };
    assert.deepEqual(withSettings(none, settings, '/news').configuration.exclude, ['notes/**', '**/*.bak.md']);
  });
});
