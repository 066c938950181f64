import { soundsMutating } from '../english.ts';
import type { Ownership } from '../lock.ts';
import { render, type MadeFile } from '../made-package.ts';
import { namesOf } from '../names.ts';
import type { Surroundings } from '../surroundings.ts';
import { useCaseFiles } from '../use-case/use-case-files.ts';
import { versionsFor } from './versions.ts';
import type { ChosenFeature } from './with-defaults.ts';

/** Every file of a new feature. */
export function featureFiles({ name, entity, useCases, description }: ChosenFeature, surroundings: Surroundings): readonly MadeFile[] {
  const { config, hasTsconfigBase } = surroundings;
  const view = {
    ...namesOf(name),
    name,
    description,
    packageName: `${config.scope}/${name}`,
    entity: namesOf(entity),
    useCases: useCases.map((useCase) => ({ ...namesOf(useCase), mutates: soundsMutating(useCase) })),
    versions: versionsFor(surroundings),
    tsconfigBase: hasTsconfigBase ? `${'../'.repeat(config.roots.features.split('/').length + 1)}tsconfig.base.json` : null,
  };
  const file = (path: string, template: string, ownership: Ownership): MadeFile => ({
    path,
    text: render(`feature/${template}.hbs`, view, surroundings),
    ownership,
  });
  return [
    file('package.json', 'package.json', 'owned'),
    file('README.md', 'README.md', 'owned'),
    file('tsconfig.json', 'tsconfig.json', 'generated'),
    file('vitest.config.ts', 'vitest.config.ts', 'generated'),
    file('src/index.ts', 'index.ts', 'generated'),
    file('src/feature.manifest.ts', 'feature.manifest.ts', 'owned'),
    file(`src/entities/${entity}.entity.ts`, 'entity.ts', 'owned'),
    file(`src/entities/${entity}.entity.test.ts`, 'entity.test.ts', 'owned'),
    file(`src/repositories/${entity}.repository.ts`, 'repository.ts', 'owned'),
    file(`src/repositories/${entity}.repository.memory.ts`, 'repository.memory.ts', 'owned'),
    file(`src/repositories/${entity}.repository.memory.test.ts`, 'repository.memory.test.ts', 'owned'),
    ...useCases.flatMap((useCase) =>
      useCaseFiles({ feature: name, name: useCase, entity, controller: true, ofEntity: true }, surroundings),
    ),
    file('src/bind.ts', 'bind.ts', 'owned'),
    file('src/bind.test.ts', 'bind.test.ts', 'owned'),
  ];
}
