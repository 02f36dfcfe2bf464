/** Space-separated words as a set. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

const ABBREVIATED =
  wordSet(`mr mrs ms mx dr prof gen lt col maj capt cpl sgt adm cmdr cdr rev fr hon sen rep gov pres supt insp
  det sir dame messrs mme mlle hr fr brig cllr amb dep asst st mt ft`);

/** A shortened title, or another short form behind which a point does not end the sentence. */
export function isAbbreviatedTitle(lower: string): boolean {
  return ABBREVIATED.has(lower);
}

/** Titles that are never part of a name. */
const TITLES =
  wordSet(`mr mrs ms miss mx dr prof gen lt col maj capt cpl sgt adm cmdr cdr rev sen rep gov pres supt insp det
  sir dame messrs mme mlle brig cllr lord lady baroness baron viscount countess reverend doctor professor pc dc ds di dci
  mullah maulana sheikh sheik ayatollah imam rabbi hajji haji hon monsieur madame senhor señor señora herr frau signor
  madam monsignor shri smt shrimati`);

/** Nouns of an office, rank or occupation: by themselves no name, before a name a title, behind it a role. */
const ROLES =
  wordSet(`minister secretary president premier chancellor spokesperson spokesman spokeswoman spokespeople chief head
  director officer chairman chairwoman chairperson chair chairs leader general marshal admiral commodore brigadier colonel
  major captain lieutenant sergeant corporal constable commander commissioner inspector superintendent ambassador envoy
  senator congressman congresswoman representative councillor councilor councilman councilwoman alderman mayor mayoress
  governor judge justice king queen prince princess duke duchess earl emperor empress pope bishop archbishop cardinal pastor
  vicar priest imam coach manager striker defender midfielder goalkeeper winger forward batsman bowler skipper
  quarterback editor author novelist writer poet actor actress singer songwriter guitarist drummer rapper producer presenter broadcaster
  host founder co-founder cofounder owner co-owner analyst economist lawyer solicitor barrister attorney prosecutor coroner detective mp mep
  msp td ceo cfo coo cto pm dg md boss treasurer lecturer researcher scientist physicist chemist biologist historian
  archaeologist astronomer engineer architect astronaut pilot surgeon nurse physician psychologist psychiatrist
  epidemiologist teacher headteacher headmaster principal dean rector provost sheriff deputy ombudsman speaker whip
  lawmaker legislator politician diplomat negotiator mediator adviser advisor aide counsel counsellor strategist
  campaigner activist commentator columnist correspondent reporter journalist photographer filmmaker director-general
  vice-president vice-chancellor vice-chairman secretary-general striker champion member organiser organizer
  coordinator co-ordinator administrator curator keeper conductor composer choreographer chef designer model comedian comedienne
  entrepreneur businessman businesswoman tycoon billionaire financier investor banker trader broker shareholder
  executive president-elect candidate nominee incumbent opponent frontrunner warlord militant commander-in-chief
  caretaker custodian trustee patron premiership marquess chairwoman undersecretary paymaster ranger trainer jockey
  referee umpire knight swimmer boxer golfer cyclist sprinter jumper rower player footballer fighter wrestler`);

/** Words that stand before a role and belong to it. */
const MODIFIERS =
  wordSet(`prime deputy vice chief executive non-executive financial finance foreign defence defense interior home
  health education environment environmental justice labour labor trade transport energy culture sports sport housing
  treasury cabinet shadow acting interim caretaker former ex ex- then current new outgoing incoming senior junior
  assistant associate general major brigadier lieutenant rear field air first second third attorney district state federal
  national military army navy naval police security press communications campaign research managing operating technical
  technology information sporting creative artistic music medical scientific head team co regional local city county
  principal lead leading veteran top opposition party government political film tv television england long-time longtime
  late retired fellow sub-committee committee programme program project sales marketing legal policy public affairs
  relations human resources investment commercial international intelligence parliamentary permanent private
  special under executive-director economic economics chair board company club group science sciences lord-lieutenant chief-of-staff
  high commissioner warrant petty staff wing flight squadron detective police counter-terrorism tourism agriculture
  fisheries business industry development planning fire nursing commerce operations social welfare family children's work pensions water
  infrastructure digital media immigration border religious spiritual supreme crown grand ruling founding
  co-founding assistant-coach youth football rugby cricket basketball baseball tennis hockey racing star legend movie
  right-wing left-wing back-bench backbench longest-serving world olympic champion two-time three-time teenage
  independent respected renowned famous celebrity pop rock folk jazz opera reality award-winning oscar-winning
  nobel-prize-winning british-born us-born multi-millionaire millionaire billionaire disgraced embattled`);

export function isTitleWord(lower: string): boolean {
  return TITLES.has(lower);
}

export function isRoleWord(lower: string): boolean {
  return ROLES.has(lower);
}

export function isRoleModifier(lower: string): boolean {
  return MODIFIERS.has(lower);
}

/** Roles and ranks that are surnames too: behind a first name they belong to the name. */
const SURNAMES =
  wordSet(`king bishop judge pope major prince duke dean baron earl chancellor constable marshal cook coach head
  chief sergeant priest pastor miss lord lady coffin forward model whip ranger fighter champion trainer fisher`);

export function isRoleAndSurname(lower: string): boolean {
  return SURNAMES.has(lower);
}

/** Titles with which names of bodies begin: `General Motors`, `Justice Department`, `Premier League`, `King's College`. */
const BODIES = wordSet(`general major premier justice king queen prince princess bishop attorney speaker chief executive
  captain head state president governor lord lady lords champion manager player model`);

export function mayBeginBody(lower: string): boolean {
  return BODIES.has(lower);
}
