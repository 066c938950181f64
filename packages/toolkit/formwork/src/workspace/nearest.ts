/**
 * The candidate that was most likely meant: the one with the fewest letters to change, where those are at most a third of it.
 * Null where none is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance && distance <= Math.max(1, Math.floor(candidate.length / 3))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** ` Did you mean 'x'?` with a leading space, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : ` Did you mean '${meant}'?`;
}

/** Letters to put in, take out or replace: Levenshtein 1966, row by row. */
function editDistance(from: string, to: string): number {
  const wanted = [...to];
  let row = wanted.map((_, index) => index + 1);
  let distance = wanted.length;
  for (const [index, letter] of [...from].entries()) {
    let diagonal = index;
    distance = index + 1;
    row = row.map((above, column) => {
      distance = Math.min(above + 1, distance + 1, diagonal + (letter === wanted[column] ? 0 : 1));
      diagonal = above;
      return distance;
    });
  }
  return distance;
}
