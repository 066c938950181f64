import type { Finding } from '../../../report/finding.ts';
import type { TriggerKind, TriggerSource } from '../../../workspace/model.ts';
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
        .filter(({ kind, name }) => !feature.triggers.some((trigger) => trigger.kind === kind && mayHear(trigger, kind, name)))
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

/** Where it cannot be told what a file hears, its name decides: one file that says nothing must not speak for a whole feature. */
function mayHear({ contract, file }: TriggerSource, kind: TriggerKind, name: string): boolean {
  return contract === null ? file.endsWith(`/${triggerFile(kind, name)}`) : contract === name;
}
