import type { Capitals } from './capitalisation.ts';

/** What was asked of how a document writes its words, and the answer. */
export interface Answer {
  readonly kind: keyof Capitals;
  readonly word: string;
  readonly has: boolean;
}

/** `capitals`, of which is noted in `asked` what is asked. */
export function noting(capitals: Capitals, asked: Answer[]): Capitals {
  const words = (kind: keyof Capitals): Capitals[typeof kind] => ({
    has(word) {
      const has = capitals[kind].has(word);
      asked.push({ kind, word, has });
      return has;
    },
  });
  return {
    lower: words('lower'),
    names: words('names'),
    pairs: words('pairs'),
    acronyms: words('acronyms'),
    ends: words('ends'),
  };
}

/** Would all that was asked be answered in the same way? */
export function stillSo(asked: readonly Answer[], capitals: Capitals): boolean {
  return asked.every(({ kind, word, has }) => capitals[kind].has(word) === has);
}
