import type { Finding } from '../../../report/finding.ts';
import { found, type Check } from '../../check.ts';
import { readable } from '../../declared.ts';
import { triggerWords } from '../../trigger-words.ts';

export const undeclaredHandler = {
  id: 'undeclared-handler',
  code: 'closure/undeclared-handler',
  severity: 'error',
  why: 'A handler that no use case declares subscribes to something that the map of the system does not show.',
  messages: {
    undeclared: {
      message: '{{feature}} has a {{word}} for {{contract}}, and none of its use cases {{kind}} it.',
      fix: "Add '{{contract}}' to {{kind}} of the use case that it leads to in {{manifest}}, or remove the file.",
    },
  },
  judge: ({ features }): readonly Finding[] =>
    readable(features).flatMap(({ feature, manifest }) =>
      feature.triggers.flatMap(({ file, kind, contract }) => {
        const isDeclared = manifest.useCases.some(({ triggers }) => triggers[kind].some(({ name }) => name === contract));
        if (contract === null || isDeclared) return [];
        const words = { feature: manifest.name, word: triggerWords[kind], contract, kind, manifest: manifest.file };
        return [found(undeclaredHandler, undeclaredHandler.messages.undeclared, { file, at: { line: 1, column: 1 } }, words)];
      }),
    ),
} as const satisfies Check;
