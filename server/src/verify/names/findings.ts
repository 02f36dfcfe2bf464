import type { NameFormRow } from '../../corpus/corpusIndex.ts';
import type { Slip, SlipKind } from './parts.ts';
import type { Role } from './roles.ts';
import { spelling } from './spelling.ts';
import type { Finding } from '../verdict.ts';

type Told = Pick<Finding, 'verdict' | 'code' | 'message' | 'explanation'>;

/** `3 sources`, `1 source`. */
function sources(count: number): string {
  return count === 1 ? 'one source' : `${count} sources`;
}

function documentsOf(forms: readonly NameFormRow[]): number {
  return Math.max(0, ...forms.map(({ documents }) => documents));
}

/** Spellings with their numbers of mentions, at most four. */
function spellings(forms: readonly NameFormRow[]): string {
  const counts = new Map<string, number>();
  for (const { form, mentions } of forms) counts.set(form, (counts.get(form) ?? 0) + mentions);
  return [...counts]
    .slice(0, 4)
    .map(([form, mentions]) => `“${form}” (${mentions}×)`)
    .join(', ');
}

/** The sources write the name so. */
export function foundName(name: string, forms: readonly NameFormRow[]): Told {
  return {
    verdict: 'supported',
    code: 'name.found',
    message: `${capitalised(sources(documentsOf(forms)))} ${documentsOf(forms) === 1 ? 'has' : 'have'} “${name}”.`,
    explanation: [`The sources write ${spellings(forms)}.`],
  };
}

/** The sources write it otherwise, or in several ways. */
export function variantName(name: string, forms: readonly NameFormRow[], how: string): Told {
  return {
    verdict: 'supported',
    code: 'name.variant',
    message: `The sources write ${spellings(forms)}; “${name}” is the same name (${how}).`,
    explanation: [`The sources write ${spellings(forms)}.`, `“${name}” differs from that by ${how}.`],
  };
}

/** The draft gives a part of the sources' name. */
export function partOfName(name: string, forms: readonly NameFormRow[]): Told {
  return {
    verdict: 'supported',
    code: 'name.found',
    message: `The sources have “${name}” in ${spellings(forms.slice(0, 2))}.`,
    explanation: [`The sources write ${spellings(forms)}.`, `“${name}” is a part of that.`],
  };
}

/** The draft puts words around the sources' name. */
export function extendedName(name: string, forms: readonly NameFormRow[], words: readonly string[]): Told {
  return {
    verdict: 'supported',
    code: 'name.found',
    message: `The sources have ${spellings(forms.slice(0, 2))}; they do not give “${words.join(' ')}”.`,
    explanation: [`The sources write ${spellings(forms)}.`, `“${name}” has “${words.join(' ')}” besides.`],
  };
}

const SLIPS: Readonly<Record<SlipKind, string>> = {
  doubled: 'a letter is doubled',
  undoubled: 'a doubled letter is single',
  missing: 'a letter is missing',
  added: 'there is a letter too many',
  swapped: 'two letters are swapped',
  changed: 'one letter is another',
  several: 'some letters differ',
  ending: 'a word has another ending',
  word: 'a word is another',
};

/** A slip away from the sources' name. `right` is how the name reads once repaired. */
export function misspeltName(name: string, right: string, form: NameFormRow, slips: readonly Slip[]): Told {
  const what = [...new Set(slips.map(({ how }) => SLIPS[how]))].join(' and ');
  return {
    verdict: 'refuted',
    code: 'name.misspelt',
    message: `The sources write “${right}”, not “${name}”: ${what}.`,
    explanation: [
      `No source writes “${name}”.`,
      `The nearest name that they write is “${form.form}” (${form.mentions}×).`,
      ...slips.map(({ source, how }) => `“${source}”: ${SLIPS[how]} in the draft.`),
    ],
  };
}

/** The small words of the name are others. */
export function otherSmallWords(name: string, form: NameFormRow): Told {
  return {
    verdict: 'refuted',
    code: 'name.misspelt',
    message: `The sources write “${spelling(form.form)}”, not “${name}”: a small word of the name is another.`,
    explanation: [
      `No source writes “${name}”.`,
      `They write “${form.form}” (${form.mentions}×): all but the small words agree.`,
    ],
  };
}

/** Another first name before a surname that the sources know. */
export function otherFirstName(name: string, forms: readonly NameFormRow[]): Told {
  const [best] = forms;
  return {
    verdict: 'refuted',
    code: 'name.misspelt',
    message: `The sources write “${spelling(best!.form)}”, not “${name}”: the first name is another.`,
    explanation: [
      `No source writes “${name}”.`,
      `Of that surname they have ${spellings(forms)}.`,
      'A source that gives this name speaks of the same thing as the draft does here.',
    ],
  };
}

/** The title or role is not the one that the sources give. */
export function otherRole(name: string, draft: Role, source: Role, all: readonly string[]): Told {
  return {
    verdict: 'refuted',
    code: 'name.role',
    message: `The sources call ${name} “${source.text}”, not “${draft.text}”.`,
    explanation: [
      `The draft calls ${name} “${draft.text}”.`,
      `The sources give as titles and roles: ${[...new Set(all)]
        .slice(0, 6)
        .map((role) => `“${role}”`)
        .join(', ')}.`,
    ],
  };
}

/** The sources give the title with another body: another club's defender. */
export function otherBody(name: string, title: string, draft: string, source: string): Told {
  return {
    verdict: 'refuted',
    code: 'name.role',
    message: `The sources call ${name} “${source} ${title}”, not “${draft} ${title}”.`,
    explanation: [
      `The draft has ${name} with ${draft}.`,
      `The sources have ${name} with ${source}, and know ${draft}.`,
    ],
  };
}

/** The sources give the title or role to somebody else. */
export function otherHoldsIt(name: string, office: string, holder: string, asWritten: string): Told {
  return {
    verdict: 'refuted',
    code: 'name.role',
    message: `The sources give “${asWritten}” as ${holder}, not ${name}.`,
    explanation: [
      `The draft calls ${name} “${office}”.`,
      `The sources know ${name}, but do not call them that.`,
      `“${asWritten}” is ${holder} in a source that speaks of the same thing.`,
    ],
  };
}

/** No source knows the name. */
export function unknownName(name: string, near: readonly string[]): Told {
  const names = [...new Set(near)].slice(0, 3);
  return {
    verdict: 'not-enough-evidence',
    code: 'name.unknown',
    message: `No source has “${name}”.`,
    explanation:
      names.length === 0
        ? ['Nothing in the sources is like it.']
        : [
            `The nearest names of the sources: ${names.map((form) => `“${form}”`).join(', ')}; none is near enough to be the same.`,
          ],
  };
}

/** The sources know the name, but say what the draft says of another. */
export function misplacedName(name: string, other: string): Told {
  return {
    verdict: 'not-enough-evidence',
    code: 'name.misplaced',
    message: `A source says this of ${other}; the sources have “${name}”, but not with this.`,
    explanation: [
      `A sentence of the sources shares the telling words of this one and has “${other}” where the draft has “${name}”.`,
      `No sentence with “${name}” is nearly as much like it.`,
      'The sentences were compared by their words, not understood: look at the passage.',
    ],
  };
}

/** A nationality of which nothing in the sources tells. */
export function unknownNationality(word: string, country: string): Told {
  return {
    verdict: 'not-enough-evidence',
    code: 'name.unknown',
    message: `No source has “${word}”, or names ${country}.`,
    explanation: [`The sources name neither ${country} nor its people, nor any of its cities that are known here.`],
  };
}

/** Unknown to the sources, and the draft itself writes it in another way elsewhere. */
export function inconsistentName(name: string, other: string): Told {
  return {
    verdict: 'not-enough-evidence',
    code: 'name.inconsistent',
    message: `The draft writes “${name}” here and “${other}” elsewhere; no source has either.`,
    explanation: [
      `“${name}” and “${other}” are a slip apart.`,
      'No source has either, so neither can be called right.',
    ],
  };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
