/** Titles: a name follows, so their stop ends no sentence. */
const BEFORE_NAMES = words(`
  Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Fr Revd Hon Gov Sen Rep Reps Sens Gen Lt Col Maj Capt Cmdr Cdr Cpl Sgt Pvt Pfc
  Adm Brig Insp Supt Det Pres Amb Atty Msgr Cllr Ald Dep Asst Assoc Ens Spc Cmdt Comm Hr Sra Srta Mgr Bros St Ste Mt Ft
  Dept Univ Assn Natl Intl Gov't Govt
`);

/** What stands before a number: `No. 5`, `Fig. 2`, `Aug. 9`. Before anything else they may end a sentence. */
const BEFORE_NUMBERS = words(`
  No Nos no nos p pp Art Arts art Sec sec Ch ch Vol vol Fig Figs fig Eq par para Nr nr c ca circa approx est v vs op ed Rs ft lb lbs oz
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
`);

/** Of the middle of a sentence, whatever follows. */
const WITHIN = words('e.g i.e eg ie cf viz vs v al ca approx aka a.k.a incl excl esp resp');

/** What stands as often at the end of a sentence as before a name: `Acme Inc. The`, `Acme Inc. President`. */
const EITHER = words('Inc Ltd Co Corp Cos LLC Plc plc Jr Sr Esq Ph.D PhD Ave Blvd Rd Sq');

const MORNING_OR_EVENING = /^[ap]\.?m$/i;
const AFTER_TIME = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun GMT UTC BST CET CEST
  EST EDT ET CST CDT CT MST MDT MT PST PDT PT IST PKT AEST AEDT Eastern Central Mountain Pacific Greenwich
  January February March April May June July August September October November December
`);

/** Letters with stops between them: `U.S`, `M.Sc`, `Ph.D`, with the last stop cut off. */
const DOTTED = /^(?:\p{L}{1,3}\.)+\p{L}{1,4}$/u;

/** Words that start sentences, and hardly ever follow an abbreviation within one. */
const STARTERS = words(`
  A An The This That These Those It Its He She His Her They Their We Our I My You Your There Here
  In On At By For From With Within Without As If When Whenever While After Before Since Until Although Though Because Unless
  But And Or So Yet Still However Meanwhile Moreover Furthermore Nevertheless Nonetheless Therefore Thus Hence Instead Also
  Besides Both Each Every Either Neither Some Many Most Much Several Such Few All Another Other Others No Not Nor None Nobody
  What Who Whose Why How Where Which Once Now Then Today Yesterday Tomorrow Later Last Next Earlier Soon Again Despite During
  Under Over Between Among Amid Against About Above Across Along Around Behind Below Beyond Through Throughout Toward Towards
  Upon Only Even Just Perhaps Maybe Asked According To Of Off Out Up Down Is Are Was Were Will Would Can Could Should Did Do
  Does Has Have Had Let One Two Three Four Five Six Seven Eight Nine Ten Nearly Almost More Less Officials Police
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Does `word` start sentences rather than follow an abbreviation? `It's` and adverbs (`Recently`) do, too. */
export function startsSentences(word: string): boolean {
  const bare = word.replace(/['’].*$/, '');
  return STARTERS.has(bare) || (bare.length > 4 && /ly$/.test(bare));
}

/**
 * Does a stop behind `word` leave the sentence open before `next`, which starts with a capital or a digit? Both are given
 * without marks around them; `word` may have stops of its own (`U.S`).
 */
export function isAbbreviatedBefore(word: string, next: string): boolean {
  if (/^\p{N}/u.test(next)) return BEFORE_NUMBERS.has(word) || WITHIN.has(word);
  if (MORNING_OR_EVENING.test(word)) return AFTER_TIME.has(next);
  if (WITHIN.has(word)) return true;
  if (BEFORE_NAMES.has(word)) return !(next === 'The' || ((word === 'St' || word === 'Mt') && startsSentences(next)));
  if (/^\p{Lu}$/u.test(word) || EITHER.has(word) || DOTTED.test(word)) return next !== '' && !startsSentences(next);
  return false;
}

/** As {@link isAbbreviatedBefore}, before an opening quotation mark or bracket: `Dr. “Duck” Reyes`. */
export function isAbbreviatedBeforeMark(word: string): boolean {
  return BEFORE_NAMES.has(word) || WITHIN.has(word);
}
