/** What a line can be, worst first: its sign in the gutter, and the words for it. */
const known = {
  uncovered: { sign: '✗', words: 'no test runs it' },
  partial: { sign: '◐', words: 'a branch in it is never taken' },
  'no-coverage-data': { sign: '?', words: 'no report knows it' },
  stale: { sign: '≠', words: 'the report is of another text' },
  ignored: { sign: '⊘', words: 'a hint takes it out of the report' },
  allowed: { sign: '○', words: 'the allowlist lets it pass' },
  covered: { sign: '✓', words: 'a test runs it' },
} as const;

export type Kind = { readonly name: string; readonly sign: string; readonly words: string };

/** The kinds among these names, worst first and each once; one that is not among ours has its name alone, and stands last. */
export function kindsAmong(names: Iterable<string>): readonly Kind[] {
  const all = new Set(names);
  const ours = Object.entries(known).flatMap(([name, how]) => (all.has(name) ? [{ name, ...how }] : []));
  const others = [...all].filter((name) => !Object.hasOwn(known, name)).sort();
  return [...ours, ...others.map((name) => ({ name, sign: '•', words: name }))];
}
