/** Files whose lines a test can run. */
export const sourceExtensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'] as const;

const source = new RegExp(String.raw`\.(?:${sourceExtensions.join('|')})$`);

/** What is written in the same language and is not there to be tested. */
const others: readonly RegExp[] = [
  /\.d(?:\.[^./]+)?\.[cm]?ts$/,
  /\.(?:test|spec|test-d|stories)\.[^./]+$/,
  /(?:^|\/)(?:__tests__|type-tests)\//,
  // A tool's own settings stand beside package.json; below src/ the name says nothing.
  /^(?!(?:.*\/)?src\/).*\.config\.[^./]+$/,
  /^turbo\/generators\/config\.[^./]+$/,
];

/** Whether a file is source: no declarations, tests, stories or settings of a tool. What else a test need not run belongs in an allowlist. */
export function isSource(file: string): boolean {
  return source.test(file) && !others.some((other) => other.test(file));
}
