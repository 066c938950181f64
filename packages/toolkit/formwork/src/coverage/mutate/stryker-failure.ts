import { stripVTControlCharacters } from 'node:util';
import { FormworkError } from '../../report/formwork-error.ts';
import type { Finished } from '../../report/machine.ts';

type Entry = { readonly level: string; readonly category: string; readonly text: string };

/**
 * Why Stryker gave no results for a feature, from what it printed: `mutation/tests-fail` where the tests fail without any mutant,
 * `mutation/no-tests` where there are none, else `mutation/failed`. `package` is the feature's npm name, `folder` its package's.
 */
export function strykerFailure(
  { stdout, stderr, exitCode }: Finished,
  { feature, package: name, folder }: { readonly feature: string; readonly package: string; readonly folder: string },
): FormworkError {
  const printed = stripVTControlCharacters(stdout);
  const errors = entriesOf(printed).filter(({ level }) => level === 'ERROR' || level === 'FATAL');
  const tests = errors.filter(({ category }) => category === 'DryRunExecutor');
  if (tests.length > 0) {
    return new FormworkError({
      code: 'mutation/tests-fail',
      message: `The tests of ${feature} do not pass without any mutant, so they say nothing about mutants: ${said(tests)}`,
      fix: `Make them pass first: pnpm test --filter ${name}`,
      file: folder,
    });
  }
  if (errors.some(({ text }) => text.startsWith('No tests were executed'))) {
    return new FormworkError({
      code: 'mutation/no-tests',
      message: `vitest finds no test in ${folder}, so nothing can notice a mutant of ${feature}.`,
      fix: `Write tests beside its entities and use cases, and see that they are found: pnpm test --filter ${name}`,
      file: folder,
    });
  }
  return new FormworkError({
    code: 'mutation/failed',
    message: `Stryker could not mutate ${feature} (exit code ${exitCode}): ${errors.length > 0 ? said(errors) : shortened(`${printed}\n${stripVTControlCharacters(stderr)}`)}`,
    fix: `See whether its tests run at all: pnpm test --filter ${name}`,
    file: folder,
  });
}

/** What Stryker logs: `12:34:56 (4711) ERROR Category text`, and the lines that go on with it. */
function entriesOf(printed: string): readonly Entry[] {
  const entries = printed.split(/^(?=\d\d:\d\d:\d\d \(\d+\) [A-Z]+ )/m);
  return entries.flatMap((entry) => {
    const [, level, category, text] = /^\S+ \S+ ([A-Z]+) (\S+) (.*)$/s.exec(entry) ?? [];
    return level === undefined || category === undefined || text === undefined ? [] : [{ level, category, text }];
  });
}

function said(entries: readonly Entry[]): string {
  return shortened(entries.map(({ text }) => text.replace(/^\s+at .*$/gm, '').replaceAll('\t', '  ').trim()).join('\n'));
}

function shortened(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.join('\n').slice(0, 2000);
}
