export type Order = (a: string, b: string) => number;

/** By UTF-16 units, as `sort()` does. */
export const byUnits: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Where a name goes in a list, by the first of the orders in which the list is sorted; last where it is sorted in none. */
export function sortedIndex(names: readonly string[], name: string, orders: readonly Order[]): number {
  const order = orders.find((one) => names.toSorted(one).every((sorted, index) => sorted === names[index]));
  const index = order === undefined ? -1 : names.findIndex((one) => order(one, name) > 0);
  return index === -1 ? names.length : index;
}
