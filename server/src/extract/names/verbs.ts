import { wordSet } from './titles.ts';

const VERBS =
  wordSet(`said says stated states told tells added adds argued argues noted notes emphasised emphasized explained warned
  insisted insists claimed claims denied announced replied wrote writes was is has had will would also went faced won lost made took
  became joined scored signed believes believed confirmed revealed admitted asked called came died left met played posted
  resigned returned spoke tweeted wants wanted whose who`);

/** Verbs behind which a capitalised word in front is mostly a person or body: `Young faced`, `Baloch stated`. */
export function isVerbOfPersons(lower: string): boolean {
  return VERBS.has(lower);
}
