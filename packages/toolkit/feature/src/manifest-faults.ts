import { effectKinds, triggerKinds } from './kinds.ts';
import type { Band, FeatureManifest, UseCaseDeclaration } from './manifest.ts';
import { isContractName, isFeatureName, isUseCaseName } from './naming.ts';

const manifestKeys = ['name', 'useCases', 'coverage'];
const useCaseKeys: readonly string[] = ['status', 'mutates', ...triggerKinds, ...effectKinds];
const contractLists = ['consumes', 'works', 'receives', 'publishes', 'enqueues', 'broadcasts'] as const;

/** What breaks the naming law in a manifest, or is no part of one; one sentence each. */
export const manifestFaults = (manifest: FeatureManifest): readonly string[] => [
  ...unknownKeys('the manifest', manifest, manifestKeys),
  ...(isFeatureName(manifest.name) ? [] : [`"${manifest.name}" names no feature. Write kebab-case, for example order-history.`]),
  ...Object.entries(manifest.useCases).flatMap(([key, useCase]) => useCaseFaults(manifest.name, key, useCase)),
  ...bandFaults(manifest),
];

const useCaseFaults = (feature: string, key: string, useCase: UseCaseDeclaration) => [
  ...(isUseCaseName(key) ? [] : [`"${key}" names no use case. Write camelCase, for example placeOrder.`]),
  ...unknownKeys(`${feature}.${key}`, useCase, useCaseKeys),
  ...contractLists.flatMap((list) =>
    (useCase[list] ?? [])
      .filter((name) => !isContractName(name))
      .map((name) => `${feature}.${key} ${list} "${name}", which names no contract. Write <feature>.<kebab-case>.v<n>.`),
  ),
  ...[...triggerKinds, ...effectKinds].flatMap((list) =>
    (useCase[list] ?? []).filter((name, index, all) => all.indexOf(name) !== index).map((name) => `${feature}.${key} ${list} "${name}" twice.`),
  ),
];

const unknownKeys = (where: string, given: object, known: readonly string[]) =>
  Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => `${where} has "${key}", which is none of ${known.join(', ')}.`);

const bandFaults = ({ coverage = {} }: FeatureManifest) => {
  const bands: readonly (Band | undefined)[] = [coverage.baseline, ...Object.values(coverage.layers ?? {})];
  const measures = [...bands.flatMap((band) => Object.entries(band ?? {})), ...Object.entries({ score: coverage.mutation?.score ?? 0 })];
  return measures
    .filter(([, percent]) => !(percent >= 0 && percent <= 100))
    .map(([measure, percent]) => `coverage asks ${measure} of ${percent}, which is no percentage.`);
};
