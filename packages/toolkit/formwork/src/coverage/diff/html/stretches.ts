/** Lines from `first` to `last`, both counted. */
export type Stretch = { readonly first: number; readonly last: number; readonly folded: boolean };

const context = 3;
const fewestFolded = 4;

/** Divides a file of `length` lines: what lies more than three lines from any that is `worthSeeing` is folded away, unless it is short. */
export function stretchesOf(length: number, worthSeeing: ReadonlySet<number>): readonly Stretch[] {
  const near = new Set([...worthSeeing].flatMap((line) => Array.from({ length: 2 * context + 1 }, (_, index) => line - context + index)));
  const stretches: { first: number; last: number; folded: boolean }[] = [];
  for (let line = 1; line <= length; line++) {
    const open = stretches.at(-1);
    if (open?.folded === !near.has(line)) open.last = line;
    else stretches.push({ first: line, last: line, folded: !near.has(line) });
  }
  return stretches.map((stretch) => ({ ...stretch, folded: stretch.folded && stretch.last - stretch.first + 1 >= fewestFolded }));
}
