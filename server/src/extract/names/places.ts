import { wordSet } from './titles.ts';

const COUNTRIES = new Set(
  `Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|
Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Chad|Chile|
China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czechia|Denmark|Djibouti|Dominica|Ecuador|Egypt|El Salvador|Eritrea|
Estonia|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|
Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|
Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|
Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Burma|Namibia|Nauru|Nepal|Netherlands|New Zealand|
Nicaragua|Niger|Nigeria|Norway|Oman|Pakistan|Palau|Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|
Samoa|Senegal|Serbia|Seychelles|Singapore|Slovakia|Slovenia|Somalia|South Africa|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|
Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|Uruguay|Uzbekistan|Vanuatu|Venezuela|
Vietnam|Yemen|Zambia|Zimbabwe|England|Scotland|Wales|Northern Ireland|Britain|America|Europe|Africa|Asia|United States|United Kingdom|UK|US|U.S.|U.K.|USA|
U.S|U.K|U.S.A.|UAE|EU|North Korea|South Korea|Saudi Arabia|Hong Kong|London|Paris|Berlin|Moscow|Beijing|Washington|New York|Brussels|
Kabul|Islamabad|Delhi|Tehran|Baghdad|Jerusalem|Cairo|Rome|Madrid|Tokyo|Texas|California|Florida|Michigan|Ohio|Virginia|Maryland`
    .split(/\|\n?/u)
    .map((name) => name.toLowerCase()),
);

/** A country, continent or world city, in lower case: known as a place whatever stands around it. */
export function isKnownPlace(lower: string): boolean {
  return COUNTRIES.has(lower);
}

const ACRONYM_PLACES = wordSet('us uk usa uae eu un nato who u.s. u.k. u.s u.k u.n. u.n uaw imf bbc cnn fbi cia nhs');

/** Acronyms that are words when written small, or so usual that capitals around them say nothing. */
export function isKnownAcronym(lower: string): boolean {
  return ACRONYM_PLACES.has(lower);
}

const DEMONYMS =
  wordSet(`afghan albanian algerian american angolan argentine argentinian armenian asian australian austrian
  azerbaijani bahraini baloch baluch balochi bangladeshi basque belarusian belgian bengali berber bolivian bosnian brazilian
  british briton brit bulgarian burmese cambodian cameroonian canadian caribbean catalan chechen chilean chinese colombian
  congolese cornish corsican croat croatian cuban cypriot czech dane danish dutch dutchman dutchwoman ecuadorean ecuadorian egyptian
  emirati english englishman englishwoman eritrean estonian ethiopian european eurasian fijian filipino finn finnish flemish
  french frenchman frenchwoman gambian georgian german ghanaian greek guatemalan guinean haitian hazara honduran hungarian icelandic
  indian indonesian iranian iraqi irish irishman irishwoman israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean
  kosovar kurd kurdish kuwaiti kyrgyz laotian latin latino latina latvian lebanese liberian libyan lithuanian
  luxembourgish macedonian malagasy malawian malaysian malian maltese maori mauritanian mexican moldovan mongolian moroccan
  mozambican namibian nepalese nepali nicaraguan nigerian nordic norwegian omani ottoman pakistani palestinian panamanian
  paraguayan pashtun pathan persian peruvian pole polish portuguese punjabi qatari roma romanian russian rwandan saudi scandinavian
  scot scots scotsman scottish senegalese serb serbian sicilian sikh sindhi singaporean slav slavic slovak slovene slovenian
  somali soviet spaniard spanish sudanese swede swedish swiss syrian taiwanese tajik tamil tanzanian tatar thai tibetan
  togolese trinidadian tunisian turk turkish turkmen tutsi hutu ugandan ukrainian uruguayan uyghur uighur uzbek venezuelan
  vietnamese welsh welshman welshwoman yazidi yemeni yoruba igbo hausa yugoslav zambian zimbabwean zulu
  african-american afro-american hispanic aboriginal aborigine inuit cherokee navajo arab arabic arabian aryan semitic
  muslim christian jew jewish hindu buddhist sunni shia shiite shi'ite shi'a catholic protestant orthodox anglican methodist baptist
  presbyterian evangelical mormon quaker islamic islamist judaism islam christianity hinduism buddhism catholicism western westerner
  easter-european northern-irish texan californian floridian londoner parisian new-yorker glaswegian liverpudlian mancunian
  geordie victorian edwardian georgian tudor roman hebrew mandarin cantonese urdu pashto farsi gaelic swahili
  republican democrat democratic conservative tory marxist leninist communist nazi fascist zionist thatcherite
  brexiteer pak-afghan sino-indian indo-pakistani anglo-irish anglo-saxon franco-german russo-ukrainian`);

/** Adjectives and nouns of nationality, ethnicity, religion or conviction, plurals and `non-`, `pro-` forms too. */
export function isDemonym(lower: string): boolean {
  if (DEMONYMS.has(lower)) return true;
  if (lower.endsWith('s') && DEMONYMS.has(lower.slice(0, -1))) return !PARTIES.has(lower);
  const hyphen = lower.lastIndexOf('-');
  if (hyphen < 0) return lower.endsWith('men') && DEMONYMS.has(`${lower.slice(0, -3)}man`);
  // `Lashkar-e-Islam`
  if (/-(?:e|i|ul|ud|al)$/u.test(lower.slice(0, hyphen))) return false;
  return (
    isDemonym(lower.slice(hyphen + 1)) ||
    (isDemonym(lower.slice(0, hyphen)) && !/^\p{Lu}/u.test(lower.slice(hyphen + 1)))
  );
}

/** Followers of a party stand for it: `Democrats` is a name, `Democrat` says what somebody is. */
const PARTIES = wordSet('democrats republicans conservatives tories communists nazis');

/** A party by its members: `Republicans`, `Tories`. */
export function isParty(lower: string): boolean {
  return PARTIES.has(lower);
}

const CALENDAR =
  wordSet(`january february march april may june july august september october november december jan feb mar apr jun
  jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
  fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan eid hanukkah passover
  halloween thanksgiving lent bst gmt est edt pst utc am pm a.m. p.m. bc ad bce ce q1 q2 q3 q4 h1 h2 fy`);

export function isCalendarWord(lower: string): boolean {
  return CALENDAR.has(lower);
}

const NO_NAMES =
  wordSet(`i i'm i've i'll i'd i’m i’ve i’ll i’d ok o.k. tv pm ceo cfo coo cto md mp mps mep meps msp msps pc pcs dna rna hiv aids gdp gnp vat pcr
  ci ebitda ebit eps gaap capex opex roi id ids phd ph.d. ph.d mphil m.phil m.phil. msc m.sc. m.sc ma m.a. ba b.a. bs bsc mba gcse gcses a-level a-levels it hr pr ai atm atms
  cctv dvd dvds cd cds gp gps a&e suv suvs ipo etf q&a faq pdf usb vip vips ngo ngos ied ieds wmd icu ivf mri ct dsp dsps ii iii iv vi vii viii
  ix xi xii sms url html http https www x-ray x-rays t-shirt t-shirts e-mail email internet web net god oh ah yes no
  advertisement share rt mph kph km kg mb gb tb hp bhp mw gw kw gwh mwh kwh co2 fm dj djs mc pa cv usd eur gbp cad aud inr pkr uti adhd ptsd std stds
  nhs-style lgbt lgbtq lgbtqi asap diy fyi lol omg ar vr ev evs lng lpg iq er or ok'd covid covid-19 coronavirus sars
  aka xmas dlr sg&a ffo ebitdar roce roe sme smes r&d b2b b2c saas m&a yoy bn mn tn`);

/** Capitalised words and acronyms that are no names by the conventions. */
export function isNoName(lower: string): boolean {
  return NO_NAMES.has(lower);
}
