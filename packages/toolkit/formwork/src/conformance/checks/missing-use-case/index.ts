import type { Finding } from '../../../report/finding.ts';
import { kebab } from '../../../workspace/naming.ts';
import { found, type Check } from '../../check.ts';
import { declaredUseCases } from '../../declared.ts';

export const missingUseCase = {
  id: 'missing-use-case',
  code: 'closure/missing-use-case',
  severity: 'error',
  why: 'A manifest that declares more than there is cannot be relied on.',
  messages: {
    missing: {
      message: '{{useCase}} is declared, and {{file}} is not there.',
      fix: 'Write {{file}} with its schemas and {{name}}UseCase, or remove {{name}} from useCases here.',
    },
  },
  judge: (workspace): readonly Finding[] =>
    declaredUseCases(workspace)
      .filter(({ source }) => source === null)
      .map(({ feature, manifest, useCase: { name, at }, fullName }) =>
        found(
          missingUseCase,
          missingUseCase.messages.missing,
          { file: manifest.file, at },
          { useCase: fullName, name, file: `${feature.package.folder}/src/use-cases/${kebab(name)}.use-case.ts` },
        ),
      ),
} as const satisfies Check;
