import { join } from 'node:path';
import { nodeFiles } from '../../report/node-files.ts';
import { kindIds, templatesFolder } from '../kinds.ts';
import type { Surroundings, Template } from '../surroundings.ts';

const templates = Object.fromEntries(
  kindIds(nodeFiles).flatMap((kind) =>
    nodeFiles.list(templatesFolder(kind)).map(({ name }): [string, Template] => {
      const file = `${kind}/${name}`;
      return [file, { file, text: nodeFiles.read(join(templatesFolder(kind), name)) }];
    }),
  ),
);

/** A repository with a composition root and nothing else, and what is said of it. */
export function drawSurroundings(said: Partial<Surroundings> = {}): Surroundings {
  return {
    config: {
      scope: '@repo',
      roots: { features: 'packages/features', contracts: 'packages/contracts', cores: 'packages/core' },
      base: null,
      gates: null,
      composition: 'apps/shop/src/compose.ts',
    },
    version: '1.2.3',
    features: [],
    site: { folder: 'free', contracts: 'free', lock: null },
    packages: {},
    catalog: [],
    hasTsconfigBase: true,
    composition: { file: 'apps/shop/src/compose.ts', context: 'context', packageFile: 'apps/shop/package.json' },
    templates,
    ...said,
  };
}
