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

/** Offices that one text has one holder of, so that `the mayor` is whom the source which quotes the words calls so. */
const ONE_HOLDER: ReadonlySet<string> = new Set(['mayor', 'governor', 'prime minister', 'monarch']);

/**
 * Is the role (`the army spokesman`) that of the person? `other` only where the sources give the role to somebody else, and
 * the person none that agrees. `quoting` is the source of the words.
 */
export function roleRelation(
  role: string,
  person: string,
  sources: readonly AnalysedSource[],
  quoting?: AnalysedSource,
): 'same' | 'other' | 'unknown' {
  const wanted = readRole(role);
  if (!wanted) return 'unknown';
  const sole = ONE_HOLDER.has(wanted.office) && /^the\s/iu.test(role);
  let elsewhere = false;
  for (const source of sources) {
    for (const bearer of roleBearers(source)) {
      const agrees = compareRoles(wanted, bearer.role) === 'agrees';
      if (!agrees) continue;
      if (fitsName(bearer.name, person)) return 'same';
      // Without a field in common a role is not one person's: there are many spokesmen.
      if ([...wanted.fields].some((field) => bearer.role.fields.has(field))) elsewhere = true;
      if (sole && source === quoting) elsewhere = true;
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
  const offices = officesOf(person, sources);
  return offices.length > 0 && offices.every((office) => sphere[1].test(office) && !office.includes(noun));
}

/** Offices of those who speak for a state, a city or a court, and the bodies they may speak for. */
const PUBLIC_OFFICE =
  /\b(?:minister|secretary of state|mayor|mayoress|senator|judge|prosecutor|ambassador|mp|councillor|cllr)\b/u;
const PUBLIC_BODY =
  /\b(?:council|ministry|government|court|police|department|office|city|county|state|states|party|parliament|assembly|senate|commission|authority|agency|committee|board|administration|service|embassy|cabinet|commons|democrats|conservatives|labour|greens|republicans)\b|^\p{Lu}{2,6}$/iu;

/** A body by name (`Harrow Water`) that the person does not speak for: the sources give them a public office, and no other. */
export function isNoVoiceOf(body: string, person: string, sources: readonly AnalysedSource[]): boolean {
  if (PUBLIC_BODY.test(body)) return false;
  const offices = officesOf(person, sources);
  return offices.length > 0 && offices.every((office) => PUBLIC_OFFICE.test(office));
}

/** Whose text it is (`The inspectorate’s report`) has nothing to do with what the sources say the person is. */
export function isForeignText(text: string, person: string, sources: readonly AnalysedSource[]): boolean {
  const owner = /^(?:the |an? )?([\p{L}][\p{L} -]*)['’]s? /iu.exec(text)?.[1]?.toLowerCase();
  if (!owner || fitsName(owner, person)) return false;
  const offices = officesOf(person, sources);
  const stems = owner
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, STEM));
  return (
    offices.length > 0 && stems.length > 0 && !offices.some((office) => stems.some((stem) => office.includes(stem)))
  );
}

/** So many letters of a word tell that another is of its family: `inspectorate`, `inspector`. */
const STEM = 5;

/** The titles and roles that the sources give a person, in lower case. */
function officesOf(person: string, sources: readonly AnalysedSource[]): string[] {
  return sources.flatMap(({ analysis }) =>
    analysis.names.flatMap(({ title, role, text }) =>
      (title ?? role) && fitsName(text, person) ? [`${title?.text ?? ''} ${role?.text ?? ''}`.toLowerCase()] : [],
    ),
  );
}
