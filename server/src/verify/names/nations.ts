import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import type { NameMention } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';

/** A nation by its usual names, its words of nationality, and places by which a text shows that it speaks of it. */
interface Nation {
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  /** In tables of results. */
  readonly code: string;
  readonly places: readonly string[];
}

// One a line: names: words of nationality: code in tables of results: states, cities and bodies that texts name without it.
const NATIONS: readonly Nation[] = `
afghanistan: afghan afghans: AFG: kabul kandahar herat helmand taliban
albania: albanian albanians: ALB: tirana
algeria: algerian algerians: ALG: algiers oran
argentina: argentine argentinian argentines: ARG: buenos-aires rosario cordoba
armenia: armenian armenians: ARM: yerevan
australia: australian australians: AUS: sydney melbourne brisbane perth adelaide canberra queensland victoria tasmania
austria: austrian austrians: AUT: vienna salzburg graz linz innsbruck
azerbaijan: azerbaijani: AZE: baku
bangladesh: bangladeshi bangladeshis: BAN: dhaka chittagong
belarus: belarusian belarusians: BLR: minsk
belgium: belgian belgians: BEL: brussels antwerp ghent bruges flanders
bolivia: bolivian bolivians: BOL: la-paz sucre
bosnia: bosnian bosnians: BIH: sarajevo mostar srebrenica
brazil: brazilian brazilians: BRA: rio rio-de-janeiro sao-paulo brasilia amazon
britain united-kingdom uk great-britain: british briton britons brit brits: GBR: england english scotland scottish
  wales welsh northern-ireland london manchester liverpool birmingham leeds sheffield newcastle nottingham leicester
  bristol southampton oxford cambridge kent essex sussex surrey devon cornwall yorkshire lancashire edinburgh
  glasgow dundee aberdeen cardiff swansea belfast westminster bbc nhs mp
bulgaria: bulgarian bulgarians: BUL: sofia plovdiv
cambodia: cambodian cambodians: CAM: phnom-penh
canada: canadian canadians: CAN: toronto montreal vancouver ottawa calgary edmonton quebec ontario alberta winnipeg
chile: chilean chileans: CHI: santiago valparaiso
china: chinese: CHN: beijing shanghai guangzhou shenzhen hong-kong wuhan
colombia: colombian colombians: COL: bogota medellin cali farc
croatia: croatian croat croatians: CRO: zagreb split dubrovnik
cuba: cuban cubans: CUB: havana castro guantanamo
cyprus: cypriot cypriots: CYP: nicosia
denmark: danish dane danes: DEN: copenhagen aarhus
ecuador: ecuadorean ecuadorian: ECU: quito guayaquil
egypt: egyptian egyptians: EGY: cairo alexandria giza sinai
estonia: estonian estonians: EST: tallinn
ethiopia: ethiopian ethiopians: ETH: addis-ababa
finland: finnish finn finns: FIN: helsinki
france: french frenchman frenchwoman: FRA: paris lyon marseille toulouse bordeaux lille nice strasbourg nantes
germany: german germans: GER: berlin munich frankfurt hamburg cologne bavaria stuttgart dresden leipzig bonn
ghana: ghanaian ghanaians: GHA: accra
greece: greek greeks: GRE: athens thessaloniki crete
haiti: haitian haitians: HAI: port-au-prince
hungary: hungarian hungarians: HUN: budapest
iceland: icelandic: ISL: reykjavik
india: indian indians: IND: delhi new-delhi mumbai bombay kolkata calcutta chennai bangalore kerala punjab gujarat
  kashmir
indonesia: indonesian indonesians: INA: jakarta bali sumatra java
iran: iranian iranians: IRI: tehran isfahan
iraq: iraqi iraqis: IRQ: baghdad mosul basra
ireland: irish irishman irishwoman: IRL: dublin cork belfast galway limerick ulster garda
israel: israeli israelis: ISR: jerusalem tel-aviv gaza haifa
italy: italian italians: ITA: rome milan naples turin venice florence sicily bologna juventus
jamaica: jamaican jamaicans: JAM: kingston
japan: japanese: JPN: tokyo osaka kyoto hiroshima fukushima okinawa
jordan: jordanian jordanians: JOR: amman
kenya: kenyan kenyans: KEN: nairobi mombasa
korea: korean koreans: KOR: south-korea north-korea seoul pyongyang busan
kosovo: kosovar kosovan: KOS: pristina
kuwait: kuwaiti kuwaitis: KUW: kuwait-city
latvia: latvian latvians: LAT: riga
lebanon: lebanese: LBN: beirut hezbollah
libya: libyan libyans: LBA: tripoli benghazi gaddafi
lithuania: lithuanian lithuanians: LTU: vilnius
malaysia: malaysian malaysians: MAS: kuala-lumpur penang
malta: maltese: MLT: valletta
mexico: mexican mexicans: MEX: mexico-city tijuana guadalajara monterrey
morocco: moroccan moroccans: MAR: rabat casablanca marrakech
nepal: nepalese nepali: NEP: kathmandu everest
netherlands holland: dutch dutchman dutchwoman: NED: amsterdam rotterdam the-hague utrecht eindhoven ajax
new-zealand: kiwi: NZL: auckland wellington christchurch
nigeria: nigerian nigerians: NGR: lagos abuja boko-haram
norway: norwegian norwegians: NOR: oslo bergen
pakistan: pakistani pakistanis: PAK: islamabad karachi lahore peshawar punjab
palestine: palestinian palestinians: PLE: gaza west-bank ramallah hamas
peru: peruvian peruvians: PER: lima cusco
philippines: filipino filipinos: PHI: manila
poland: polish pole poles: POL: warsaw krakow gdansk auschwitz
portugal: portuguese: POR: lisbon porto benfica
qatar: qatari qataris: QAT: doha
romania: romanian romanians: ROU: bucharest
russia: russian russians: RUS: moscow kremlin putin st-petersburg siberia
rwanda: rwandan rwandans: RWA: kigali
saudi-arabia: saudi saudis: KSA: riyadh jeddah mecca
senegal: senegalese: SEN: dakar
serbia: serbian serb serbs: SRB: belgrade
singapore: singaporean singaporeans: SGP: changi
slovakia: slovak slovakian slovaks: SVK: bratislava
slovenia: slovenian slovene: SLO: ljubljana
somalia: somali somalis: SOM: mogadishu
spain: spanish spaniard spaniards: ESP: madrid barcelona valencia seville malaga bilbao catalonia
sri-lanka: sri-lankan: SRI: colombo
sudan: sudanese: SUD: khartoum darfur
sweden: swedish swede swedes: SWE: stockholm malmo gothenburg
switzerland: swiss: SUI: zurich geneva basel bern lausanne
syria: syrian syrians: SYR: damascus aleppo homs
taiwan: taiwanese: TPE: taipei
tanzania: tanzanian tanzanians: TAN: dar-es-salaam zanzibar
thailand: thai thais: THA: bangkok phuket
tunisia: tunisian tunisians: TUN: tunis sousse
turkey: turkish turk turks: TUR: ankara istanbul erdogan izmir
uganda: ugandan ugandans: UGA: kampala
ukraine: ukrainian ukrainians: UKR: kiev kyiv crimea donetsk odessa
united-states us usa america: american americans: USA: washington new-york los-angeles chicago boston philadelphia
  houston dallas miami detroit seattle atlanta denver san-francisco las-vegas baltimore cleveland hollywood congress
  senate fbi cia nasa nfl nba obama trump clinton bush alabama alaska arizona arkansas california colorado
  connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
  massachusetts michigan minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico
  carolina dakota ohio oklahoma oregon pennsylvania rhode-island tennessee texas utah vermont virginia wisconsin
  wyoming
venezuela: venezuelan venezuelans: VEN: caracas
vietnam: vietnamese: VIE: hanoi saigon ho-chi-minh
yemen: yemeni yemenis: YEM: sanaa aden
zambia: zambian zambians: ZAM: lusaka
zimbabwe: zimbabwean zimbabweans: ZIM: harare
basque-country: basque basques: EUS: euskadi bilbao san-sebastian vitoria pamplona navarre biarritz bayonne eta
catalonia: catalan catalans: CAT: barcelona girona tarragona lleida
chechnya: chechen chechens: CHE: grozny kadyrov caucasus
kurdistan: kurdish kurd kurds: KUR: erbil sulaymaniyah kirkuk kobani diyarbakir peshmerga pkk ypg sdf hdp
scotland ireland: gaelic: GAE: scottish scots irish highland highlands hebrides skye lewis gaeltacht gaa
tibet: tibetan tibetans: TIB: lhasa dalai-lama himalaya`
  .trim()
  .replace(/\n +/gu, ' ')
  .split('\n')
  .map((line) => {
    const [names, adjectives, code, places] = line.split(': ').map((words) => words.split(' ').map(spaced));
    return { names: names!, adjectives: adjectives!, code: code![0]!, places: places! };
  });

function spaced(word: string): string {
  return word.replace(/-/gu, ' ');
}

const BY_ADJECTIVE = new Map(NATIONS.flatMap((nation) => nation.adjectives.map((word) => [word, nation] as const)));

/**
 * The country of a word of nationality in `text`, if nothing in the sources is of it: neither the country nor its people nor
 * one of its states and cities.
 */
export function unheardNation(mention: NameMention, text: string, lexicon: NameLexicon): string | undefined {
  const nation = BY_ADJECTIVE.get(fold(mention.text));
  if (!nation || isOfKind(mention, text)) return undefined;
  const { names, adjectives, code, places } = nation;
  if (lexicon.exact(code.toLowerCase()).some(({ form }) => form === code)) return undefined;
  const isHeard = [...names, ...adjectives, ...places].some(
    (word) => lexicon.sameLetters(word).length > 0 || (!word.includes(' ') && lexicon.withWord(word).length > 0),
  );
  return isHeard ? undefined : capitalised(names[0]!);
}

/** Is one of two folded names a country, and the other a name, a state or a city of it that is known here? */
export function isSameNation(a: string, b: string): boolean {
  return NATIONS.some(
    ({ names, places }) =>
      (names.includes(a) && (names.includes(b) || places.includes(b))) || (names.includes(b) && places.includes(a)),
  );
}

const KINDS = /^ (?:fries|toast|doors?|windows?|bulldogs?|shepherds?|summer|delight|roulette|cheese|language)\b/u;

/** `French windows`, `in German`: a kind of thing or a language, and nobody's nationality. */
function isOfKind({ start, end }: NameMention, text: string): boolean {
  return (
    KINDS.test(text.slice(end, end + 12)) ||
    /\b(?:in|into|from|speaks?|spoke|spoken|speaking) $/u.test(text.slice(Math.max(0, start - 10), start))
  );
}

function capitalised(name: string): string {
  return name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
