/**
 * Letters inserted, left out, changed or swapped with their neighbour (optimal string alignment), counted up to `limit`; more
 * than that is `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  let [ends, end] = [a.length, b.length];
  while (start < ends && start < end && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (ends > start && end > start && a.charCodeAt(ends - 1) === b.charCodeAt(end - 1)) {
    ends--;
    end--;
  }
  // What is left between equal beginnings and ends is mostly a letter, or most of the word.
  const [left, right] = [ends - start, end - start];
  if (left === 0 || right === 0) return left + right;
  if (limit < 2) {
    if (limit < 1) return 1;
    const isSwapped = left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
    return (left === 1 && right === 1) || isSwapped ? 1 : 2;
  }
  return lettersApart(a, b) > 2 * limit ? limit + 1 : distanceOf(a.slice(start, ends), b.slice(start, end), limit);
}

/** How many letters one has and the other has not: each edit changes two at most. Some letters count as one. */
function lettersApart(a: string, b: string): number {
  let letters = lettersIn(a) ^ lettersIn(b);
  let count = 0;
  for (; letters !== 0; letters &= letters - 1) count++;
  return count;
}

function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function distanceOf(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}
