/** Files whose lines a test can run. */
export const sourceExtensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'] as const;

const source = new RegExp(String.raw`\.(?:${sourceExtensions.join('|')})$`);

/** What is written in the same language and is not there to be tested. */
const others: readonly RegExp[] = [
  /\.d(?:\.[^./]+)?\.[cm]?ts$/,
  /\.(?:test|spec|test-d|stories|config)\.[^./]+$/,
  /(?:^|\/)(?:__tests__|type-tests|__fixtures__|fixtures|templates)\//,
  /^turbo\/generators\/config\.[^./]+$/,
];

/** Whether a file is source: no declarations, tests, stories, configs, fixtures or templates. */
export function isSource(file: string): boolean {
  return source.test(file) && !others.some((other) => other.test(file));
}
