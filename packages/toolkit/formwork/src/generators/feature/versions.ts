import type { Surroundings } from '../surroundings.ts';

/** What a feature is made to work with, where the workspace's catalog names no version of its own. */
export const pinned = {
  zod: '4.6.7',
  '@vitest/coverage-v8': '5.1.0',
  vite: '8.3.8',
  vitest: '5.1.0',
};

/** The version ranges for a new `package.json`: the workspace's own package, else its catalog's, else a pinned one. */
export function versionsFor({ packages, catalog, version }: Surroundings) {
  const range = (name: string, otherwise: string): string => {
    if (packages[name] !== undefined) return 'workspace:*';
    return catalog.includes(name) ? 'catalog:' : otherwise;
  };
  return {
    feature: range('@formwork/feature', version),
    zod: range('zod', pinned.zod),
    coverage: range('@vitest/coverage-v8', pinned['@vitest/coverage-v8']),
    vite: range('vite', pinned.vite),
    vitest: range('vitest', pinned.vitest),
  };
}
