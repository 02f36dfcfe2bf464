import { isOccupation, isSameOccupation, occupationOf } from '../../extract/names/occupations.ts';
import { isRoleWord } from '../../extract/names/titles.ts';

/** A title or role, taken apart as far as roles can be compared. */
export interface Role {
  readonly text: string;
  /** What kind of office: `minister`, `chief officer`, `spokesperson` …; of an occupation the usual word. */
  readonly office: string;
  /** The word for what somebody does for a living, if it is no office. */
  readonly occupation?: string;
  /** Its field, of those that offices are divided by: `foreign`, `defense`. */
  readonly fields: ReadonlySet<string>;
  /** `deputy`, `associate`: a step below the office itself. */
  readonly degree: string;
  /** Of a spokesperson, the beginnings of the words that say whose. */
  readonly bodies: ReadonlySet<string>;
  /** Of the forces, that which the head is of. */
  readonly service?: string;
}

const OFFICES: readonly (readonly [string, RegExp])[] = [
  ['prime minister', /\bprime minister\b|\bpremier\b/u],
  ['ship’s officer', /\b(?:first|second|third) (?:officer|mate)\b|\bchief mate\b/u],
  ['chief officer', /\bchief (?:\w+ )?officer\b|\bchief executive\b|\bc[efot]o\b|\bmanaging director\b/u],
  ['state secretary', /\bstate secretary\b|\bunder-?secretary\b/u],
  ['spokesperson', /\bspokes(?:man|woman|person|people)\b|\bpress (?:secretary|officer)\b/u],
  [
    'secretary',
    /\b(?:general|branch|club|party|union|company|honorary|association|federation|district) secretary\b|\bsecretary of (?:[\w’ ]+ )?(?:union|club|party|association|federation|society|league)\b/u,
  ],
  [
    'minister',
    /(?<!\bprime )\bminister\b|\bsecretary of (?:state|defen[cs]e|commerce|labou?r|education|energy|transport(?:ation)?|agriculture|homeland|veterans|the (?:treasury|interior))\b|\bsecretary for\b|\b\w+ secretary\b|\bcabinet member\b|\bchancellor\b/u,
  ],
  ['president', /\bpresident\b/u],
  ['chair', /\bchair(?:man|woman|person)?\b/u],
  ['treasurer', /\btreasurer\b/u],
  ['dean', /\bdean\b/u],
  ['ambassador', /\bambassador\b/u],
  ['governor', /\bgovernor\b/u],
  ['mayor', /\bmayor(?:ess)?\b/u],
  ['director', /\bdirector\b/u],
  ['member of parliament', /\bmember of parliament\b|\bmp\b|\bsenator\b|\bcongress(?:man|woman)\b/u],
  ['monarch', /\bking\b|\bqueen\b/u],
  ['prelate', /\bpope\b|\bcardinal\b|\b(?:arch)?bishop\b/u],
  ['defence lawyer', /\bdefen[cs]e (?:lawyer|counsel|attorney|barrister|solicitor)\b/u],
  ['superintendent', /\bsuperintendent\b|\bsupt\b/u],
  ['chief constable', /\bchief constable\b/u],
  ['inspector', /\binspector\b(?! general| of)|\binsp\b/u],
  ['sergeant', /\bsergeant\b|\bsgt\b/u],
  ['constable', /\bconstable\b|\bpc\b/u],
  ['field marshal', /\bfield marshal\b/u],
  ['air marshal', /\bair (?:chief |vice[ -])?marshal\b/u],
  ['admiral', /\badmiral\b|\badm\b/u],
  ['commodore', /\bcommodore\b/u],
  [
    'general',
    /(?<!\b(?:attorney|secretary|director|governor|inspector|surgeon|consul|solicitor|auditor|adjutant|postmaster|prosecutor)[ -])\b(?:general|gen)\b(?! (?:manager|secretary|counsel|practitioner|director))/u,
  ],
  ['brigadier', /\bbrigadier\b|\bbrig\b/u],
  ['colonel', /\bcolonel\b|\bcol\b/u],
  ['major', /\bmajor\b|\bmaj\b/u],
  ['lieutenant', /\b(?:lieutenant|lt)\b(?! governor)/u],
  ['corporal', /\bcorporal\b|\bcpl\b/u],
  ['captain', /\bcaptain\b|\bcapt\b/u],
  ['coach', /\bcoach\b/u],
  ['referee', /\breferee\b|\bumpire\b/u],
  ['position', /\bstriker\b|\bdefender\b|\bmidfielder\b|\bgoalkeeper\b|\bwinger\b/u],
];

/** Whose office is a field of the body: `head of research`, `legal officer`. */
const OF_FIELD: readonly (readonly [string, RegExp])[] = [
  ['head', /\b(?:head|chief|boss)\b(?! teacher| coach)/u],
  ['officer', /\bofficer\b/u],
];

const POLICE = ['chief constable', 'superintendent', 'inspector', 'sergeant', 'constable'];

const MILITARY =
  'field marshal|air marshal|admiral|commodore|general|brigadier|colonel|major|captain|lieutenant|corporal'.split('|');

/** Offices of one scale: who is said to hold one of them holds none of the others at that time. */
const SCALES: readonly ReadonlySet<string>[] = [
  ['captain', 'ship’s officer', 'engineer', 'cook'],
  ['nurse', 'surgeon', 'paramedic', 'midwife'],
  ['judge', 'prosecutor', 'defence lawyer', 'interpreter', 'juror', ...POLICE],
  [...MILITARY, 'sergeant'],
  ['position', 'coach', 'referee'],
  ['governor', 'mayor'],
].map((offices) => new Set(offices));

/** Offices of a body that its field divides: who heads research does not head the legal department. */
const OF_ONE_FIELD: ReadonlySet<string> = new Set(['chief officer', 'director', 'head', 'officer', 'treasurer']);

/** An officer of such a rank is below the head. */
const RANKED = /\b(?:senior|junior|assistant|trainee)\b/iu;

/** Offices that are hardly held together. */
const EXCLUDED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `chair: chief officer, secretary, treasurer|president: secretary, treasurer|chief officer: secretary, ${POLICE.join(', ')}|
secretary: treasurer|prime minister: minister|judge: president, chief officer, secretary, treasurer, coach|
prosecutor: president, chief officer, secretary, treasurer, coach|
spokesperson: prime minister, mayor, governor, monarch, treasurer, ambassador|prelate: prime minister, minister, mayor, governor, ambassador|
tenant: landlord, owner|curator: director, chief officer`
    .split(/\|\n?/u)
    .map((line) => line.split(': '))
    .map(([office, others]) => [office!, new Set(others!.split(', '))]),
);

/** Offices that leave no time for one of the {@link EMPLOYED}. */
const PUBLIC: ReadonlySet<string> = new Set([
  'prime minister',
  'minister',
  'mayor',
  'governor',
  'ambassador',
  'monarch',
  'member of parliament',
]);

/** Offices that a head of state does not hold. */
const OF_STATE: ReadonlySet<string> = new Set(['prime minister', 'minister', 'mayor', 'ambassador']);

/** Occupations in a service, beside which there is hardly another. */
const EMPLOYED: ReadonlySet<string> = new Set(
  `nurse midwife paramedic carer policeman soldier firefighter forecaster judge prosecutor interpreter librarian
  headteacher cleaner caretaker signalman stationmaster harbourmaster waiter driver priest`.split(/\s+/u),
);

/** Occupations that go with any that is not in a service. */
const BESIDES: ReadonlySet<string> = new Set(
  `academic historian economist journalist artist musician banker farmer shepherd beekeeper winegrower owner
  landlord tenant curator shopkeeper innkeeper brewer footballer
  cricketer golfer swimmer cyclist boxer jockey rower`.split(/\s+/u),
);

/** Of these the ordinal says which. */
const ORDINAL: ReadonlySet<string> = new Set(['ship’s officer', 'engineer']);

const DEGREES = /\b(?:deputy|vice|associate|assistant|acting|interim|shadow|under|junior)\b|\bvice-/u;

const FIELDS = new Map(
  `foreign|defense|defence defense|military defense|army defense|finance|financial finance|treasury finance|interior|home|health|education|environment|environmental environment|justice|labor|labour labor|trade|transport|
energy|culture|sport|sports sport|housing|agriculture|business|communities|industry|work|pensions|economy|economic economy|economics economy|
research|epidemiology|operations operating|operating|technology|technical technology|executive|marketing|communications|communication communications|medical|legal|striker|defender|midfielder|goalkeeper|
winger|law legal|medicine medical|arts|engineering|theology|humanities|philosophy|planning|security|science|tourism|fisheries|development|equality|families|children|water|immigration|police|fire`
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
    .replace(/\bceo\b|\bmanaging director\b/u, 'chief executive');
  // What somebody was says nothing of what they are.
  if (/\b(?:former|formerly|ex|onetime|late)\b/u.test(key)) return undefined;
  const held = OFFICES.find(([, pattern]) => pattern.test(key))?.[0];
  const occupation = held === undefined ? occupationIn(key) : undefined;
  const fieldOffice = OF_FIELD.find(([, pattern]) => pattern.test(key))?.[0];
  const office = held ?? (occupation === undefined ? fieldOffice : occupationOf(occupation));
  const service = SERVICE.exec(key)?.[1];
  if (!office) return undefined;
  const fields = new Set<string>(service === undefined ? [] : ['defense']);
  for (const word of key.split(/[^\p{L}]+/u)) {
    const field = FIELDS.get(word);
    if (field) fields.add(field);
    if (ORDINAL.has(office) && /^(?:chief|first|second|third)$/u.test(word)) fields.add(word);
  }
  if (office === 'treasurer') fields.add('finance');
  if (office === fieldOffice && fields.size === 0) return undefined;
  const degree = DEGREES.exec(key)?.[0].replace('-', '') ?? '';
  const bodies = office === 'spokesperson' ? bodiesOf(key) : NO_BODIES;
  return {
    text,
    office,
    bodies,
    ...(occupation !== undefined && { occupation }),
    ...(service !== undefined && { service }),
    fields,
    degree,
  };
}

/** `navy chief`, `commander of the army`: of what force somebody is the head. */
const SERVICE = /(?=.*\b(?:chief|head|commander)\b)^.*?\b(army|navy|air force|coast guard|marines)\b/u;

const NO_BODIES: ReadonlySet<string> = new Set();

function bodiesOf(key: string): ReadonlySet<string> {
  const words = key.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !NO_BODY.test(word));
  return new Set(words.map((word) => word.slice(0, 6)));
}

const NO_BODY =
  /^(?:spokes\w+|press|chief|secretary|officer|the|for|and|official|lead|senior|main|its|his|her|their|then|of)$/u;

/** The noun by which the role says what somebody does for a living: `physician` of `the hospital’s chief physician`. */
function occupationIn(key: string): string | undefined {
  const head = key.split(/ (?:of|for|at|in|on|with|from|to|who|and) |[,;(]/u)[0]!.split(' ');
  const last = head.findLast((word) => isOccupation(word) || isRoleWord(word));
  return last !== undefined && isOccupation(last) ? last : undefined;
}

/** Does the text, in small letters, speak of the role's office or occupation? Where it does. */
export function* placesOf({ office, occupation }: Role, lower: string): Generator<number> {
  const pattern = [...OFFICES, ...OF_FIELD].find(([name]) => name === office)?.[1] ?? /\p{L}+/gu;
  for (const { 0: word, index } of lower.matchAll(new RegExp(pattern.source, 'gu')))
    if (occupation === undefined || isSameOccupation(word, occupation)) yield index;
}

/** `unlikely`: hardly anybody has both, but one may. */
export type RoleComparison = 'agrees' | 'differs' | 'unlikely' | 'incomparable';

/** Does the role that a draft gives agree with one that a source gives to the same person? */
export function compareRoles(draft: Role, source: Role): RoleComparison {
  if (draft.service !== undefined && source.service !== undefined && draft.service !== source.service) return 'differs';
  const shared = [...draft.fields].some((field) => source.fields.has(field));
  if (draft.office === source.office) return compareOneOffice(draft, source, shared);
  if (SCALES.some((scale) => scale.has(draft.office) && scale.has(source.office))) return 'differs';
  // `Foreign Minister` for the spokesperson of the Foreign Office: offices of one field exclude one another.
  if (shared && (draft.office === 'minister' || source.office === 'minister')) return 'differs';
  // `General` may stay with a minister who was one.
  if (PUBLIC.has(draft.office) && MILITARY.includes(source.office) && source.office !== 'captain') return 'unlikely';
  if (OF_ONE_FIELD.has(draft.office) && OF_ONE_FIELD.has(source.office)) {
    // A senior officer of research is not the director of it.
    const isRanked = [draft, source].some(({ office, text }) => office === 'officer' && RANKED.test(text));
    // Nor is an associate director of research one of its officers.
    const isBelow = [draft, source].some(({ office, degree }) => office === 'director' && degree !== '');
    const areTwo = isRanked || (isBelow && [draft, source].some(({ office }) => office === 'officer'));
    if (shared) return areTwo && draft.office !== source.office ? 'differs' : 'agrees';
    if (isDivided(draft) && isDivided(source)) return 'unlikely';
  }
  if (draft.occupation !== undefined && source.occupation !== undefined)
    if (isSameOccupation(draft.occupation, source.occupation)) return 'agrees';
  if (isUnlikely(draft, source) || isUnlikely(source, draft) || arePostsOfOne(draft, source)) return 'unlikely';
  return 'incomparable';
}

/** `the city treasurer` and `the city architect`: two posts of one body. */
function arePostsOfOne(draft: Role, source: Role): boolean {
  const [a, b] = [postOf(draft), postOf(source)];
  return a !== undefined && b !== undefined && a.body === b.body && a.post !== b.post;
}

const POST =
  /^(?:(?:the|its|their|a) )?(?:(?:senior|chief|deputy|acting|new) )?(city|town|county|state|district|parish|council|company|club|team|party|court|school|university|hospital|museum|theatre|union|ship)(?:['’]s)? (\p{L}{4,})$/iu;
/** Said of many, or of whoever leads. */
const NO_POST =
  /^(?:chief|head|boss|leader|director|president|chair\w*|manager|member|official|worker|employee|veteran|councillor|spokes\w+|host|owner|founder)$/iu;

function postOf({ text }: Role): { readonly body: string; readonly post: string } | undefined {
  const [, body, post] = POST.exec(text.trim()) ?? [];
  if (!body || !post || NO_POST.test(post)) return undefined;
  return { body: body.toLowerCase(), post: post.toLowerCase() };
}

function compareOneOffice(draft: Role, source: Role, shared: boolean): RoleComparison {
  if (draft.office === 'chief officer') return sameFields(draft, source) ? 'agrees' : 'differs';
  if (draft.office === 'spokesperson' && areApart(draft.bodies, source.bodies)) return 'unlikely';
  const fields = draft.occupation === undefined || ORDINAL.has(draft.office);
  if (fields && draft.fields.size > 0 && source.fields.size > 0 && !shared) return 'differs';
  if (draft.degree === source.degree || !isLasting(draft) || !isLasting(source)) return 'agrees';
  if (shared) return 'differs';
  return [draft, source].some(({ degree }) => degree === 'deputy' || degree === 'vice') ? 'unlikely' : 'incomparable';
}

/** Do both say whose, and not the same? */
function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
}

function isDivided({ fields }: Role): boolean {
  return [...fields].some((field) => field !== 'executive');
}

function isUnlikely(a: Role, b: Role): boolean {
  // The president of a court is one of its judges.
  if (EXCLUDED.get(a.office)?.has(b.office)) return !/\b(?:court|tribunal|bench|division|judges)\b/iu.test(b.text);
  if (isHeadOfState(a) && OF_STATE.has(b.office)) return true;
  // A minister of information may speak for the government, one of defence hardly.
  if (a.office === 'minister' && a.fields.size > 0 && b.office === 'spokesperson') return true;
  // A state secretary may be a minister by another name, but no deputy.
  if (a.office === 'state secretary') return b.office === 'minister' && b.degree === 'deputy';
  if (b.occupation === undefined) return false;
  if (EMPLOYED.has(b.office)) return PUBLIC.has(a.office) || (a.occupation !== undefined && a.office !== 'academic');
  if (a.occupation === undefined) return false;
  return (isScholar(a) && isScholar(b)) || !(BESIDES.has(a.office) || BESIDES.has(b.office));
}

/** `President X`, of no club or company. */
function isHeadOfState({ office, degree, text }: Role): boolean {
  return office === 'president' && degree === '' && /^(?:caretaker )?president$/iu.test(text);
}

/** Of a discipline: a historian is no physicist, but either may be a professor. */
function isScholar({ office, occupation }: Role): boolean {
  return occupation !== undefined && office !== 'academic' && isSameOccupation(occupation, 'academic');
}

/** `chief prosecutor` for one of several prosecutors, `senior officer` for an officer: an office of its own, though no other one. */
export function isAbove(draft: Role, source: Role): boolean {
  const [ours, theirs] = [draft.text, source.text];
  if (SENIOR.test(ours)) return !SENIOR.test(theirs) && !/\b(?:chief|head)\b/iu.test(theirs);
  const scaled = draft.occupation !== undefined || SCALES.some((scale) => scale.has(draft.office));
  return scaled && /\b(?:chief|head)\b/iu.test(ours) && !/\b(?:chief|head)\b/iu.test(theirs);
}

/** Words for the upper step of an office that has several holders. */
export const SENIOR = /\b(?:senior|principal|lead)\b/iu;

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
 * A role of the sources that the draft's is hardly held beside: so with all that they give, and those go together, so that it
 * is one person's at one time.
 */
export function unlikelyBeside(draft: Role, sources: readonly Role[]): Role | undefined {
  if (!sources.every((source) => compareRoles(draft, source) === 'unlikely')) return undefined;
  const together = sources.every((a) => sources.every((b) => !/differs|unlikely/u.test(compareRoles(a, b))));
  return together ? sources[0] : undefined;
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
