import type { CheckedClaim, Code, Verdict } from './verdict.ts';

/** How loud a finding is: LSP's levels, and `none` for what is shown on hover only. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'none';

/** By code (`figure.mismatch`), by kind and verdict (`figure.refuted`), by kind (`figure`) or by verdict (`refuted`). */
export type SeveritySettings = Readonly<Record<string, Severity>>;

/**
 * The severity of a finding. The most exact setting decides: code, then kind with verdict, then kind, then verdict, then
 * the default. A kind's or a verdict's setting does not make supported claims loud; only their code's does.
 */
export function severityOf(checked: CheckedClaim, settings: SeveritySettings = {}): Severity {
  const { kind } = checked.claim;
  const { verdict, code } = checked.finding;
  const set = settings[code] ?? settings[`${kind}.${verdict}`];
  if (set) return set;
  if (checked.finding.elsewhere) return settings['supported'] ?? 'information';
  if (verdict === 'supported') return settings['supported'] ?? 'none';
  if ((checked.finding.partial || checked.finding.unheard) && verdict === 'not-enough-evidence') return 'hint';
  return settings[kind] ?? settings[verdict] ?? defaultSeverity(kind, verdict, code);
}

function defaultSeverity(kind: CheckedClaim['claim']['kind'], verdict: Verdict, code: Code): Severity {
  if (verdict === 'refuted') return 'warning';
  if (verdict === 'supported') return 'none';
  if (verdict === 'conflicting-evidence' || code.endsWith('.inconsistent')) return 'information';
  if (code === 'name.misplaced') return 'information';
  return kind === 'quote' ? 'warning' : kind === 'figure' ? 'information' : 'hint';
}
