import type {
  DeclaredName,
  DeclaredUseCase,
  EffectKind,
  Feature,
  Manifest,
  TriggerKind,
  UseCaseSource,
  Workspace,
} from '../workspace/model.ts';
import { effectKinds, triggerKinds } from '../workspace/model.ts';

/** A use case as its manifest declares it, and the file that holds its code; null where there is none. */
export type Declared = {
  readonly feature: Feature;
  readonly manifest: Manifest;
  readonly useCase: DeclaredUseCase;
  readonly source: UseCaseSource | null;
  /** `orders.placeOrder`. */
  readonly fullName: string;
};

/** Every use case of every manifest that could be read. */
export function declaredUseCases({ features }: Workspace): readonly Declared[] {
  return readable(features).flatMap(({ feature, manifest }) =>
    manifest.useCases.map((useCase) => ({
      feature,
      manifest,
      useCase,
      source: feature.useCases.find(({ name }) => name === useCase.name) ?? null,
      fullName: `${manifest.name}.${useCase.name}`,
    })),
  );
}

/** The features whose manifest could be read. */
export function readable(features: readonly Feature[]): readonly { readonly feature: Feature; readonly manifest: Manifest }[] {
  return features.flatMap((feature) => (feature.manifest === null ? [] : [{ feature, manifest: feature.manifest }]));
}

/** What a use case declares to do, in the manifest's order of kinds. */
export function declaredEffects({ effects }: DeclaredUseCase): readonly (DeclaredName & { readonly kind: EffectKind })[] {
  return effectKinds.flatMap((kind) => effects[kind].map((declared) => ({ ...declared, kind })));
}

/** What a use case declares to be led to by. */
export function declaredTriggers({ triggers }: DeclaredUseCase): readonly (DeclaredName & { readonly kind: TriggerKind })[] {
  return triggerKinds.flatMap((kind) => triggers[kind].map((declared) => ({ ...declared, kind })));
}
