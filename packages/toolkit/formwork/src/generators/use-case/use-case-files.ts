import { sentenceOf } from '../english.ts';
import { render, type MadeFile } from '../made-package.ts';
import { namesOf } from '../names.ts';
import type { Surroundings } from '../surroundings.ts';

/** A draft that is to be made, all names in kebab-case. */
export type Draft = {
  readonly feature: string;
  readonly name: string;
  readonly entity: string;
  readonly controller: boolean;
  /** Whether its contract is made of the entity's schema, which only a feature that is made in the same run is sure to have. */
  readonly ofEntity: boolean;
};

/** The files of one draft: the use case and its red test, and where it is called, its controller and test. */
export function useCaseFiles({ feature, name, entity, controller, ofEntity }: Draft, surroundings: Surroundings): readonly MadeFile[] {
  const does = sentenceOf(name);
  const view = {
    ...namesOf(name),
    feature: { ...namesOf(feature), name: feature },
    entity: namesOf(entity),
    does,
    sentence: does.charAt(0).toUpperCase() + does.slice(1),
    ofEntity,
    creates: ofEntity && name === `create-${entity}`,
  };
  const file = (path: string, template: string): MadeFile => ({
    path,
    text: render(`use-case/${template}.hbs`, view, surroundings),
    ownership: 'owned',
  });
  return [
    file(`src/use-cases/${name}.use-case.ts`, 'use-case.ts'),
    file(`src/use-cases/${name}.use-case.test.ts`, 'use-case.test.ts'),
    ...(controller
      ? [
          file(`src/controllers/${name}.controller.ts`, 'controller.ts'),
          file(`src/controllers/${name}.controller.test.ts`, 'controller.test.ts'),
        ]
      : []),
  ];
}
