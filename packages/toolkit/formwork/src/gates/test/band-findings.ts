import { join, posix } from 'node:path';
import { finding, type Finding } from '../../report/finding.ts';
import type { Files } from '../../report/machine.ts';
import type { TaskRun } from '../turbo/run-task.ts';

const measured = String.raw`^ERROR: Coverage for (?<measure>\w+) \((?<is>[\d.]+)%\)`;
const asked = String.raw`(?:global|"(?<glob>.+)") threshold \((?<band>[\d.]+)%\)(?: for (?<of>.+))?$`;
const missed = new RegExp(`${measured} does not meet ${asked}`, 'gm');

/** The bands that vitest found missed, at the file that states them. */
export function bandFindings({ log, folder, package: name }: TaskRun, root: string, files: Files): readonly Finding[] {
  const stating = ['src/feature.manifest.ts', 'vitest.config.ts'].map((file) => posix.join(folder, file));
  const file = stating.find((candidate) => files.kind(join(root, candidate)) !== null) ?? posix.join(folder, 'package.json');
  return [...log.matchAll(missed)].map(({ groups = {} }) => {
    const { measure, is, glob, band, of: within = glob ?? 'the whole package' } = groups;
    return finding({
      code: 'test/below-band',
      file,
      message: `Tests cover ${is} % of the ${measure} of ${within} in ${name}, and the band asks for ${band} %.`,
      fix: `Test what is not covered: pnpm test --filter ${name} -- --coverage leaves it in ${folder}/coverage/lcov.info.`,
    });
  });
}
