/** The candidate that was most likely meant by a mistyped word; null where none is close: at most a third of its letters differ. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3)))
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate ?? null;
}

/** `Did you mean <what>? ` with `show` applied to what is near, or nothing. */
export function didYouMean(word: string, candidates: readonly string[], show: (candidate: string) => string = (it) => it): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : `Did you mean ${show(meant)}? `;
}

/** How many letters to insert, remove, replace or swap with their neighbour: the optimal string alignment distance. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          cell(rows[row - 1], column) + 1,
          cell(current, column - 1) + 1,
          cell(rows[row - 1], column - 1) + (same ? 0 : 1),
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
