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

/** Bodies, and the offices of those who do not speak for them. */
const SPHERES: readonly (readonly [body: RegExp, foreign: RegExp])[] = [
  [
    /\b(?:union|company|firm|club|charity|bank|airline|manufacturer|supermarket|retailer|church|hospital|trust|team|campaign)$/u,
    /\bminister\b|\bsecretary of state\b|\bmayor\b|\bsenator\b|\bjudge\b|\bprosecutor\b|\bambassador\b|\bmp\b/u,
  ],
  [
    /\b(?:government|ministry|court|police|prosecution|army|navy|embassy)$/u,
    /\b(?:union|club|company|firm|charity|association|campaign)\b|\bchief executive\b|\bbishop\b/u,
  ],
];

/** A body (`the union`) that the person does not speak for: the sources give them an office of another kind, and no other. */
export function isOfOtherSphere(role: string, person: string, sources: readonly AnalysedSource[]): boolean {
  if (!/^(?:the|his|her|their|its)\s/iu.test(role)) return false;
  const body = role.toLowerCase();
  const sphere = SPHERES.find(([pattern]) => pattern.test(body));
  if (!sphere) return false;
  const noun = body.slice(body.lastIndexOf(' ') + 1);
  const offices = sources.flatMap(({ analysis }) =>
    analysis.names.flatMap(({ title, role: office, text }) =>
      (title ?? office) && fitsName(text, person) ? [`${title?.text ?? ''} ${office?.text ?? ''}`.toLowerCase()] : [],
    ),
  );
  return offices.length > 0 && offices.every((office) => sphere[1].test(office) && !office.includes(noun));
}
