/**
 * Verbs and phrases by which English prose ascribes words to somebody, with their inflections. The list is our own; the
 * division into strong and weak follows use: a strong cue ascribes wherever it stands in the sentence, a weak one only
 * directly beside the quotation.
 */
export interface Cue {
  readonly base: string;
  readonly form: 'present' | 'past' | 'participle' | 'base';
  readonly strong: boolean;
}

const STRONG = `say tell add state claim argue insist warn explain note remark observe comment announce declare assert affirm
  emphasise emphasize stress underline underscore highlight reiterate repeat reply respond answer ask inquire enquire admit remember
  acknowledge concede confess deny recall reveal disclose confirm suggest lament complain boast joke quip shout yell
  scream whisper mutter murmur write tweet retweet blog report continue conclude predict forecast promise pledge vow
  swear counter retort interject exclaim gush enthuse testify inform advise maintain contend allege plead demand remind
  clarify elaborate muse opine recount quote describe call label dub brand characterise characterize denounce
  condemn propose express caution estimate stipulate proclaim profess pronounce summarise summarize paraphrase
  grumble moan rant rage fume snap sneer scoff chide sob stammer chuckle emphasise specify mention point`;
const WEAK = `believe think feel hope fear agree wonder laugh smile sigh begin start find show indicate sing chant read speak
  talk urge order instruct hail praise slam blast criticise criticize accuse cite post email text sign list refer rule signal
  hint imply question regard view portray depict term use tout bill beg cry offer`;
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['said'], tell: ['told'], write: ['wrote', 'written'], swear: ['swore', 'sworn'], think: ['thought'],
  feel: ['felt'], begin: ['began', 'begun'], find: ['found'], show: ['showed', 'shown'], sing: ['sang', 'sung'],
  read: ['read'], speak: ['spoke', 'spoken'],
}; // prettier-ignore
const DOUBLED = new Set(['admit', 'blog', 'quip', 'plan', 'snap', 'refer', 'slam', 'beg', 'sob', 'chat']);

const CUES = buildCues();

function buildCues(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  const add = (word: string, cue: Cue): void => {
    if (!cues.has(word)) cues.set(word, cue);
  };
  for (const [list, strong] of [
    [STRONG, true],
    [WEAK, false],
  ] as const) {
    for (const base of list.split(/\s+/u)) {
      const stem = base.endsWith('e') ? base.slice(0, -1) : DOUBLED.has(base) ? base + base.at(-1)! : base;
      const consonantY = /[^aeiou]y$/u.test(base);
      const third = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/u.test(base) ? `${base}es` : `${base}s`;
      add(third, { base, form: 'present', strong });
      for (const past of IRREGULAR[base] ?? [consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`])
        add(past, { base, form: 'past', strong });
      add(`${stem}ing`, { base, form: 'participle', strong });
      add(base, { base, form: 'base', strong });
    }
  }
  return cues;
}

/** The reporting verb that a lower-case word is a form of. */
export function cueOf(word: string): Cue | undefined {
  return CUES.get(word);
}

const PUT: Cue = { base: 'put', form: 'past', strong: true };

/** The reporting verb at token `k`; `put` is one in `as X put it`, `the way X put it`. */
export function cueAt(tokens: readonly { readonly lower: string }[], k: number): Cue | undefined {
  const { lower } = tokens[k]!;
  const cue = CUES.get(lower);
  if (cue || !/^puts?$/u.test(lower) || tokens[k + 1]?.lower !== 'it') return cue;
  return tokens.slice(Math.max(0, k - 9), k).some((token) => /^(?:as|how|way)$/u.test(token.lower)) ? PUT : undefined;
}

/** `Kakar’s phrase`, `in the words of`: nouns for what somebody said. */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  `word words phrase phrases term terms verdict description expression remark remarks statement comment comments quote
   quip motto slogan answer reply response warning message line conclusion assessment summary claim formula advice
   promise pledge view`.split(/\s+/u),
);

/** Nouns of people by what they do or are; a word that ends as they do (`-man`, `-er`) counts too, see {@link isRoleNoun}. */
const ROLES: ReadonlySet<string> = new Set(
  `spokesman spokeswoman spokesperson official officials minister president secretary chairman chairwoman chair chief head
   leader director manager boss coach captain player striker midfielder defender goalkeeper analyst expert professor doctor
   dr nurse lawyer attorney barrister solicitor prosecutor judge magistrate coroner police officer detective inspector
   sergeant constable commander general colonel major soldier source sources insider aide adviser advisor ambassador envoy
   diplomat senator congressman congresswoman congressperson mp mps councillor mayor governor king queen prince princess
   pope bishop archbishop priest imam rabbi pastor teacher headteacher headmaster student pupil resident neighbour neighbor
   witness witnesses onlooker victim survivor mother father mum dad mom parent parents sister brother son daughter wife
   husband widow widower partner girlfriend boyfriend fiancee fiancé friend colleague uncle aunt cousin grandmother
   grandfather grandson granddaughter niece nephew family actor actress singer rapper musician author writer journalist
   reporter editor presenter host blogger photographer artist designer architect engineer scientist scientists researcher
   researchers academic historian economist activist campaigner campaigners critic critics supporter fan fans owner founder
   ceo executive treasurer trustee tribunal court committee council government ministry department agency company firm club
   charity union association organisation organization body board panel commission force army navy fire service team bank
   airline airport hospital school university college church party group campaign office man woman boy girl teenager
   youngster child veteran frenchman englishman scotsman irishman welshman dutchman german american briton australian
   italian spaniard belgian brazilian canadian user tourist passenger driver pilot rider customer shopper landlord tenant
   farmer fisherman businessman businesswoman entrepreneur banker trader investor broker speaker delegate candidate
   nominee incumbent voter protester demonstrator hunter ranger vet keeper guard sheriff deputy trooper marshal dean
   chancellor premier pm legislator lawmaker lawmakers politician counsel defendant suspect inmate prisoner guru
   specialist consultant surgeon psychologist psychiatrist therapist scholar fellow counterpart star winner champion
   champions runner-up skipper trainer instructor hero guest caller reader viewer commentator pundit columnist
   correspondent producer screenwriter playwright novelist poet biographer publisher organiser organizer coordinator
   administrator bureaucrat regulator watchdog ombudsman auditor accountant secretary-general vice-president
   commissioner superintendent rector provost registrar warden curator supervisor
   ex-husband ex-wife stepfather stepmother bride groom newcomer native player-manager technician`.split(/\s+/u),
);

/** Nouns of things that speak: reports, statements, newspapers. */
const DOCUMENTS: ReadonlySet<string> = new Set(
  `report reports statement article articles letter email e-mail post posts tweet message note study survey paper
   newspaper magazine website site blog book memo document documents dossier file press-release release inscription sign
   placard banner notice poster label advert advertisement caption headline editorial column review story account
   ruling determination decision judgment judgement verdict motion resolution petition affidavit complaint lawsuit indictment filing summary
   brochure leaflet pamphlet manifesto guidance guidelines policy law act treaty agreement plaque slogan bulletin
   communique communiqué minutes log diary findings transcript press media daily weekly tabloid broadcaster agency speech song lyrics charge
   charges order rules profile biography page listing description index analysis assessment audit inspection paragraph
   passage text obituary newsletter journal gazette programme program documentary prospectus`.split(/\s+/u),
);

/** Is the lower-case word a noun for somebody by occupation, office or kinship? */
export function isRoleNoun(word: string): boolean {
  if (ROLES.has(word)) return true;
  const last = word.slice(word.lastIndexOf('-') + 1);
  return last !== word
    ? ROLES.has(last)
    : /(?:man|woman|person|men|women|ologist|ician|old)$/u.test(word) && word.length > 4;
}

/** Is the lower-case word a noun for a text? */
export function isDocumentNoun(word: string): boolean {
  return DOCUMENTS.has(word);
}
