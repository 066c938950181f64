import type { Finding } from '../../../report/finding.ts';
import type { TriggerSource } from '../../../workspace/model.ts';
import { triggerFiles } from '../../../workspace/naming.ts';
import { found, type Check } from '../../check.ts';
import { declaredTriggers, declaredUseCases } from '../../declared.ts';
import { triggerFile } from '../../trigger-file.ts';
import { triggerWords } from '../../trigger-words.ts';

export const missingHandler = {
  id: 'missing-handler',
  code: 'closure/missing-handler',
  severity: 'error',
  why: 'A trigger that leads nowhere is lost at run time, where nobody looks.',
  messages: {
    missing: {
      message: '{{useCase}} {{kind}} {{contract}}, and there is no {{word}} that leads it there.',
      fix: "Write {{file}} that leads it to {{name}} and hand it to connectFeature in src/bind.ts, or remove '{{contract}}' from {{kind}} of {{name}} here.",
    },
  },
  judge: (workspace): readonly Finding[] =>
    declaredUseCases(workspace).flatMap(({ feature, manifest, useCase, fullName }) =>
      declaredTriggers(useCase)
        .filter(({ kind, name }) => !feature.triggers.some((trigger) => trigger.kind === kind && mayHear(trigger, name)))
        .map(({ kind, name, at }) =>
          found(
            missingHandler,
            missingHandler.messages.missing,
            { file: manifest.file, at },
            {
              useCase: fullName,
              kind,
              contract: name,
              word: triggerWords[kind],
              name: useCase.name,
              file: `${feature.package.folder}/${triggerFile(kind, name)}`,
            },
          ),
        ),
    ),
} as const satisfies Check;

/** What could not be parsed is taken at its file's name; what was, and hears nothing, is no handler and must not excuse another. */
function mayHear({ file, kind, isParsed, contract }: TriggerSource, name: string): boolean {
  return isParsed ? contract === name : triggerFiles(kind, name).some((lawfulFile) => file.endsWith(`/src/${lawfulFile}`));
}
