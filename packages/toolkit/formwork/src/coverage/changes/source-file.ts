/** Endings of the files whose syntax tells what a test can run. */
export const sourceExtensions = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'] as const;

const script = new RegExp(String.raw`\.(?:${sourceExtensions.join('|')})$`);

/** What is written in the same language and is not there to be tested. */
const others: readonly RegExp[] = [
  /\.d(?:\.[^./]+)?\.[cm]?ts$/,
  /[._](?:test|spec)\.[^./]+$/,
  /\.(?:test-d|e2e|e2e-spec|cy|story|stories)\.[^./]+$/,
  /(?:^|\/)(?:__tests__|__mocks__|type-tests)\//,
  // Below src/ the name says nothing.
  /^(?!(?:.*\/)?src\/)(?:.*\/)?tests?(?:\/|\.[^./]+$)/,
  // A tool's own settings stand beside package.json.
  /^(?!(?:.*\/)?src\/).*\.config\.[^./]+$/,
  /(?:^|\/)\.[^./]+rc\.[^./]+$/,
  /^turbo\/generators\/config\.[^./]+$/,
];

/**
 * Whether a file is source: JS or TS that is no declaration, test, story or setting of a tool. What else a test need not run belongs in an
 * allowlist.
 */
export function isSource(file: string): boolean {
  return script.test(file) && !others.some((other) => other.test(file));
}

/** The same where some other languages count too, every file of theirs: what a report knows of, a test runs. */
export function isSourceOf(file: string, languages: readonly string[]): boolean {
  return script.test(file) ? isSource(file) : languages.includes(languageOf(file));
}

/** What a file's name says of its language: its last ending with the dot, or the whole name where it has none. */
export function languageOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.slice(Math.max(name.lastIndexOf('.'), 0));
}

/**
 * What git is asked for, wherever in the repository: names that end as those of JS and TS do, or as these languages are named. Such a
 * pattern, one star and then letters, costs git nothing; `**` would double the time of a diff.
 */
export function sourcePaths(languages: readonly string[]): readonly string[] {
  const endings = [...new Set([...sourceExtensions.map((extension) => `.${extension}`), ...languages])];
  return endings.join('').length > longest ? [] : endings.map((ending) => `:(top)*${ending.replace(/[*?[\]\\]/g, String.raw`\$&`)}`);
}

/** More characters than this fit on no command line of Windows; git is then asked for every file. */
const longest = 20_000;
