import type { NameMention } from '../../extract/mention.ts';

const ENTITY_TYPES: readonly NameMention['entityType'][] = ['unknown', 'person', 'organisation', 'place', 'work'];

/** What the table `name_form` tells apart beside the spelling. */
export interface FormType {
  readonly entityType: NameMention['entityType'];
  readonly demonym?: true;
}

/** A form's type as the number that stands in the table. */
export function formTypeNumber({ entityType, demonym }: FormType): number {
  return ENTITY_TYPES.indexOf(entityType) * 2 + (demonym ? 1 : 0);
}

/** The reverse of {@link formTypeNumber}. */
export function formTypeOf(number: number): FormType {
  return { entityType: ENTITY_TYPES[number >> 1] ?? 'unknown', ...(number % 2 === 1 && { demonym: true as const }) };
}

/** The word that stands for a form in `name_posting`. */
export function postingWord(form: number): string {
  return form.toString(36);
}
