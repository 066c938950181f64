import { FeatureError } from './errors.ts';
import type { EffectKind, TriggerKind } from './kinds.ts';
import { manifestFaults } from './manifest-faults.ts';

/** Percentages, each 0 to 100. */
export interface Band {
  readonly statements?: number;
  readonly branches?: number;
  readonly functions?: number;
  readonly lines?: number;
}

/** A feature's own bands, where they differ from the house's. */
export interface CoverageDeclaration {
  readonly baseline?: Band;
  readonly layers?: { readonly entities?: Band; readonly 'use-cases'?: Band; readonly controllers?: Band };
  readonly mutation?: { readonly targets?: readonly string[]; readonly score?: number };
}

/** What one use case is led to by, and what it may do. An empty list may be left out. */
export interface UseCaseDeclaration {
  /** `draft`: declared, and not implemented yet. */
  readonly status: 'live' | 'draft';
  readonly mutates: boolean;
  readonly consumes?: readonly string[];
  readonly works?: readonly string[];
  readonly receives?: readonly string[];
  readonly publishes?: readonly string[];
  readonly enqueues?: readonly string[];
  readonly broadcasts?: readonly string[];
  readonly audits?: readonly string[];
}

/** What a feature declares about itself: the one source that types, rules, gates and generators read. */
export interface FeatureManifest {
  readonly name: string;
  readonly useCases: Readonly<Record<string, UseCaseDeclaration>>;
  readonly coverage?: CoverageDeclaration;
}

/** The names of a manifest's use cases. */
export type UseCaseKey<M extends FeatureManifest> = keyof M['useCases'] & string;

/** `orders.placeOrder`: a use case's name in the whole repository. */
export type UseCaseName<M extends FeatureManifest, K extends UseCaseKey<M>> = `${M['name']}.${K}`;

/** What the use case `K` declares under `List`, as a union of literals; `never` where it declares nothing. */
export type Declared<M extends FeatureManifest, K extends UseCaseKey<M>, List extends TriggerKind | EffectKind> = List extends keyof M['useCases'][K]
  ? ItemOf<M['useCases'][K][List]>
  : never;

type ItemOf<List> = List extends readonly string[] ? List[number] : never;

/** What any use case of the feature declares under any of `List`. */
export type DeclaredAnywhere<M extends FeatureManifest, List extends TriggerKind | EffectKind> = {
  [K in UseCaseKey<M>]: Declared<M, K, List>;
}[UseCaseKey<M>];

/**
 * Declares a feature.
 * @param manifest strings, numbers, booleans, arrays and objects only, so that tools read it without running it.
 * @returns the very same object, frozen, with every name as a literal type.
 * @throws FeatureError `manifest/invalid`, with everything in it that breaks the naming law.
 */
export const defineFeature = <const M extends FeatureManifest>(manifest: M): M => {
  const faults = manifestFaults(manifest);
  if (faults.length > 0) {
    throw new FeatureError('manifest/invalid', faults.join('\n'), { issues: faults.map((message) => ({ message })) });
  }
  return freeze(manifest);
};

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
};
