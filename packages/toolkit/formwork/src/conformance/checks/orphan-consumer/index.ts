import type { Finding } from '../../../report/finding.ts';
import { didYouMean } from '../../../report/nearest.ts';
import { featureName } from '../../../workspace/feature-name.ts';
import type { Feature, Workspace } from '../../../workspace/model.ts';
import { found, type Check } from '../../check.ts';
import { declaredUseCases } from '../../declared.ts';

export const orphanConsumer = {
  id: 'orphan-consumer',
  code: 'closure/orphan-consumer',
  severity: 'error',
  why: 'A handler for an event that nobody publishes never runs, and nothing else says so.',
  messages: {
    unpublished: {
      message: '{{useCase}} consumes {{event}}, which no feature publishes.',
      fix: "{{meant}}Add '{{event}}' to publishes of the use case in {{owner}} that does it ({{manifest}}), or remove it here.",
    },
    unowned: {
      message: '{{useCase}} consumes {{event}}, which no feature publishes; there is no feature {{owner}}.',
      fix: "{{meant}}Generate the feature (pnpm turbo gen feature {{owner}}) and publish '{{event}}' there, or remove it here.",
    },
  },
  judge: (workspace): readonly Finding[] => {
    const declared = declaredUseCases(workspace);
    const published = new Set(declared.flatMap(({ useCase }) => useCase.effects.publishes.map(({ name }) => name)));
    return declared.flatMap(({ manifest, useCase, fullName }) =>
      useCase.triggers.consumes
        .filter(({ name }) => !published.has(name))
        .flatMap(({ name, at }) => {
          const place = { file: manifest.file, at };
          const isContract = workspace.contracts.some((contract) => contract.name === name);
          const meant = isContract ? '' : didYouMean(name, [...published]);
          const words = { useCase: fullName, event: name, owner: firstPart(name), meant };
          const { unowned, unpublished } = orphanConsumer.messages;
          const owner = ownerOf(name, workspace);
          if (owner === null) return [found(orphanConsumer, unowned, place, words)];
          if (owner.manifest === null) return [];
          return [found(orphanConsumer, unpublished, place, { ...words, manifest: owner.manifest.file })];
        }),
    );
  },
} as const satisfies Check;

/** The feature whose event it is, by the event's name. */
function ownerOf(event: string, { features }: Workspace): Feature | null {
  return features.find((feature) => featureName(feature) === firstPart(event)) ?? null;
}

function firstPart(event: string): string {
  return event.replace(/\..*/, '');
}
