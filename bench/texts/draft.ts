import { article } from './article.ts';
import { randomFrom, type Random } from './random.ts';

/** A draft is drawn from so many articles, which every corpus holds. */
const ARTICLES = 100;
const WORDS = 5000;
const PARAGRAPHS_IN_A_SECTION = 8;

/**
 * A draft of so many words, by default about 5,000 with some 300 claims; most are as the articles have them, some not. Always
 * the same.
 */
export function draftText(length = WORDS): string {
  const random = randomFrom(77);
  const parts = ['# What the records say'];
  for (let words = 0, number = 0; words < length; number++) {
    if (number % PARAGRAPHS_IN_A_SECTION === 0) parts.push(`## Section ${number / PARAGRAPHS_IN_A_SECTION + 1}`);
    const paragraph = paragraphOf(number, random);
    parts.push(paragraph);
    words += paragraph.split(' ').length;
  }
  return `${parts.join('\n\n')}\n`;
}

function paragraphOf(number: number, random: Random): string {
  const { quotes, figures, names, plain } = article((number * 37) % ARTICLES);
  const plainSentence = (): string => random.pick(plain);
  const sentences = [plainSentence(), number % 2 === 0 ? random.pick(names) : plainSentence(), plainSentence()];
  const figure = random.pick(figures);
  sentences.push(number % 6 === 1 ? withAnotherFigure(figure) : figure, plainSentence());
  if (number % 4 === 0) {
    const quote = random.pick(quotes);
    sentences.push(number % 12 === 0 ? quote.sentence.replace(quote.words, alteredWords(quote.words)) : quote.sentence);
  }
  return sentences.join(' ');
}

function withAnotherFigure(sentence: string): string {
  return sentence.replace(/\d(?=\D*(?:million|[a-z]+ [a-z]+ in))/u, (digit) => String((Number(digit) % 9) + 1));
}

/** The same words with one in the middle turned round. */
export function alteredWords(words: string): string {
  const list = words.split(' ');
  const at = Math.floor(list.length / 2) + 1;
  list[at] = list[at]!.length > 4 ? `un${list[at]}` : 'another';
  return list.join(' ');
}
