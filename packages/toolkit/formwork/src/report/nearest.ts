/**
 * The candidate that was most likely meant by a mistyped word; null where none is close: at most a third of its letters differ.
 * A word may be made for each candidate, where only a part of what was typed can have meant it.
 */
export function nearest(word: string | ((candidate: string) => string), candidates: readonly string[]): string | null {
  const wordFor = typeof word === 'string' ? () => word : word;
  const [best] = candidates
    .map((candidate) => ({ candidate, typed: wordFor(candidate) }))
    .map(({ candidate, typed }) => ({ candidate, typed, limit: Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3)) }))
    .filter(({ candidate, typed, limit }) => Math.abs(typed.length - candidate.length) <= limit)
    .map(({ candidate, typed, limit }) => ({ candidate, limit, apart: distance(typed, candidate) }))
    .filter(({ apart, limit }) => apart <= limit)
    .sort((a, b) => a.apart - b.apart);
  return best?.candidate ?? null;
}

/** `Did you mean main? `, to begin a fix with; empty where nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : `Did you mean ${meant}? `;
}

/** How many letters to insert, remove, replace or swap with their neighbour: the optimal string alignment distance. */
function distance(a: string, b: string): number {
  const known = new Map<string, number>();
  /** The same for the first letters alone. */
  const ofFirst = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const seen = known.get(`${i} ${j}`);
    if (seen !== undefined) return seen;
    const ways = [ofFirst(i - 1, j) + 1, ofFirst(i, j - 1) + 1, ofFirst(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1])];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(ofFirst(i - 2, j - 2) + 1);
    const least = Math.min(...ways);
    known.set(`${i} ${j}`, least);
    return least;
  };
  return ofFirst(a.length, b.length);
}
