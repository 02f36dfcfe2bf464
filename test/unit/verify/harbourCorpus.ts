import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** A few sources about one harbour, for properties that hold whatever the draft says. */
export const HARBOUR: Readonly<Record<string, string>> = {
  'minutes.txt': `Minutes of the harbour board in Ellisvik

Present: Carl Voss (chair), Philippa Thorne, Maren Kjell.

The board spent 1,200 crowns on rope in March and $2 million on the new quay. The quay is 340 metres long. In 2024 the harbour took in 14,500 containers, which was 5 per cent more than in 2023.

Mr Voss said: “The dredger lay idle for 14 weeks because nobody had ordered its spare parts.”`,
  'wire.txt': `ELLISVIK - The harbour of Ellisvik is full, its chair said on Monday.

“The quay is full and the tide does not wait,” Carl Voss told reporters. “We will not sell the old mill before the winter.”

Philippa Thorne, the harbour engineer, counted 63 ships at anchor. Some 2,400 dockers work in the port. Nine of them were hurt in January.`,
  'letter.md': `# A letter from the dockers

We, the dockers of Ellisvik, ask for *two days* of rest a month. “Nobody asked us about the cranes,” writes Maren Kjell, who speaks for the Federation of Dockers. The cranes cost $2 million too much, she says.`,
};

/** A source that speaks of nothing that the others speak of. */
export const UNRELATED: Readonly<Record<string, string>> = {
  'choir.txt': `The choir of Oberlind sang for 40 minutes. Its conductor, Beatrix Lohmann, thanked 300 guests. “We sang better than we feared,” she said. Tickets cost 15 euros.`,
};

/** Sentences of drafts, right and wrong ones. */
export const SENTENCES: readonly string[] = [
  'The board spent 1,200 crowns on rope in March.',
  'The board spent 1,300 crowns on rope in March.',
  'The new quay cost $2 million.',
  'The harbour took in 14,500 containers in 2024.',
  'That was 5 per cent more than in 2023.',
  'Philippa Thorne counted 63 ships at anchor.',
  'Philippa Thorn counted 36 ships at anchor.',
  'Some 2,400 dockers work in the port.',
  'Nine dockers were hurt in January.',
  'Maren Kjell speaks for the Federation of Dockers.',
  '“The quay is full and the tide does not wait,” said Carl Voss.',
  '“The quay is full and the tide does not wait,” said Maren Kjell.',
  '“The quay is empty and the tide does not wait,” said Carl Voss.',
  'Karl Voss called the dredger “idle for 14 weeks”.',
  '“Nobody asked us about the cranes,” wrote Maren Kjell.',
  '“We will not sell the old mill … before the winter,” Voss told reporters.',
  'The harbour engineer, Philippa Thorne, was not there.',
  'Nobody in Grimsholt has heard of Tilda Brask.',
];

/** What is said of each claim of a draft, in order. */
export async function verdictsOf(raw: string, sources: Readonly<Record<string, string>> = HARBOUR): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts(sources));
  return checked.map(({ claim, finding }) => `${claim.kind} ${finding.verdict} ${finding.code}`);
}
