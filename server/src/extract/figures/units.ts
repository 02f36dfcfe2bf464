/** What a unit measures, and how many of the dimension's base units one of it is. */
export interface UnitKind {
  readonly dimension: string;
  readonly factor: number;
}

/** Signs of currency that stand before an amount, longest first where one begins another. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', '$'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['฿', 'THB'],
  ['₿', 'BTC'],
]);

/** Letters before `$`. */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aus', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cdn', 'CAD'],
  ['can', 'CAD'],
  ['nz', 'NZD'],
  ['hk', 'HKD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['r', 'BRL'],
  ['nt', 'TWD'],
  ['mx', 'MXN'],
  ['j', 'JMD'],
]);

/** Codes and abbreviations that stand before or behind an amount; as written, for they are capitals. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...[
    'USD',
    'EUR',
    'GBP',
    'JPY',
    'CNY',
    'INR',
    'PKR',
    'AUD',
    'CAD',
    'NZD',
    'CHF',
    'SEK',
    'NOK',
    'DKK',
    'CZK',
    'PLN',
    'HUF',
    'RUB',
    'ZAR',
    'BRL',
    'MXN',
    'TRY',
    'AED',
    'SAR',
    'HKD',
    'SGD',
    'KRW',
    'THB',
    'NGN',
    'KES',
    'BDT',
    'ILS',
    'UAH',
  ].map((code) => [code, code] as const),
  ['Rs', 'rupee'],
  ['RMB', 'CNY'],
  ['Tk', 'BDT'],
  ['SFr', 'CHF'],
  ['Fr', 'CHF'],
  ['SKr', 'SEK'],
  ['NKr', 'NOK'],
  ['DKr', 'DKK'],
]);

/** Words behind an amount. The names of several countries' money (`crown`, `rupee`) stay what they are. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['dollar', '$'],
  ['dollars', '$'],
  ['buck', '$'],
  ['bucks', '$'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pound', 'pound'],
  ['pounds', 'pound'],
  ['quid', 'GBP'],
  ['rupee', 'rupee'],
  ['rupees', 'rupee'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['crown', 'crown'],
  ['crowns', 'crown'],
  ['kroner', 'crown'],
  ['krone', 'crown'],
  ['kronor', 'crown'],
  ['krona', 'crown'],
  ['koruna', 'crown'],
  ['marks', 'mark'],
  ['franc', 'franc'],
  ['francs', 'franc'],
  ['rouble', 'RUB'],
  ['roubles', 'RUB'],
  ['ruble', 'RUB'],
  ['rubles', 'RUB'],
  ['rand', 'ZAR'],
  ['peso', 'peso'],
  ['pesos', 'peso'],
  ['real', 'BRL'],
  ['reais', 'BRL'],
  ['lira', 'TRY'],
  ['liras', 'TRY'],
  ['dirham', 'AED'],
  ['dirhams', 'AED'],
  ['riyal', 'SAR'],
  ['riyals', 'SAR'],
  ['dinar', 'dinar'],
  ['dinars', 'dinar'],
  ['shekel', 'ILS'],
  ['shekels', 'ILS'],
  ['zloty', 'PLN'],
  ['zlotys', 'PLN'],
  ['forint', 'HUF'],
  ['forints', 'HUF'],
  ['baht', 'THB'],
  ['naira', 'NGN'],
  ['shilling', 'shilling'],
  ['shillings', 'shilling'],
  ['taka', 'BDT'],
  ['hryvnia', 'UAH'],
  ['ringgit', 'MYR'],
  ['rupiah', 'IDR'],
  ['afghanis', 'AFN'],
  ['bitcoin', 'BTC'],
  ['bitcoins', 'BTC'],
  ['cent', 'cent'],
  ['cents', 'cent'],
  ['pence', 'pence'],
  ['penny', 'pence'],
  ['paise', 'paisa'],
]);

/** Words that may stand between an amount and the word for its money: `US dollars`, `Swiss francs`. */
export const CURRENCY_NATIONS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s', 'USD'],
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['canadian', 'CAD'],
  ['singapore', 'SGD'],
  ['singaporean', 'SGD'],
  ['swiss', 'CHF'],
  ['swedish', 'SEK'],
  ['norwegian', 'NOK'],
  ['danish', 'DKK'],
  ['czech', 'CZK'],
  ['indian', 'INR'],
  ['pakistani', 'PKR'],
  ['japanese', 'JPY'],
  ['chinese', 'CNY'],
  ['british', 'GBP'],
  ['sterling', 'GBP'],
  ['turkish', 'TRY'],
  ['mexican', 'MXN'],
]);

/** Money that one may call by another of these names: a bare `$` is any dollar, a crown any country's. */
const MONEY_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'JMD'],
  pound: ['GBP'],
  rupee: ['INR', 'PKR'],
  crown: ['SEK', 'NOK', 'DKK', 'CZK'],
  franc: ['CHF'],
  peso: ['MXN', 'PHP'],
};

/** A hundredth of its money. */
const MINOR: Readonly<Record<string, readonly string[]>> = {
  cent: ['$', 'USD', 'EUR', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'ZAR'],
  pence: ['GBP', 'pound'],
  paisa: ['rupee', 'INR', 'PKR'],
};

const MONEY = new Set([
  ...CURRENCY_SIGNS.values(),
  ...DOLLARS.values(),
  ...CURRENCY_CODES.values(),
  ...CURRENCY_WORDS.values(),
  ...CURRENCY_NATIONS.values(),
]);

/** Is this a unit of money? */
export function isMoney(unit: string | undefined): boolean {
  return unit !== undefined && MONEY.has(unit);
}

/**
 * By what the amounts in unit `a` have to be multiplied to be compared with those in `b`; undefined if they are different
 * money. `45 cents` and `€0.45` are 0.01 apart.
 */
export function moneyFactor(a: string, b: string): number | undefined {
  if (a === b || MONEY_FAMILIES[a]?.includes(b) || MONEY_FAMILIES[b]?.includes(a)) return 1;
  if (MINOR[a]?.includes(b)) return 0.01;
  if (MINOR[b]?.includes(a)) return 100;
  return undefined;
}

const UNITS = new Map<string, string>();
const KINDS = new Map<string, UnitKind>();

/** Spellings of one unit: the first is its normal form. Those of one letter or two count only where they are glued. */
function unit(dimension: string, factor: number, ...spellings: string[]): void {
  const name = spellings[0]!;
  KINDS.set(name, { dimension, factor });
  for (const spelling of spellings) UNITS.set(spelling, name);
}

unit('share', 1, '%', 'percent', 'pct', 'per cent', 'percentage');
unit(
  'points',
  1,
  'pp',
  'percentage points',
  'percentage point',
  'percent points',
  'percentage-point',
  'per cent points',
);
unit('points', 0.01, 'bp', 'bps', 'basis points', 'basis point');
unit('length', 1, 'm', 'metre', 'metres', 'meter', 'meters');
unit('length', 1000, 'km', 'kms', 'kilometre', 'kilometres', 'kilometer', 'kilometers');
unit('length', 0.01, 'cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters');
unit('length', 0.001, 'mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters');
unit('length', 1609.344, 'mile', 'miles', 'mi');
unit('length', 1852, 'nautical mile', 'nautical miles');
unit('length', 0.9144, 'yard', 'yards', 'yd', 'yds');
unit('length', 0.3048, 'ft', 'foot', 'feet');
unit('length', 0.0254, 'inch', 'inches');
unit('length', 9.4607e15, 'light year', 'light years', 'light-year', 'light-years');
unit('mass', 1, 'kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kilogramme', 'kilogrammes');
unit('mass', 0.001, 'g', 'gram', 'grams', 'gramme', 'grammes');
unit('mass', 1e-6, 'mg', 'milligram', 'milligrams', 'milligrammes');
unit('mass', 1000, 'tonne', 'tonnes', 'metric ton', 'metric tons');
unit('mass', 1000, 'ton', 'tons');
unit('mass', 0.4536, 'lb', 'lbs');
unit('mass', 0.02835, 'ounce', 'ounces', 'oz');
unit('mass', 6.35, 'stone', 'st');
unit('area', 1, 'sq m', 'square metre', 'square metres', 'square meter', 'square meters', 'm²', 'sq metres');
unit('area', 1e6, 'sq km', 'square kilometre', 'square kilometres', 'square kilometer', 'square kilometers', 'km²');
unit('area', 2.59e6, 'sq mile', 'square mile', 'square miles', 'sq miles');
unit('area', 0.0929, 'sq ft', 'square foot', 'square feet');
unit('area', 1e4, 'hectare', 'hectares', 'ha');
unit('area', 4046.86, 'acre', 'acres');
unit('volume', 1, 'litre', 'litres', 'liter', 'liters', 'l');
unit('volume', 0.001, 'ml', 'millilitre', 'millilitres', 'milliliter', 'milliliters');
unit('volume', 1000, 'cubic metre', 'cubic metres', 'cubic meter', 'cubic meters', 'm³');
unit('gallon', 1, 'gallon', 'gallons');
unit('pint', 1, 'pint', 'pints');
unit('barrel', 1, 'barrel', 'barrels', 'bpd');
unit(
  'speed',
  1,
  'km/h',
  'kph',
  'kmh',
  'kilometres per hour',
  'kilometers per hour',
  'kilometres an hour',
  'kilometers an hour',
  'kmph',
);
unit('speed', 1.609344, 'mph', 'miles per hour', 'miles an hour');
unit('speed', 3.6, 'm/s', 'metres per second', 'meters per second');
unit('speed', 1.852, 'knot', 'knots');
unit('energy', 1, 'kWh', 'kilowatt hours', 'kilowatt-hours', 'kilowatt-hour');
unit('energy', 1e3, 'MWh', 'megawatt hours', 'megawatt-hours', 'megawatt-hour');
unit('energy', 1e6, 'GWh', 'gigawatt hours', 'gigawatt-hours', 'gigawatt-hour');
unit('energy', 1e9, 'TWh', 'terawatt hours', 'terawatt-hours', 'terawatt-hour');
unit('power', 1, 'W', 'watt', 'watts');
unit('power', 1e3, 'kW', 'kilowatt', 'kilowatts');
unit('power', 1e6, 'MW', 'megawatt', 'megawatts');
unit('power', 1e9, 'GW', 'gigawatt', 'gigawatts');
unit('temperature C', 1, '°C', 'degrees celsius', 'degree celsius', 'degrees centigrade', 'degrees c', '℃');
unit('temperature F', 1, '°F', 'degrees fahrenheit', 'degree fahrenheit', 'degrees f');
unit('degrees', 1, '°', 'degree', 'degrees');
unit('pressure', 1, 'hPa', 'hectopascal', 'hectopascals', 'mbar', 'millibar', 'millibars', 'mb');
unit('pressure', 10, 'kPa', 'kilopascal', 'kilopascals');
unit('concentration', 1, 'ppm', 'parts per million');
unit('concentration', 0.001, 'ppb', 'parts per billion');
unit('data', 1, 'MB', 'megabyte', 'megabytes');
unit('data', 1e3, 'GB', 'gigabyte', 'gigabytes');
unit('data', 1e6, 'TB', 'terabyte', 'terabytes');
unit('frequency', 1, 'Hz', 'hertz');
unit('frequency', 1e6, 'MHz', 'megahertz');
unit('frequency', 1e9, 'GHz', 'gigahertz');
unit('calories', 1, 'calorie', 'calories', 'kcal');
unit('carat', 1, 'carat', 'carats');
unit('decibel', 1, 'dB', 'decibel', 'decibels');
unit('duration', 1, 'second', 'seconds', 'sec', 'secs');
unit('duration', 60, 'minute', 'minutes', 'min', 'mins');
unit('duration', 3600, 'hour', 'hours', 'hr', 'hrs');
unit('duration', 86400, 'day', 'days');
unit('duration', 604800, 'week', 'weeks', 'wk', 'wks');
unit('duration', 1209600, 'fortnight', 'fortnights');
unit('duration', 2629800, 'month', 'months');
unit('duration', 7889400, 'quarter-year');
unit('duration', 31557600, 'year', 'years', 'yr', 'yrs');
unit('duration', 315576000, 'decade', 'decades');
unit('duration', 3155760000, 'century', 'centuries');

/** The normal form of a unit as written (one word or several, lower case or as written); undefined if it is none. */
export function unitNamed(spelling: string): string | undefined {
  return UNITS.get(spelling);
}

/** What a normalised unit measures; undefined for money, ranks, ages, rates and counts. */
export function unitKind(name: string | undefined): UnitKind | undefined {
  return name === undefined ? undefined : KINDS.get(name);
}

/** Is this the unit of a stretch of time? */
export function isDuration(name: string | undefined): boolean {
  return unitKind(name)?.dimension === 'duration';
}
