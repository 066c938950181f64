import type { Finding } from '../../../report/finding.ts';
import { found, type Check } from '../../check.ts';
import { readable } from '../../declared.ts';

export const undeclaredUseCase = {
  id: 'undeclared-use-case',
  code: 'closure/undeclared-use-case',
  severity: 'error',
  why: 'The manifest comes first: what it does not declare has no capabilities, no band and no place in the map.',
  messages: {
    undeclared: {
      message: '{{feature}} has a use case {{name}}, which its manifest does not declare.',
      fix: "Add {{name}}: { status: 'draft', mutates: true } to useCases in {{manifest}}, or remove the file.",
    },
  },
  judge: ({ features }): readonly Finding[] =>
    readable(features).flatMap(({ feature, manifest }) =>
      feature.useCases
        .filter(({ name }) => !manifest.useCases.some((declared) => declared.name === name))
        .map(({ name, file, at }) =>
          found(
            undeclaredUseCase,
            undeclaredUseCase.messages.undeclared,
            { file, at },
            { feature: manifest.name, name, manifest: manifest.file },
          ),
        ),
    ),
} as const satisfies Check;
