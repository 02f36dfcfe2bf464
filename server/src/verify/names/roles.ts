/** A title or role, taken apart as far as roles can be compared. */
export interface Role {
  readonly text: string;
  /** What kind of office: `minister`, `chief officer`, `spokesperson` … */
  readonly office: string;
  /** Its field, of those that offices are divided by: `foreign`, `defense`. */
  readonly fields: ReadonlySet<string>;
  /** `deputy`, `associate`: a step below the office itself. */
  readonly degree: string;
}

const OFFICES: readonly (readonly [string, RegExp])[] = [
  ['prime minister', /\bprime minister\b|\bpremier\b/u],
  ['ship’s officer', /\b(?:first|second|third) (?:officer|mate)\b|\bchief mate\b/u],
  ['chief officer', /\bchief (?:\w+ )?officer\b|\bchief executive\b|\bceo\b|\bcfo\b|\bcoo\b|\bcto\b/u],
  [
    'minister',
    /\bminister\b|\bsecretary of state\b|\bsecretary for\b|\b\w+ secretary\b|\bcabinet member\b|\bchancellor\b/u,
  ],
  ['spokesperson', /\bspokes(?:man|woman|person|people)\b/u],
  ['president', /\bpresident\b/u],
  ['ambassador', /\bambassador\b/u],
  ['governor', /\bgovernor\b/u],
  ['mayor', /\bmayor(?:ess)?\b/u],
  ['judge', /\bjudge\b|\bjustice\b/u],
  ['director', /\bdirector\b/u],
  ['member of parliament', /\bmember of parliament\b|\bmp\b|\bsenator\b|\bcongress(?:man|woman)\b/u],
  ['monarch', /\bking\b|\bqueen\b/u],
  ['prelate', /\bpope\b|\bcardinal\b|\b(?:arch)?bishop\b/u],
  ['engineer', /\bengineer\b/u],
  ['cook', /\bcook\b/u],
  ['nurse', /\bnurse\b|\bmatron\b/u],
  ['surgeon', /\bsurgeon\b(?! general)/u],
  ['paramedic', /\bparamedic\b/u],
  ['midwife', /\bmidwife\b/u],
  ['prosecutor', /\bprosecutor\b/u],
  ['defence lawyer', /\bdefen[cs]e (?:lawyer|counsel|attorney|barrister|solicitor)\b/u],
  ['interpreter', /\binterpreter\b/u],
  ['juror', /\bjuror\b/u],
  ['superintendent', /\bsuperintendent\b|\bsupt\b/u],
  ['chief constable', /\bchief constable\b/u],
  ['inspector', /\binspector\b(?! general| of)|\binsp\b/u],
  ['sergeant', /\bsergeant\b|\bsgt\b/u],
  ['constable', /\bconstable\b|\bpc\b/u],
  [
    'general',
    /(?<!\b(?:attorney|secretary|director|governor|inspector|surgeon|consul|solicitor|auditor|adjutant|postmaster|prosecutor)[ -])\b(?:general|gen)\b(?! (?:manager|secretary|counsel|practitioner|director))/u,
  ],
  ['colonel', /\bcolonel\b|\bcol\b/u],
  ['major', /\bmajor\b|\bmaj\b/u],
  ['lieutenant', /\b(?:lieutenant|lt)\b(?! governor)/u],
  ['corporal', /\bcorporal\b|\bcpl\b/u],
  ['captain', /\bcaptain\b|\bcapt\b/u],
  ['coach', /\bcoach\b/u],
  ['referee', /\breferee\b|\bumpire\b/u],
  ['position', /\bstriker\b|\bdefender\b|\bmidfielder\b|\bgoalkeeper\b|\bwinger\b/u],
];

/** Offices of one scale: who is said to hold one of them holds none of the others at that time. */
const SCALES: readonly ReadonlySet<string>[] = [
  ['captain', 'ship’s officer', 'engineer', 'cook'],
  ['nurse', 'surgeon', 'paramedic', 'midwife'],
  ['judge', 'prosecutor', 'defence lawyer', 'interpreter', 'juror'],
  ['chief constable', 'superintendent', 'inspector', 'sergeant', 'constable'],
  ['general', 'colonel', 'major', 'captain', 'lieutenant', 'sergeant', 'corporal'],
  ['position', 'coach', 'referee'],
  ['governor', 'mayor'],
].map((offices) => new Set(offices));

/** Of these the ordinal says which. */
const ORDINAL: ReadonlySet<string> = new Set(['ship’s officer', 'engineer']);

const DEGREES = /\b(?:deputy|vice|associate|assistant|acting|interim|shadow|under|junior)\b|\bvice-/u;

const FIELDS = new Map(
  `foreign|defense|defence defense|finance|financial finance|treasury finance|interior|home|health|education|environment|environmental environment|justice|labor|labour labor|trade|transport|
energy|culture|sport|sports sport|housing|agriculture|business|communities|industry|work|pensions|economy|economic economy|economics economy|
research|operating|technology|technical technology|executive|marketing|communications|communication communications|medical|legal|striker|defender|midfielder|goalkeeper|
winger|planning|security|science|tourism|fisheries|development|equality|families|children|water|immigration`
    .split(/\|\n?/u)
    .map((pair) => {
      const [word, field = word] = pair.split(' ');
      return [word!, field!] as const;
    }),
);

/** Reads a title or role; undefined for courtesy titles and others that say nothing to compare. */
export function readRole(text: string): Role | undefined {
  const key = text
    .toLowerCase()
    .replace(/[.’']/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\bcfo\b/u, 'chief financial officer')
    .replace(/\bcoo\b/u, 'chief operating officer')
    .replace(/\bcto\b/u, 'chief technology officer')
    .replace(/\bceo\b/u, 'chief executive');
  // What somebody was says nothing of what they are.
  if (/\b(?:former|formerly|ex|onetime|late)\b/u.test(key)) return undefined;
  const office = OFFICES.find(([, pattern]) => pattern.test(key))?.[0];
  if (!office) return undefined;
  const fields = new Set<string>();
  for (const word of key.split(/[^\p{L}]+/u)) {
    const field = FIELDS.get(word);
    if (field) fields.add(field);
    if (ORDINAL.has(office) && /^(?:chief|first|second|third)$/u.test(word)) fields.add(word);
  }
  return { text, office, fields, degree: DEGREES.exec(key)?.[0].replace('-', '') ?? '' };
}

export type RoleComparison = 'agrees' | 'differs' | 'incomparable';

/** Does the role that a draft gives agree with one that a source gives to the same person? */
export function compareRoles(draft: Role, source: Role): RoleComparison {
  const shared = [...draft.fields].some((field) => source.fields.has(field));
  if (draft.office === source.office) {
    if (draft.office === 'chief officer') return sameFields(draft, source) ? 'agrees' : 'differs';
    if (draft.fields.size > 0 && source.fields.size > 0 && !shared) return 'differs';
    if (draft.degree !== source.degree && isLasting(draft) && isLasting(source))
      return shared ? 'differs' : 'incomparable';
    return 'agrees';
  }
  if (SCALES.some((scale) => scale.has(draft.office) && scale.has(source.office))) return 'differs';
  // `Foreign Minister` for the spokesperson of the Foreign Office: offices of one field exclude one another.
  if (shared && (draft.office === 'minister' || source.office === 'minister')) return 'differs';
  return 'incomparable';
}

/** `chief prosecutor` for one of several prosecutors: an office of its own, though no other one. */
export function isAbove(draft: Role, source: Role): boolean {
  const scaled = SCALES.some((scale) => scale.has(draft.office));
  return scaled && /\b(?:chief|head)\b/iu.test(draft.text) && !/\b(?:chief|head)\b/iu.test(source.text);
}

/** Chief executives are called so by several names; of other chief officers the field must be the same. */
function sameFields(draft: Role, source: Role): boolean {
  const field = ({ fields }: Role): string =>
    [...fields]
      .filter((name) => name !== 'executive')
      .sort()
      .join(' ');
  return field(draft) === field(source);
}

/** `acting` and `interim` pass; `deputy` and `associate` are offices of their own. */
function isLasting({ degree }: Role): boolean {
  return degree !== 'acting' && degree !== 'interim';
}

/**
 * The role that the draft gives wrongly: the sources give the person roles that can be compared with it, and none agrees.
 * Undefined where they give none, or one that agrees.
 */
export function contradictedBy(draft: Role, sources: readonly Role[]): Role | undefined {
  let differing: Role | undefined;
  for (const source of sources) {
    const comparison = compareRoles(draft, source);
    if (comparison === 'agrees') return undefined;
    if (comparison === 'differs') differing ??= source;
  }
  return differing;
}
