import type { Finding } from '../../../report/finding.ts';
import type { EffectInCode } from '../../../workspace/model.ts';
import { found, type Check } from '../../check.ts';
import { declaredUseCases } from '../../declared.ts';
import { effectCall } from '../../effect-call.ts';

export const doneNotDeclared = {
  id: 'done-not-declared',
  code: 'closure/done-not-declared',
  severity: 'error',
  why: 'An effect that no manifest declares is one that nobody can know of without reading all code.',
  messages: {
    notDeclared: {
      message: '{{useCase}} {{kind}} {{effect}}, which it does not declare.',
      fix: "Add '{{effect}}' to {{kind}} of {{name}} in {{manifest}}, or do not call {{call}}.",
    },
  },
  judge: (workspace): readonly Finding[] =>
    declaredUseCases(workspace).flatMap(({ manifest, useCase, source, fullName }) => {
      if (source === null || source.code === null) return [];
      return firstOfEach(source.code.effects)
        .filter(({ kind, name }) => !useCase.effects[kind].some((declared) => declared.name === name))
        .map(({ kind, name, at }) =>
          found(
            doneNotDeclared,
            doneNotDeclared.messages.notDeclared,
            { file: source.file, at },
            { useCase: fullName, kind, effect: name, name: useCase.name, manifest: manifest.file, call: effectCall(kind, name) },
          ),
        );
    }),
} as const satisfies Check;

/** The first place of each effect whose name is known. */
function firstOfEach(effects: readonly EffectInCode[]): readonly (EffectInCode & { readonly name: string })[] {
  const first = new Map<string, EffectInCode & { readonly name: string }>();
  for (const { kind, name, at } of effects) {
    if (name !== null && !first.has(`${kind} ${name}`)) first.set(`${kind} ${name}`, { kind, name, at });
  }
  return [...first.values()];
}
