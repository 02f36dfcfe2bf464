import { fold } from '../text/fold.ts';
import { hashOf } from '../text/hash.ts';
import { atOnce, type Steps } from '../text/turns.ts';
import { createChangingTrigrams } from './changingTrigrams.ts';
import type { NameFormRow } from './corpusIndex.ts';
import { initialsOf, lettersOf, nameWordsOf } from './nameWords.ts';

/** The names that sources write, in memory, in tables that follow what becomes of them. */
export interface NameStore {
  /** Takes rows for those of the same form and type; one with no documents goes. Costs what these rows cost. */
  update(rows: readonly NameFormRow[]): void;
  /** How many rows there are. */
  size(): number;
  readonly byKey: NameTable;
  readonly byLetters: NameTable;
  readonly byWord: NameTable;
  /** By acronyms of three letters or more. */
  readonly byInitials: NameTable;
  /** Of the keys of `byWord`. */
  nearestWords(word: string, limit: number): string[];
  /** Makes what the first question for the nearest, or for initials, would have to wait for. */
  prepare(): Steps<void>;
}

/** Rows by key: most used first, equal ones in order of the alphabet. */
export interface NameTable {
  get(key: string): readonly NameFormRow[];
}

/** A store of the given rows. Tables beside the first are made when they are first asked. */
export function createNameStore(rows: readonly NameFormRow[]): NameStore {
  // By numbers, since the letters of all names would take as much memory as the names.
  const byHash = table(({ form }) => [hashOf(lettersOf(form))]);
  byHash.fill(rows);
  let size = rows.length;
  const byLetters: NameTable = {
    get: (letters) => byHash.get(hashOf(letters)).filter(({ form }) => lettersOf(form) === letters),
  };
  // What is one name when it is folded has the same letters too: a table of its own would cost a start more than it saves.
  const byKey: NameTable = {
    get: (key) => byHash.get(hashOf(lettersOf(key))).filter(({ form }) => fold(form) === key),
  };
  const onDemand = (keysOf: (row: NameFormRow) => Iterable<string>) => {
    let made: ChangingTable<string> | undefined;
    let filling: Steps<ChangingTable<string>> | undefined;
    return {
      keys: () => full().keys(),
      get: (key: string) => full().get(key),
      replace(before: NameFormRow | undefined, after: NameFormRow | undefined) {
        // What is filled with other rows begins again.
        filling = undefined;
        return made?.replace(before, after);
      },
      *prepare(): Steps<void> {
        while (!made) {
          filling ??= fill();
          const step = filling.next();
          if (step.done) made = step.value;
          else yield;
        }
      },
    };
    function full(): ChangingTable<string> {
      made ??= atOnce(filling ?? fill());
      return made;
    }
    function* fill(): Steps<ChangingTable<string>> {
      const fresh = table(keysOf);
      for (const some of portions([...byHash.rows()])) {
        fresh.fill(some);
        yield;
      }
      return fresh;
    }
  };
  const byWord = onDemand(({ form }) => new Set(nameWordsOf(form)));
  const byInitials = onDemand(({ form }) => longInitials(form));
  const words = createChangingTrigrams(() => byWord.keys());

  function replace(row: NameFormRow): void {
    const before = byKey.get(fold(row.form)).find((other) => isSameForm(other, row));
    const after = row.documents > 0 ? row : undefined;
    if (!before && !after) return;
    size += (after ? 1 : 0) - (before ? 1 : 0);
    byHash.replace(before, after);
    const changed = byWord.replace(before, after);
    for (const word of changed?.gone ?? []) words.remove(word);
    for (const word of changed?.added ?? []) words.add(word);
    byInitials.replace(before, after);
  }

  return {
    update: (changed) => changed.forEach(replace),
    size: () => size,
    byKey,
    byLetters,
    byWord,
    byInitials,
    nearestWords: (word, limit) => words.nearest(word, limit),
    *prepare() {
      yield* byWord.prepare();
      yield* words.prepare();
      yield* byInitials.prepare();
    },
  };
}

/** An acronym of fewer letters is nobody's in particular; most names have two words and so none. */
const ACRONYM_LETTERS = 3;
const MANY_PARTS = /[\s-].*[\s-]/su;

function longInitials(form: string): readonly string[] {
  return MANY_PARTS.test(form) ? initialsOf(form).filter(({ length }) => length >= ACRONYM_LETTERS) : [];
}

/** So many rows are taken in without a pause. */
const ROWS_A_STEP = 100;

function* portions(rows: readonly NameFormRow[]): Generator<readonly NameFormRow[], void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STEP) yield rows.slice(at, at + ROWS_A_STEP);
}

function isSameForm(a: NameFormRow, b: NameFormRow): boolean {
  return a.form === b.form && a.entityType === b.entityType && a.demonym === b.demonym;
}

type ChangingTable<Key> = ReturnType<typeof table<Key>>;

/** Most keys have one row, which is kept without a list around it. A list that was given away is not changed any more. */
function table<Key>(keysOf: (row: NameFormRow) => Iterable<Key>) {
  const groups = new Map<Key, NameFormRow | NameFormRow[]>();
  const sorted = new WeakSet<NameFormRow[]>();

  function add(key: Key, row: NameFormRow): void {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, row);
    else if (!Array.isArray(group)) groups.set(key, [group, row]);
    else if (sorted.has(group)) groups.set(key, [...group, row]);
    else group.push(row);
  }

  function remove(key: Key, row: NameFormRow): void {
    const group = groups.get(key);
    const rest = Array.isArray(group) ? group.filter((other) => other !== row) : [];
    if (rest.length === 0) groups.delete(key);
    else groups.set(key, rest.length === 1 ? rest[0]! : rest);
  }

  return {
    fill(rows: Iterable<NameFormRow>): void {
      for (const row of rows) for (const key of keysOf(row)) add(key, row);
    },
    get(key: Key): readonly NameFormRow[] {
      const group = groups.get(key);
      if (group === undefined) return [];
      if (!Array.isArray(group)) return [group];
      if (!sorted.has(group)) sorted.add(group.sort(mostUsedFirst));
      return group;
    },
    keys: () => groups.keys(),
    *rows(): Iterable<NameFormRow> {
      for (const group of groups.values()) {
        if (Array.isArray(group)) yield* group;
        else yield group;
      }
    },
    /** Tells the keys that have come and gone with it. */
    replace(before: NameFormRow | undefined, after: NameFormRow | undefined) {
      const [old, now] = [before, after].map((row) => (row ? [...keysOf(row)] : []));
      const isNew = now!.map((key) => !groups.has(key));
      for (const key of now!) add(key, after!);
      for (const key of old!) remove(key, before!);
      return { added: now!.filter((_, i) => isNew[i]), gone: old!.filter((key) => !groups.has(key)) };
    },
  };
}

function mostUsedFirst(a: NameFormRow, b: NameFormRow): number {
  return b.documents - a.documents || b.mentions - a.mentions || order(a.form, b.form) || order(typeOf(a), typeOf(b));
}

function typeOf({ entityType, demonym }: NameFormRow): string {
  return `${entityType}${demonym ? ' demonym' : ''}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
