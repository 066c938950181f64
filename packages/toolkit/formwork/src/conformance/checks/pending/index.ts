import type { Finding } from '../../../report/finding.ts';
import { kebab } from '../../../workspace/naming.ts';
import { found, type Check } from '../../check.ts';
import { declaredUseCases } from '../../declared.ts';

export const pending = {
  id: 'pending',
  code: 'pending/draft',
  severity: 'pending',
  why: 'What is declared and not implemented is owed, and is shown until it is paid.',
  messages: {
    draft: {
      message: '{{useCase}} is a draft: declared, and not implemented yet.',
      fix: "Implement it in {{file}}, turn its test.fails into test, and set status: 'live' here.",
    },
  },
  judge: (workspace): readonly Finding[] =>
    declaredUseCases(workspace)
      .filter(({ useCase }) => useCase.status === 'draft')
      .map(({ feature, manifest, useCase: { name, at }, fullName }) =>
        found(
          pending,
          pending.messages.draft,
          { file: manifest.file, at },
          { useCase: fullName, file: `${feature.package.folder}/src/use-cases/${kebab(name)}.use-case.ts` },
        ),
      ),
} as const satisfies Check;
