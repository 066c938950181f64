import type { Kind } from '../../../generators/kind.ts';
import { questionsOf, type Question } from '../../../generators/questions.ts';
import type { Machine } from '../../../report/machine.ts';
import type { Command } from '../../command.ts';
import type { Option, Options } from '../../options.ts';

const how = {
  plan: { kind: 'switch', default: false, about: 'Print the plan and write nothing.' },
  install: { kind: 'switch', default: true, about: 'Install at the end, where dependencies changed.' },
  allowDirty: { kind: 'switch', default: false, about: 'Change files that have uncommitted edits, too.' },
} satisfies Options;

/** The command that generates things of one kind: its flags are the kind's options, and how to run. */
export function kindCommand(kind: Kind, { stdin }: Machine): Command {
  const questions = questionsOf(kind.options);
  return {
    words: ['gen', kind.id],
    summary: kind.summary,
    options: { ...optionsOf(questions, stdin.isTerminal), ...how },
    positionals: kind.positionals,
    examples: [`formwork gen ${kind.id} ${kind.example}`, `formwork gen ${kind.id} ${kind.example} --plan`],
    run: async (typed, { machine, root }) => {
      const { runGenerator } = await import('../../../generators/run-generator.ts');
      const { genOutcome } = await import('./gen-outcome.ts');
      const answered = { ...typed };
      for (const { key, text, required } of questions)
        if (required && answered[key] === undefined) answered[key] = await machine.stdin.ask(`${text} `);
      const chosen = { plan: typed['plan'] === true, install: typed['install'] === true, allowDirty: typed['allowDirty'] === true };
      const plan = await runGenerator(kind, answered, machine, root, chosen);
      return genOutcome(kind.id, plan, chosen, { files: machine.files, root });
    },
  };
}

/** The options as they are typed: the kind's own schema says what is wrong with a value. What can be asked is not required. */
function optionsOf(questions: readonly Question[], canAsk: boolean): Options {
  return Object.fromEntries(questions.map((question) => [question.key, optionOf(question, canAsk)]));
}

function optionOf({ type, text: about, required, defaultValue }: Question, canAsk: boolean): Option {
  const common = { about, ...(required && !canAsk ? {} : { optional: true as const }) };
  switch (type) {
    case 'text':
      return { kind: 'text', ...common, ...(typeof defaultValue === 'string' ? { default: defaultValue } : {}) };
    case 'switch':
      return { kind: 'switch', ...common, ...(typeof defaultValue === 'boolean' ? { default: defaultValue } : {}) };
    case 'list':
      return { kind: 'list', ...common, ...(Array.isArray(defaultValue) ? { default: defaultValue.map(String) } : {}) };
  }
}
