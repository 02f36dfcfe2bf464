import assert from 'node:assert/strict';
import { severityOf } from '../../../server/src/verify/severity.ts';
import type { Finding } from '../../../server/src/verify/verdict.ts';
import { claim } from '../report/sample.ts';

type Told = Pick<Finding, 'verdict' | 'code'> & Partial<Finding>;
const figure = (finding: Told) => claim('figure', '4,120', { message: '', ...finding });
const name = (finding: Told) => claim('name', 'Ines Okafor', { message: '', ...finding });
const quote = (finding: Told) => claim('quote', 'trade <grew>', { message: '', ...finding });

const MISMATCH: Told = { verdict: 'refuted', code: 'figure.mismatch' };

describe('how loud a finding is', () => {
  it('follows from verdict and kind', () => {
    assert.equal(severityOf(figure(MISMATCH)), 'warning');
    assert.equal(severityOf(figure({ verdict: 'conflicting-evidence', code: 'figure.conflict' })), 'information');
    assert.equal(severityOf(quote({ verdict: 'not-enough-evidence', code: 'quote.unknown' })), 'warning');
    assert.equal(severityOf(figure({ verdict: 'not-enough-evidence', code: 'figure.unknown' })), 'information');
    assert.equal(severityOf(name({ verdict: 'not-enough-evidence', code: 'name.unknown' })), 'hint');
    assert.equal(severityOf(name({ verdict: 'supported', code: 'name.found' })), 'none');
  });

  it('is as set, the most exact setting first', () => {
    const settings = { figure: 'hint', refuted: 'error', 'figure.mismatch': 'information' } as const;
    assert.equal(severityOf(figure(MISMATCH), settings), 'information');
    assert.equal(severityOf(figure({ verdict: 'not-enough-evidence', code: 'figure.unknown' }), settings), 'hint');
    assert.equal(severityOf(name({ verdict: 'refuted', code: 'name.misspelt' }), settings), 'error');
    assert.equal(severityOf(figure(MISMATCH), { figure: 'hint', 'figure.refuted': 'error' }), 'error');
  });

  it('is never raised for what is supported by a setting of its kind', () => {
    assert.equal(severityOf(figure({ verdict: 'supported', code: 'figure.found' }), { figure: 'error' }), 'none');
    assert.equal(severityOf(name({ verdict: 'supported', code: 'name.variant' }), { 'name.variant': 'hint' }), 'hint');
  });

  it('is low while not all sources have been asked', () => {
    const finding: Told = { verdict: 'not-enough-evidence', code: 'quote.unknown', partial: true };
    assert.equal(severityOf(quote(finding)), 'hint');
  });

  it('is low for a weekday that nothing in the sources falls on', () => {
    const finding: Told = { verdict: 'not-enough-evidence', code: 'figure.unknown' };
    assert.equal(severityOf(figure({ ...finding, unheard: true })), 'hint');
    assert.equal(severityOf(figure(finding)), 'information');
  });

  it('is higher for a name in the place of another than for an unknown one', () => {
    assert.equal(severityOf(name({ verdict: 'not-enough-evidence', code: 'name.misplaced' })), 'information');
    assert.equal(severityOf(name({ verdict: 'not-enough-evidence', code: 'name.unknown' })), 'hint');
  });

  it('shows what another source than the cited one supports', () => {
    assert.equal(severityOf(figure({ verdict: 'supported', code: 'figure.found', elsewhere: true })), 'information');
  });
});
