import { finding, type Finding } from '../report/finding.ts';
import { keyPlace } from './parse-package.ts';
import type { ReadPackage } from './read-packages.ts';
import { pathIn, type Reader } from './reader.ts';

/** One finding for each package that cannot reach some of its dependencies through `node_modules`: what runs in it cannot be trusted. */
export function notInstalled(packages: readonly ReadPackage[], reader: Reader): readonly Finding[] {
  return packages.flatMap(({ folder, linked, text }) => {
    const missing = linked.filter((name) => !isReachable(folder, name, reader));
    const [first] = missing;
    if (first === undefined) return [];
    const file = pathIn(folder, 'package.json');
    return [
      finding({
        code: 'workspace/not-installed',
        file,
        ...keyPlace(text, first),
        message: `${file} depends on ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not installed.`,
        fix: 'Run `pnpm install`.',
      }),
    ];
  });
}

/** The file is asked for and not the folder, so that a link to nothing does not count. */
function isReachable(folder: string, name: string, reader: Reader): boolean {
  return [folder, '.'].some((from) => reader.kind(pathIn(from, `node_modules/${name}/package.json`)) !== null);
}
