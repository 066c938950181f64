import type { Finding } from '../../../report/finding.ts';
import { found, type Check } from '../../check.ts';
import { declaredUseCases } from '../../declared.ts';

export const statusNotTrue = {
  id: 'status-not-true',
  code: 'closure/status-not-true',
  severity: 'error',
  why: 'A live use case that is not implemented looks finished, and a draft that is implemented owes nothing of what it declares.',
  messages: {
    liveThrows: {
      message: '{{useCase}} is live, and its code throws NotImplementedError.',
      fix: "Implement it, or set status: 'draft' for {{name}} in {{manifest}}.",
    },
    draftDoesNot: {
      message: '{{useCase}} is a draft, and its code does not throw NotImplementedError.',
      fix: "Set status: 'live' for {{name}} in {{manifest}}, its test.fails to test, or throw new NotImplementedError('{{useCase}}').",
    },
  },
  judge: (workspace): readonly Finding[] =>
    declaredUseCases(workspace).flatMap(({ manifest, useCase, source, fullName }) => {
      if (source === null || source.code === null) return [];
      const isDraft = useCase.status === 'draft';
      if (source.code.throwsNotImplemented === isDraft) return [];
      const { draftDoesNot, liveThrows } = statusNotTrue.messages;
      return [
        found(statusNotTrue, isDraft ? draftDoesNot : liveThrows, source, {
          useCase: fullName,
          name: useCase.name,
          manifest: manifest.file,
        }),
      ];
    }),
} as const satisfies Check;
