/**
 * Words that stand for the same thing in news prose, a line each: the first names the group. Inflections of regular verbs
 * and nouns are left to the stemmer; irregular ones stand here. A word is in one group only.
 */
const GROUPS = `
kill killed kills killing dead death deaths die died dies dying slain slay martyr martyred fatal fatality fatalities perish perished toll bodies corpse corpses lost-lives lives casualty casualties murder murdered
injure injured injuries injury wound wounded wounds hurt maimed
arrest arrested arrests detain detained detention held custody apprehended captured
jail jailed prison imprisoned imprisonment sentence sentenced behind-bars
convict convicted guilty conviction
accuse accused charge charged charges alleged indicted
rise rose risen rises rising increase increased increases increasing grow grew grown grows growing growth climb climbed jump jumped surge surged soar soared soaring gain gained up higher raise raised raising hike boost boosted improve improved change changes changed
fall fell fallen falls falling decrease decreased decreases decline declined drop dropped drops reduce reduced reduction cut cuts down lower lowered slump slumped slip slipped shrink shrank plunge plunged fewer less
buy bought buys purchase purchased acquire acquired acquisition takeover
sell sold sells sale sales
begin began begun begins start started starts launch launched launches open opened opens founded established establish founding set-up inception commence commenced
end ended ends finish finished close closed closes conclude concluded over complete completed
say said says tell told tells announce announced announces state stated claim claimed report reported reports according
people person persons residents inhabitants citizens individuals
child children kid kids boy girl boys girls youngster youngsters infant infants baby babies toddler newborn
man men male males gentleman
woman women female females lady ladies mother mum
worker workers employee employees staff staffer job jobs workforce personnel shipbuilder
company firm business corporation
cost costs price priced prices worth value valued fee bill pay paid pays payment
revenue revenues turnover
spending spend spends spent expenditure expenditures expenses outlay outlays
profit profits earnings earn earned income
share shares stock stocks
home homes house houses household households property properties
soldier soldiers troop troops serviceman servicemen
police policeman policemen officer officers cop cops constable
attack attacks attacked assault raid bombing bomb explosion blast
win won wins winning victory victories beat beats beaten defeat defeated defeats triumph triumphed thrashed success
lose lost loses loss losses
old aged age ages older
marry married wed wedding marriage
film films movie movies
appoint appointed appointment named name hired
born birth birthday
student students pupil pupils schoolchildren
doctor doctors physician physicians
hospital hospitals hospitalised hospitalized ward admitted
car cars vehicle vehicles
money cash fund funds funding
signature signatures sign signed signatory
answer answers answered respond responded response responses reply replies replied
vote votes voted voting ballot ballots
member members
war wars conflict fighting
agreement deal accord pact contract contracts
game games match matches fixture fixtures
goal goals scored score scores scoring net netted strike
point points
champion champions championship championships title titles trophy
season seasons campaign campaigns
play played plays player players playing appearance appearances
border frontier
help helped aid assistance
send sent sends
give gave given gives award awarded grant granted
get got gets receive received receives
make made makes making build built builds building construct constructed
leave left leaves depart departed quit resign resigned step-down
return returned returns back
come came comes arrive arrived arrives
go went gone goes travel travelled traveled trip journey
run ran runs
hold
show showed shown shows
find found finds discover discovered
write wrote written book books novel
study studies research survey surveyed poll
free freed release released releases
stay stayed remain remained
large largest big biggest bigger larger great greatest
small smallest smaller little
doubled double twice twofold two-fold
tripled triple treble trebled threefold
annual yearly year per-annum
monthly month
daily day
weekly week
america american americans us u.s usa
britain british uk english england
russia russian russians
china chinese
france french
germany german germans
italy italian
spain spanish
india indian indians
pakistan pakistani pakistanis
afghanistan afghan afghans
iran iranian
iraq iraqi
israel israeli
turkey turkish turks
ireland irish
scotland scottish scots
wales welsh
canada canadian
australia australian
japan japanese
mexico mexican
europe european
ukraine ukrainian
syria syrian
brazil brazilian
greece greek
egypt egyptian
netherlands dutch
poland polish
sweden swedish
norway norwegian
switzerland swiss
kenya kenyan
nigeria nigerian
yemen yemeni
saudi arabia
boss chief head chairman director ceo executive president leader
teacher teachers
lorry lorries truck trucks rig rigs
flat flats apartment apartments
ship ships vessel vessels boat boats
plane planes aeroplane aeroplanes airplane airplanes aircraft jet jets airliner flight
road roads highway motorway
kg weigh weighs weight weighed
tall height high
long length stretch stretches
far distance away
quick fast speed
think believe believes expect expected expects forecast guidance outlook estimate estimated
own owned owns owner
lead led leads
plan plans planned
oppose opposed against
support supported backed back-up favour
stoppage strike walkout
shop store stores shops outlet outlets
cancer tumour tumor
case cases
infection infections infected infect
fire fired blaze
donate donated donation donations
compensation damages
`;

const CONCEPT = new Map<string, string>();
for (const line of GROUPS.trim().split('\n')) {
  const words = line.trim().split(/\s+/u);
  for (const word of words) if (!CONCEPT.has(word)) CONCEPT.set(word, words[0]!);
}

/** The group that a folded word belongs to by meaning, named by one of its words; undefined if it stands alone. */
export function conceptOf(word: string): string | undefined {
  return CONCEPT.get(word);
}
