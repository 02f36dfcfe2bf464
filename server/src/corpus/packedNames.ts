import type { NameMention } from '../extract/mention.ts';
import { detached } from '../text/detached.ts';
import type { DocumentId, NameOccurrence } from './corpusIndex.ts';

/** A spelling, and what the name is taken for. */
export type NameForm = Pick<NameOccurrence, 'form' | 'entityType' | 'demonym'>;

/**
 * The names of a document as they wait to be written. Hundreds of documents wait together, and as mentions they would keep
 * their texts in memory and take several times the room.
 */
export interface PackedNames {
  /** Each once. */
  readonly forms: readonly NameForm[];
  /** Titles, roles, acronyms and expansions, each once. */
  readonly texts: readonly string[];
  /**
   * {@link PACKED} numbers for each mention, in order of their start: start, end, place of the form in `forms`; and of title,
   * role, acronym and expansion the place in `texts` counted from 1, or 0 where there is none.
   */
  readonly mentions: Int32Array;
}

/** How many numbers a mention takes. */
export const PACKED = 7;

/** The same forms come again and again in other documents. */
const CACHE_LIMIT = 20_000;
let cache = new Map<string, string>();

/** The text as a string of its own, and the same one for the same text. */
function ownText(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const own = detached(text);
  if (cache.size >= CACHE_LIMIT) cache = new Map();
  cache.set(own, own);
  return own;
}

/** Packs what {@link occurrencesOf} unpacks. */
export function packNames(names: readonly NameMention[]): PackedNames {
  const forms: NameForm[] = [];
  const texts: string[] = [];
  const mentions: number[] = [];
  const formOf = new Map<string, number>();
  const placeOf = new Map<string, number>();

  function formPlace({ text, entityType, demonym }: NameMention): number {
    const isSame = (form: NameForm) => form.entityType === entityType && form.demonym === demonym;
    const last = formOf.get(text);
    if (last !== undefined && isSame(forms[last]!)) return last;
    // The same spelling as another kind of name, which is rare.
    const other = last === undefined ? -1 : forms.findIndex((form) => form.form === text && isSame(form));
    if (other >= 0) return other;
    const form = ownText(text);
    formOf.set(form, forms.length);
    return forms.push({ form, entityType, ...(demonym && { demonym }) }) - 1;
  }

  function textPlace(text: string | undefined): number {
    if (!text) return 0;
    const known = placeOf.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    const place = texts.push(own);
    placeOf.set(own, place);
    return place;
  }

  for (const name of names.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    mentions.push(name.start, name.end, formPlace(name));
    mentions.push(textPlace(name.title?.text), textPlace(name.role?.text));
    mentions.push(textPlace(name.acronym?.text), textPlace(name.expansion?.text));
  }
  return { forms, texts, mentions: Int32Array.from(mentions) };
}

/** The mentions as an index gives them back. */
export function occurrencesOf({ forms, texts, mentions }: PackedNames, document: DocumentId): NameOccurrence[] {
  const occurrences: NameOccurrence[] = [];
  for (let at = 0; at < mentions.length; at += PACKED) {
    const text = (place: number) => texts[mentions[at + place]! - 1];
    const [title, role, acronym, expansion] = [text(3), text(4), text(5), text(6)];
    occurrences.push({
      document,
      start: mentions[at]!,
      end: mentions[at + 1]!,
      ...forms[mentions[at + 2]!]!,
      ...(title !== undefined && { title }),
      ...(role !== undefined && { role }),
      ...(acronym !== undefined && { acronym }),
      ...(expansion !== undefined && { expansion }),
    });
  }
  return occurrences;
}
