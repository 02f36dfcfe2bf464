/** Occupations: on each line words for one and the same, `<` what they are a kind of. */
const LINES = `
doctor physician clinician gp medic
surgeon neurosurgeon < doctor
psychiatrist < doctor
paediatrician pediatrician < doctor
cardiologist < doctor
oncologist < doctor
radiologist < doctor
anaesthetist anaesthesiologist anesthesiologist < doctor
pathologist < doctor academic
neurologist < doctor academic
gynaecologist gynecologist obstetrician < doctor
dermatologist < doctor
geriatrician < doctor
nurse matron
midwife
paramedic medic
pharmacist
dentist orthodontist
vet veterinarian
physiotherapist therapist
psychologist psychotherapist therapist < academic
optician optometrist
carer caregiver
lawyer attorney barrister solicitor counsel advocate jurist
prosecutor < lawyer
judge magistrate justice < lawyer
notary < lawyer
interpreter translator
juror
accountant bookkeeper auditor
banker financier investor broker trader
actuary
academic professor lecturer researcher scientist scholar
epidemiologist virologist immunologist microbiologist bacteriologist < academic doctor
physicist astronomer astrophysicist cosmologist < academic
chemist biochemist < academic pharmacist
biologist zoologist botanist ecologist entomologist ornithologist geneticist conservationist < academic
geologist seismologist volcanologist hydrologist geophysicist geographer oceanographer glaciologist < academic
climatologist < academic forecaster
historian archaeologist archeologist classicist < academic
economist < academic banker
sociologist anthropologist criminologist demographer < academic
statistician mathematician < academic actuary
teacher schoolteacher schoolmaster schoolmistress tutor
headteacher headmaster headmistress < teacher
journalist reporter correspondent columnist editor broadcaster presenter newsreader photographer photojournalist cameraman
artist painter sculptor illustrator
musician singer actor actress comedian comedienne songwriter rapper guitarist drummer pianist violinist cellist organist composer conductor dancer ballerina choreographer < artist
engineer technician
architect
surveyor < engineer
programmer < engineer
forecaster meteorologist weatherman < academic
pilot
signalman
stationmaster
harbourmaster harbormaster
sailor seaman mariner deckhand
skipper < sailor
driver chauffeur trucker cabbie
firefighter fireman
policeman policewoman
soldier
lifeguard
farmer grower smallholder rancher crofter
shepherd goatherd < farmer
beekeeper < farmer
winegrower winemaker vintner < farmer
fisherman fisherwoman trawlerman < sailor
forester lumberjack woodsman
gardener landscaper
gamekeeper ranger < forester
miner
builder bricklayer stonemason roofer plasterer
carpenter joiner cabinetmaker < builder
plumber < builder
electrician < builder
welder
blacksmith
locksmith
mechanic < engineer
labourer laborer < builder farmer
cleaner
caretaker janitor
baker
butcher
brewer
cook chef
waiter waitress barman barmaid bartender
hairdresser barber
tailor seamstress dressmaker
jeweller jeweler goldsmith watchmaker
librarian archivist
curator conservator
receptionist
postman postwoman mailman
shopkeeper grocer greengrocer
innkeeper publican hotelier restaurateur
owner proprietor
landlord landlady < owner innkeeper
tenant lodger
undertaker
priest vicar parson curate chaplain pastor clergyman
imam
rabbi
monk < priest
nun
footballer
cricketer batsman bowler
golfer
swimmer
cyclist
boxer
jockey
rower`;

interface Occupation {
  /** The first word of each line that has the word. */
  readonly names: ReadonlySet<string>;
  /** Those and what they are kinds of. */
  readonly broader: ReadonlySet<string>;
}

const OCCUPATIONS = read(LINES.trim().split('\n'));

function read(lines: readonly string[]): ReadonlyMap<string, Occupation> {
  const read = lines.map((line) => {
    const [words = '', kinds = ''] = line.split(' < ');
    return { words: words.split(' '), kinds: kinds.split(' ').filter(Boolean) };
  });
  const kindsOf = new Map(read.map(({ words, kinds }) => [words[0]!, kinds] as const));
  const occupations = new Map<string, { names: Set<string>; broader: Set<string> }>();
  for (const { words, kinds } of read) {
    for (const word of words) {
      const known = occupations.get(word) ?? { names: new Set<string>(), broader: new Set<string>() };
      known.names.add(words[0]!);
      for (const name of [words[0]!, ...kinds, ...kinds.flatMap((kind) => kindsOf.get(kind) ?? [])])
        known.broader.add(name);
      occupations.set(word, known);
    }
  }
  return occupations;
}

/** Does the word, in small letters, say what somebody does for a living? */
export function isOccupation(lower: string): boolean {
  return OCCUPATIONS.has(lower);
}

/** The usual word for the occupation. */
export function occupationOf(lower: string): string | undefined {
  const [name] = OCCUPATIONS.get(lower)?.names ?? [];
  return name;
}

/** May the two words be said of one person's occupation: words for the same, or one a kind of the other? */
export function isSameOccupation(a: string, b: string): boolean {
  const [x, y] = [OCCUPATIONS.get(a), OCCUPATIONS.get(b)];
  if (!x || !y) return false;
  return [...x.names].some((name) => y.broader.has(name)) || [...y.names].some((name) => x.broader.has(name));
}
