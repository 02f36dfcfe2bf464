import { nameWordsOf } from '../../corpus/nameWords.ts';
import { fold } from '../../text/fold.ts';

/** For each spelling (see {@link aliasKey}), the folded spellings of the same name, itself included. */
export type AliasGroups = ReadonlyMap<string, readonly string[]>;

/** A name as aliases are compared: folded, without points and commas. */
export function aliasKey(name: string): string {
  return nameWordsOf(name).join(' ');
}

/** The spellings that a user has declared to be one name's. */
export function withAliases(aliases: ReadonlyMap<string, readonly string[]> | undefined): AliasGroups {
  const groups = new Map<string, readonly string[]>();
  for (const [name, others] of aliases ?? []) {
    const group = [name, ...others];
    for (const spelling of group) {
      const key = aliasKey(spelling);
      groups.set(key, [...new Set([...(groups.get(key) ?? []), ...group.map(fold)])]);
    }
  }
  return groups;
}
