import { FeatureError } from './errors.ts';
import { triggerKinds } from './kinds.ts';
import type { FeatureManifest } from './manifest.ts';

/** What a binder made of a feature, as far as its manifest can be held against it. */
export interface Conformable {
  readonly useCases: Readonly<Record<string, unknown>>;
  readonly triggers: readonly { readonly kind: string; readonly contract: { readonly name: string }; readonly useCase: string }[];
}

/**
 * Holds what was bound and connected against the manifest. A draft may lack its triggers: it is not implemented yet.
 * @throws FeatureError `conformance/broken`, with everything that does not match, one line each, also in `issues`.
 */
export const assertConformance = (manifest: FeatureManifest, connected: Conformable): void =>
  refuse(manifest, [...useCaseFaults(manifest, connected.useCases), ...triggerFaults(manifest, connected.triggers)]);

/**
 * Holds only the names of the use cases against the manifest.
 * @throws FeatureError `conformance/broken`, as `assertConformance`.
 */
export const assertUseCases = (manifest: FeatureManifest, useCases: Conformable['useCases']): void =>
  refuse(manifest, useCaseFaults(manifest, useCases));

const refuse = ({ name }: FeatureManifest, broken: readonly string[]) => {
  if (broken.length === 0) return;
  throw new FeatureError('conformance/broken', [`${name} is not what its manifest declares:`, ...broken].join('\n- '), {
    issues: broken.map((message) => ({ message })),
  });
};

const useCaseFaults = (manifest: FeatureManifest, useCases: Readonly<Record<string, unknown>>) => [
  ...Object.keys(manifest.useCases)
    .filter((key) => !Object.hasOwn(useCases, key))
    .map((key) => `${manifest.name}.${key} is declared, and not bound.`),
  ...Object.keys(useCases)
    .filter((key) => !Object.hasOwn(manifest.useCases, key))
    .map((key) => `${manifest.name}.${key} is bound, and not declared.`),
];

const triggerFaults = (manifest: FeatureManifest, triggers: Conformable['triggers']) => {
  const declared = Object.entries(manifest.useCases).flatMap(([key, useCase]) =>
    triggerKinds.flatMap((kind) =>
      (useCase[kind] ?? []).map((contract) => ({ line: lineOf(`${manifest.name}.${key}`, kind, contract), owed: useCase.status === 'live' })),
    ),
  );
  const connected = triggers.map(({ useCase, kind, contract }) => lineOf(useCase, kind, contract.name));
  const declaredLines = new Set(declared.map(({ line }) => line));
  return [
    ...declared.filter(({ line, owed }) => owed && !connected.includes(line)).map(({ line }) => `${line}: declared, and nothing is connected to it.`),
    ...new Set(connected.filter((line) => !declaredLines.has(line)).map((line) => `${line}: connected, and not declared.`)),
    ...new Set(connected.filter((line, index) => connected.indexOf(line) !== index).map((line) => `${line}: connected more than once.`)),
  ];
};

const lineOf = (useCase: string, kind: string, contract: string) => `${useCase} ${kind} ${contract}`;
