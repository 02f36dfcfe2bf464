import type { AnalysedSource } from '../../corpus/corpus.ts';
import { compareRoles, readRole, type Role } from '../names/roles.ts';
import { fitsName } from './speakerNames.ts';

interface RoleBearer {
  readonly name: string;
  readonly role: Role;
}

const BEARERS = new WeakMap<AnalysedSource, readonly RoleBearer[]>();

/** Who bears a role that can be compared, by the titles and appositions of a source. */
function roleBearers(source: AnalysedSource): readonly RoleBearer[] {
  const known = BEARERS.get(source);
  if (known) return known;
  const bearers = source.analysis.names.flatMap((mention) =>
    [mention.title, mention.role].flatMap((words): RoleBearer[] => {
      const role = words && readRole(words.text);
      return role ? [{ name: mention.text, role }] : [];
    }),
  );
  BEARERS.set(source, bearers);
  return bearers;
}

/**
 * Is the role (`the army spokesman`) that of the person? `other` only where the sources give the role to somebody else, and
 * the person none that agrees.
 */
export function roleRelation(
  role: string,
  person: string,
  sources: readonly AnalysedSource[],
): 'same' | 'other' | 'unknown' {
  const wanted = readRole(role);
  if (!wanted) return 'unknown';
  let elsewhere = false;
  for (const source of sources) {
    for (const bearer of roleBearers(source)) {
      const agrees = compareRoles(wanted, bearer.role) === 'agrees';
      if (!agrees) continue;
      if (fitsName(bearer.name, person)) return 'same';
      // Without a field in common a role is not one person's: there are many spokesmen.
      if ([...wanted.fields].some((field) => bearer.role.fields.has(field))) elsewhere = true;
    }
  }
  return elsewhere ? 'other' : 'unknown';
}
