import { z } from 'zod';
import type { Edit } from '../../edits/plan.ts';
import { FormworkError } from '../../report/formwork-error.ts';
import { didYouMean } from '../../report/nearest.ts';
import { soundsMutating } from '../english.ts';
import { lockFile } from '../lock.ts';
import type { Kind } from '../kind.ts';
import { packageEdits } from '../made-package.ts';
import { nameOption } from '../name-option.ts';
import { namesOf } from '../names.ts';
import type { Surroundings } from '../surroundings.ts';
import { useCaseFiles } from './use-case-files.ts';

const options = z.object({
  feature: nameOption('feature').describe('The feature that is to do it.'),
  name: nameOption('use case').describe('What it does, a verb first: place-order.'),
  mutates: z
    .boolean()
    .optional()
    .describe('Whether it changes something; where nothing is said, the verb tells: get-order does not, place-order does.'),
  controller: z.boolean().default(true).describe('Whether it is called from outside; without, an event or a job has to lead to it.'),
});

const templateVersion = 2;

export const kind = {
  id: 'use-case',
  summary: 'One more use case in a feature that stands: declared as a draft, typed, bound, and with the red test that it owes.',
  options,
  positionals: ['feature', 'name'],
  example: 'orders cancel-order',
  templateVersion,
  templatesOf: ['use-case'],
  featureOf: ({ feature }) => feature,

  produce({ feature, name, mutates = soundsMutating(name), controller }, surroundings) {
    const entity = entityOf(feature, surroundings);
    const folder = `${surroundings.config.roots.features}/${feature}`;
    const made = useCaseFiles({ feature, name, entity, controller, ofEntity: false }, surroundings);
    const run = { kind: 'use-case', templateVersion, options: { feature, name, mutates, controller } };
    return {
      edits: [
        declared(folder, name, mutates),
        ...packageEdits(folder, made, run, surroundings),
        ...bound(folder, name, entity),
        ...(controller ? called(folder, name) : []),
      ],
      followUps: [],
    };
  },
} satisfies Kind<typeof options>;

/** The entity that the feature was made with, from its lock. Throws where no generator made it. */
function entityOf(feature: string, { features, site, config }: Surroundings): string {
  if (site.folder !== 'feature') {
    throw new FormworkError({
      code: 'generator/unknown-feature',
      message: `There is no feature '${feature}' under ${config.roots.features}.`,
      fix: `${didYouMean(feature, features)}Make it first: formwork gen feature ${feature}`,
    });
  }
  const entity = site.lock?.runs.find(({ kind }) => kind === 'feature')?.options['entity'];
  if (typeof entity === 'string') return entity;
  const file = `${config.roots.features}/${feature}/${lockFile}`;
  throw new FormworkError({
    code: 'generator/no-provenance',
    message: `${file} does not say what '${feature}' was made with.`,
    fix: `Write the use case by hand, or take ${file} back from git.`,
    file,
  });
}

function declared(folder: string, name: string, mutates: boolean): Edit {
  return {
    kind: 'ts-property',
    path: `${folder}/src/feature.manifest.ts`,
    call: 'defineFeature',
    argument: 0,
    keys: ['useCases'],
    name: namesOf(name).camel,
    value: `{ status: 'draft', mutates: ${mutates} }`,
  };
}

function bound(folder: string, name: string, entity: string): readonly Edit[] {
  const path = `${folder}/src/bind.ts`;
  const { camel } = namesOf(name);
  const exports = [`${camel}InputSchema`, `${camel}OutputSchema`, `${camel}UseCase`];
  const value = [
    '{',
    `  input: ${camel}InputSchema,`,
    `  output: ${camel}OutputSchema,`,
    `  create: (capabilities) => ${camel}UseCase({ ...capabilities, ${namesOf(entity).many} }),`,
    '}',
  ].join('\n');
  return [
    { kind: 'ts-import', path, from: `./use-cases/${name}.use-case.ts`, names: exports },
    { kind: 'ts-property', path, call: 'bindFeature', argument: 2, keys: [], name: camel, value },
  ];
}

function called(folder: string, name: string): readonly Edit[] {
  const path = `${folder}/src/bind.ts`;
  const { camel } = namesOf(name);
  return [
    { kind: 'ts-import', path, from: `./controllers/${name}.controller.ts`, names: [`${camel}Controller`] },
    {
      kind: 'ts-property',
      path,
      call: 'connectFeature',
      argument: 3,
      keys: ['controllers'],
      name: camel,
      value: `${camel}Controller(useCases.${camel})`,
    },
  ];
}
