import { fold } from '../text/fold.ts';

/** For each folded spelling, the folded spellings of the same name, itself included. */
export type AliasGroups = ReadonlyMap<string, readonly string[]>;

/** The spellings that a user has declared to be one name's. */
export function withAliases(aliases: ReadonlyMap<string, readonly string[]> | undefined): AliasGroups {
  const groups = new Map<string, readonly string[]>();
  for (const [name, others] of aliases ?? []) {
    const group = [name, ...others].map(fold);
    for (const spelling of group) groups.set(spelling, [...new Set([...(groups.get(spelling) ?? []), ...group])]);
  }
  return groups;
}
