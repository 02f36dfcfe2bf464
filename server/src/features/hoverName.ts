import type { Corpus } from '../corpus/corpus.ts';
import type { NameMention } from '../extract/mention.ts';
import type { Finding } from '../verify/verdict.ts';
import type { HoverText } from './hoverText.ts';
import { entityOf, type NamedEntity } from './nameForms.ts';
import type { SourcePlaces } from './sourcePlaces.ts';

const MOST_DESCRIPTIONS = 4;
const MOST_FORMS = 6;
const MOST_SOURCES = 5;

/** Who that is according to the sources, how they spell the name, and how often each source has it. */
export async function nameDetails(
  claim: NameMention,
  finding: Finding,
  corpus: Corpus,
  places: SourcePlaces,
  text: HoverText,
): Promise<string[]> {
  const entity = await entityOf(claim, finding, corpus);
  if (!entity) return [];
  return [who(entity, text), spellings(entity, text), await sources(entity, corpus, places, text)];
}

function who({ forms, titles, roles }: NamedEntity, text: HoverText): string {
  const described = [...titles, ...roles].slice(0, MOST_DESCRIPTIONS);
  const fullest = [...forms].sort((a, b) => b.form.length - a.form.length)[0]!.form;
  return described.length === 0 ? '' : `${text.strong(fullest)}: ${described.map(text.plain).join('; ')}`;
}

function spellings({ forms }: NamedEntity, text: HoverText): string {
  const shown = forms.slice(0, MOST_FORMS).map(({ form, mentions }) => `${text.plain(form)} (${mentions}×)`);
  const more = forms.length > MOST_FORMS ? `, and ${forms.length - MOST_FORMS} more` : '';
  return `Written in the sources: ${shown.join(', ')}${more}`;
}

async function sources(
  { bySource }: NamedEntity,
  corpus: Corpus,
  places: SourcePlaces,
  text: HoverText,
): Promise<string> {
  const lines: string[] = [];
  for (const { document, mentions, first } of bySource.slice(0, MOST_SOURCES)) {
    const place = await places.ofCleanSpan(corpus, document, first);
    if (place) lines.push(`${text.link(place)}: ${times(mentions)}`);
  }
  if (bySource.length > MOST_SOURCES) lines.push(`and ${bySource.length - MOST_SOURCES} more sources`);
  return text.list(lines);
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
