import { finding, type Finding, type Severity } from '../../report/finding.ts';
import type { Mutant } from './stryker-report.ts';

/** What is asked of a feature: `score` in percent, and where its manifest says so. `folder` is its package's, relative to the root. */
export type Asked = {
  readonly feature: string;
  readonly folder: string;
  readonly score: number;
  readonly manifest: { readonly file: string; readonly line: number; readonly column: number };
};

/** A mutant, the file that it is in, relative to the package, and what that file holds. */
export type PlacedMutant = Mutant & { readonly file: string; readonly source: string };

/** A mutant that tests run and that none noticed. `tests` are their files, relative to the package, by the tests' ids. */
export function survived(mutant: PlacedMutant, asked: Asked, severity: Severity, tests: ReadonlyMap<string, string>): Finding {
  return finding({
    code: 'mutation/survived',
    severity,
    ...placeOf(mutant, asked),
    message: `No test notices when ${quoted(originalOf(mutant))} becomes ${quoted(mutant.replacement)}.`,
    fix: `Assert in ${listed(noticing(mutant, tests), asked)} what differs then.`,
  });
}

/** A mutant that no test runs. */
export function notCovered(mutant: PlacedMutant, asked: Asked, severity: Severity): Finding {
  return finding({
    code: 'mutation/no-coverage',
    severity,
    ...placeOf(mutant, asked),
    message: `No test runs ${quoted(originalOf(mutant))}, so none notices when it becomes ${quoted(mutant.replacement)}.`,
    fix: `Run it in ${listed([testBeside(mutant.file)], asked)}, and assert what it does.`,
  });
}

/** A mutant that a comment leaves out and does not say why. */
export function ignored(mutant: PlacedMutant, asked: Asked): Finding {
  return finding({
    code: 'mutation/ignored',
    ...placeOf(mutant, asked),
    message: `${quoted(originalOf(mutant))} is kept from mutants by a comment that gives no reason.`,
    fix: 'Write the reason behind a colon, `// Stryker disable next-line all: <reason>`, or take the comment away.',
  });
}

/** A score, in percent of the `valid` mutants, below what the manifest asks for. */
export function belowScore(score: number, valid: number, { feature, score: least, manifest }: Asked): Finding {
  return finding({
    code: 'mutation/below-score',
    ...manifest,
    message: `The tests of ${feature} notice ${shownScore(score)} of ${mutants(valid)}, and ${least} % are asked for.`,
    fix: 'Strengthen the tests that the survivors name, or lower coverage.mutation.score in the manifest.',
  });
}

/** Where a mutant cannot run, that says nothing; where none can, that says that the question was not asked. */
export function notRun(broken: readonly Mutant[], { feature, manifest }: Asked): Finding {
  const reasons = broken.map(({ statusReason }) => statusReason.trim().split('\n', 1).join()).filter((reason) => reason !== '');
  return finding({
    code: 'mutation/not-run',
    severity: 'warning',
    ...manifest,
    message: `Of ${mutants(broken.length)} of ${feature} none could be run: ${[...new Set(reasons)].slice(0, 3).join('; ')}`,
    fix: 'See whether the code can be loaded in another form than it has; a mutant that breaks the loading of a module proves nothing.',
  });
}

/** `1 mutant`, `2 mutants`. */
export function mutants(count: number): string {
  return count === 1 ? '1 mutant' : `${count} mutants`;
}

/** In percent, rounded down, so that what is below a band never looks like it. */
export function shownScore(score: number): string {
  return `${Math.floor(score * 100) / 100} %`;
}

function placeOf({ file, location: { start } }: PlacedMutant, { folder }: Asked) {
  return { file: `${folder}/${file}`, line: start.line, column: start.column };
}

/** The tests that run the mutant and do not notice: the one beside it where it is among them, or where none is known. */
function noticing({ file, coveredBy }: PlacedMutant, tests: ReadonlyMap<string, string>): readonly string[] {
  const beside = testBeside(file);
  const covering = [...new Set(coveredBy.flatMap((id) => tests.get(id) ?? []))].sort();
  return covering.length === 0 || covering.includes(beside) ? [beside] : covering;
}

/** The naming law: `a.ts` is tested by `a.test.ts` beside it. */
function testBeside(file: string): string {
  return file.replace(/(\.[^./]+)$/, '.test$1');
}

function listed(files: readonly string[], { folder }: Asked): string {
  const rest = files.length > 3 ? [`${files.length - 3} more`] : [];
  return [...files.slice(0, 3).map((file) => `${folder}/${file}`), ...rest].join(', ');
}

function originalOf({ source, location: { start, end } }: PlacedMutant): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === lines.length - 1 ? end.column - 1 : undefined))
    .join('\n');
}

/** Code on one line, and no more of it than can be read at a glance. */
function quoted(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return `\`${line.length > 100 ? `${line.slice(0, 99)}…` : line}\``;
}
