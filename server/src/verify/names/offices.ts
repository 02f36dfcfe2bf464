const UNIQUE =
  /\b(?:minister|secretary|president|premier|chancellor|chief|head|director|chairman|chairwoman|chairperson|chair|ceo|cfo|coo|leader|mayor|governor|king|queen|pope|manager|coach|captain|editor|ambassador|commissioner|commander|treasurer|principal|headteacher|headmaster|director-general|secretary-general|vice-chancellor|master|warden|dean|provost|rector|sheriff|ombudsman)\b/iu;
const SHARED =
  /\b(?:spokes(?:man|woman|person|people)|officer|member|inspector|superintendent|constable|sergeant|deputy leader|co-\w+|vice|assistant|former|ex)\b/iu;

/** Offices that say enough in one word. */
const ALONE =
  /^(?:the )?(?:mayor|mayoress|pope|prime minister|chancellor|chief executive|premier|king|queen|ceo|cfo|coo|treasurer|director-general|secretary-general|leader of the opposition)$/iu;

/**
 * Is it an office that one person holds at a time, said exactly enough to be compared: `treasury secretary`, `director of the
 * yard`, not `director`, `spokesman` or `police officer`?
 */
export function isOffice(text: string): boolean {
  const plain = text.trim();
  if (!UNIQUE.test(plain)) return false;
  if (/\bchief (?:\w+ officer|constable|inspector of)\b/iu.test(plain)) return true;
  if (SHARED.test(plain)) return false;
  return (
    ALONE.test(plain) ||
    plain.split(/\s+/u).filter((word) => !/^(?:of|the|for|at|in|and|a|an)$/iu.test(word)).length > 1
  );
}
