import { z } from 'zod';
import type { Kind } from '../../../generators/kind.ts';
import { questionsOf, type Question } from '../../../generators/questions.ts';
import type { Machine } from '../../../report/machine.ts';
import type { Command } from '../../command.ts';

const how = z.object({
  plan: z.boolean().default(false).describe('Print the plan and write nothing.'),
  install: z.boolean().default(true).describe('Install at the end, where dependencies changed.'),
  allowDirty: z.boolean().default(false).describe('Change files that have uncommitted edits, too.'),
});

/** The command that generates things of one kind: its flags are the kind's options, and how to run. */
export function kindCommand(kind: Kind, { stdin }: Machine): Command {
  const questions = questionsOf(kind.options);
  return {
    words: ['gen', kind.id],
    summary: kind.summary,
    options: z.object({ ...shapeOf(questions, stdin.isTerminal), ...how.shape }),
    positionals: kind.positionals,
    examples: [`formwork gen ${kind.id} ${kind.example}`, `formwork gen ${kind.id} ${kind.example} --plan`],
    run: async (typed, { machine, root }) => {
      const { runGenerator } = await import('../../../generators/run-generator.ts');
      const { genOutcome } = await import('./gen-outcome.ts');
      const answered = { ...typed };
      for (const { key, text, required } of questions)
        if (required && answered[key] === undefined) answered[key] = await machine.stdin.ask(`${text} `);
      const chosen = how.parse(typed);
      const plan = await runGenerator(kind, answered, machine, root, chosen);
      return genOutcome(kind.id, plan, chosen, { files: machine.files, root });
    },
  };
}

/** The options as they are typed: their shape alone, as the kind's own schema says what is wrong with a value. What can be asked is not required. */
function shapeOf(questions: readonly Question[], canAsk: boolean): Record<string, z.ZodType> {
  return Object.fromEntries(
    questions.map(({ key, type, text, required, defaultValue }) => {
      const shape = { text: z.string(), switch: z.boolean(), list: z.array(z.string()) }[type];
      const typed = shape.meta({ description: text, ...(defaultValue === undefined ? {} : { default: defaultValue }) });
      return [key, required && !canAsk ? typed : typed.optional()];
    }),
  );
}
