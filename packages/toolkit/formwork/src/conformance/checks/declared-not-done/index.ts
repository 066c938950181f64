import type { Finding } from '../../../report/finding.ts';
import { found, type Check } from '../../check.ts';
import { declaredEffects, declaredUseCases } from '../../declared.ts';
import { effectCall } from '../../effect-call.ts';

export const declaredNotDone = {
  id: 'declared-not-done',
  code: 'closure/declared-not-done',
  severity: 'error',
  why: 'Others rely on what a manifest declares: a consumer of an event that is never published waits for ever.',
  messages: {
    notDone: {
      message: '{{useCase}} declares that it {{kind}} {{effect}}, and its code does not.',
      fix: "Call {{call}} in {{file}}, or remove '{{effect}}' from {{kind}} of {{name}} here.",
    },
  },
  judge: (workspace): readonly Finding[] =>
    declaredUseCases(workspace).flatMap(({ manifest, useCase, source, fullName }) => {
      const code = source?.code ?? null;
      if (source === null || code === null || useCase.status === 'draft') return [];
      const mayDo = (kind: string, name: string): boolean =>
        code.effects.some((effect) => effect.kind === kind && (effect.name === name || effect.name === null));
      return declaredEffects(useCase)
        .filter(({ kind, name }) => !mayDo(kind, name))
        .map(({ kind, name, at }) =>
          found(
            declaredNotDone,
            declaredNotDone.messages.notDone,
            { file: manifest.file, at },
            { useCase: fullName, kind, effect: name, call: effectCall(kind, name), file: source.file, name: useCase.name },
          ),
        );
    }),
} as const satisfies Check;
