/**
 * The candidate that was most likely meant by a mistyped word; null where none is close: at most a third of its letters differ.
 * A word may be made for each candidate, where only a part of what was typed can have meant it.
 */
export function nearest(word: string | ((candidate: string) => string), candidates: readonly string[]): string | null {
  const typed = typeof word === 'string' ? () => word : word;
  const [best] = candidates
    .map((candidate) => ({ candidate, length: Math.max(typed(candidate).length, candidate.length), apart: distance(typed(candidate), candidate) }))
    .filter(({ length, apart }) => apart <= Math.max(1, Math.floor(length / 3)))
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
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          cell(rows[row - 1], column) + 1,
          cell(current, column - 1) + 1,
          cell(rows[row - 1], column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
          swapped ? cell(rows[row - 2], column - 2) + 1 : Infinity,
        ),
      );
    }
    rows.push(current);
  }
  return cell(rows[a.length], b.length);
}

function cell(row: readonly number[] | undefined, column: number): number {
  return row?.[column] ?? Infinity;
}
