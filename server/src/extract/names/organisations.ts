import { wordSet } from './titles.ts';

/**
 * Nouns that name a body, building or region when something stands with them (`State Department`, `Bank of England`), and
 * none by themselves (`the Council`).
 */
const HEADS = wordSet(`department ministry office council committee commission agency authority board bureau
  court tribunal parliament assembly senate congress house government administration cabinet party union federation
  confederation association alliance league coalition front movement army navy force forces police service services corps
  guard command institute institution institutes university college school academy centre center foundation trust society fund
  bank group company corporation corp inc ltd plc llc asa gmbh ag sa holdings partners securities capital
  industries enterprises systems technologies laboratories laboratory labs network news times post herald tribune
  telegraph guardian mirror gazette courier journal magazine review press newswire agency radio tv television studios pictures records
  hospital clinic infirmary museum gallery library theatre theater cinema stadium arena church cathedral mosque temple abbey
  synagogue airport station port harbour harbor bridge tower hall palace castle prison jail hotel club team
  united city town county rovers wanderers athletic rangers fc afc cup championship championships tournament games
  trophy prix open masters series organisation organization conference convention summit forum initiative programme
  program project campaign scheme mission treaty agreement accord act bill charter constitution protocol index report survey
  prize award awards medal cross festival republic kingdom state states province district region territory territories
  emirates island islands isle mount mountain mountains river lake sea ocean bay gulf strait cape peninsula desert valley forest
  park square street road avenue lane drive row way terrace hill hills heights beach coast canal prefecture estate
  airlines airways air lines line railway railways rail motors shipyards shipbuilders electric oil gas energy steel mining
  stores supermarkets constabulary regiment brigade division battalion squad fleet secretariat directorate
  directory inspectorate registry archive archives observatory telescope zoo garden gardens farm farms mill mills
  works factory brewery dam reservoir borough parish diocese archdiocese ward constituency crown estate guild
  order media entertainment exposition congregation chamber exchange market markets wing taliban brotherhood jihad militia brigades cartel gang
  university's council's branch volcano crater glacier falls creek springs dock docks wharf pier quay marina cemetery memorial
  monument palace wall gate garden arch`);

export function isOrganisationHead(lower: string): boolean {
  return HEADS.has(lower);
}

/** Of these, nouns of places. */
const PLACE_HEADS =
  wordSet(`republic kingdom state states province district region territory territories emirates island islands
  isle mount mountain mountains river lake sea ocean bay gulf strait cape peninsula desert valley forest park square
  street road avenue lane drive row way terrace hill hills heights beach coast canal county city town borough
  bridge harbour harbor airport crater volcano glacier falls creek springs dock docks wharf pier quay prefecture`);

export function isPlaceHead(lower: string): boolean {
  return PLACE_HEADS.has(lower);
}

const WORK_HEADS = wordSet('index report survey review journal bulletin magazine gazette prize award charter');

/** Of these, nouns of works and prizes, which bodies publish and give. */
export function isWorkHead(lower: string): boolean {
  return WORK_HEADS.has(lower);
}

const FIELDS =
  wordSet(`air oil gas energy electric steel mining media entertainment sea river ocean coast forest garden gardens farm farms
  rail railway railways park parks market markets press news radio television police prison`);

/** Of these, what a body may deal with: `Oil and Gas Authority`, `Air and Space Museum`. */
export function isField(lower: string): boolean {
  return FIELDS.has(lower);
}

const SERVING = wordSet('transport centers centres campaign crowd crisis sport action');

/** Nouns that name a body with what it is for: `Transport for London`. */
export function namesWithFor(lower: string): boolean {
  return SERVING.has(lower);
}

const BODIES =
  wordSet(`department ministry council committee commission agency authority board trust foundation association federation institute
  university college school hospital union society directorate inspectorate constabulary secretariat bureau`);

/** Nouns with which a heading or cell of common words is the name of a body: `Forest Trust`, not `Annual Report`. */
export function isBodyHead(lower: string): boolean {
  return BODIES.has(lower);
}

const CLUBS = wordSet('athletic united rovers wanderers rangers albion hotspur harriers fc afc academicals rfc cfc');

/** Last words of the names of clubs, whatever place stands before them. */
export function endsClub(lower: string): boolean {
  return CLUBS.has(lower);
}

/** Common words with which many names begin, so that one at the start of a sentence belongs to the name. */
const STARTERS =
  wordSet(`new north south east west northern southern eastern western central upper lower great greater united white
  black red royal national international world global general supreme high old big top saint st mount lake fort port san
  santa los las el la le cape grand imperial federal federated democratic liberal conservative labour green islamic holy catholic
  first second silicon wall premier champions golden silver blue sky game facebook apple
  home foreign state european african american asian pacific atlantic arctic antarctic mid silicon bay palm long
  ivory sierra costa puerto hong sri saudi abu burkina trinidad papua marks house manchester boko hezbollah
  human amnesty doctors medecins care save oxfam science nature channel radio vice crown star good fox real inter aston crystal leicester queens queen king prince princess bank church university
  department ministry institute council court city republic gulf isle friends guild`);

export function beginsManyNames(lower: string): boolean {
  return STARTERS.has(lower);
}

/** What may follow a possessive within one name: `St Brannoc's Hospital`, `King's Cross`. */
const POSSESSED =
  wordSet(`hospital school church college university row hall day cathedral square cross court club cup park road street
  avenue lane bench chapel inn house institute academy theatre theatre gate hill island bay point wharf palace castle
  union federation association alliance league party basilica monastery infirmary clinic`);

export function mayBePossessed(lower: string): boolean {
  return POSSESSED.has(lower);
}

const PLURAL_OWNERS =
  wordSet(`children women men people veterans workers farmers players students master writers teachers nurses
  doctors soldiers sailors pilots actors directors producers girls boys ladies world lord lloyd sotheby christie
  patients tenants residents parents pensioners traders drivers fishermen consumers citizens journalists lawyers`);

/** `Children's`, `Women's`: the possessive of a class of people goes on into the name of a body. */
export function mayOwnBody(lower: string): boolean {
  return PLURAL_OWNERS.has(lower);
}

const WORDS_BETWEEN = wordSet('of for on and in the at to &');

/** Lower-case words inside names of bodies and works. */
export function isConnector(lower: string): boolean {
  return WORDS_BETWEEN.has(lower);
}

const PARTICLES =
  wordSet(`de da do dos das del della delle di du des la las los le van von der den ter ten zu zur zum af av bin ibn bint
  binti al el ul ur ud us abu ben e y i o d' l' st aan het op upon sur en aux au à sous lès dell' nel nella`);

/** Lower-case words inside names of persons and places: `van`, `ul`, `de la`. */
export function isParticle(lower: string): boolean {
  return PARTICLES.has(lower);
}

const FIRST_PARTICLES = wordSet('al el de van von bin ibn della di der');

/** Particles with which a name may begin: `al Qaeda`, `von der Leyen`. */
export function isFirstParticle(lower: string): boolean {
  return FIRST_PARTICLES.has(lower);
}

const LABELS =
  wordSet(`band group table figure fig item section chapter part page appendix annex annexe article paragraph note step level
  stage phase class category grade tier zone block unit room gate platform plan type option question answer day week
  month year round game match act scene verse volume vol issue episode season number no nos age ages under over form
  schedule exhibit box chart map photo image picture source read click share`);

/** `Band D`, `Table 4`: a label and no name, where a letter or number follows. */
export function isLabel(lower: string): boolean {
  return LABELS.has(lower);
}

const NUMBERED = wordSet('formula channel radio flight apollo highway route interstate boeing airbus bbc local');

/** A number behind these belongs to the name: `Formula 1`, `Flight 5622`, a union's `Local 12`. */
export function takesNumber(lower: string): boolean {
  return NUMBERED.has(lower);
}

const WORK_CUES =
  wordSet(`film films movie song single album book novel play musical opera series show programme documentary game track
  magazine newspaper sitcom drama comedy thriller poem painting entitled titled called memoir autobiography hit anthem sequel`);

/** Nouns behind which the title of a work may follow. */
export function announcesWork(lower: string): boolean {
  return WORK_CUES.has(lower);
}
