import { kindIds, loadKind } from '../../../generators/kinds.ts';
import type { Machine } from '../../../report/machine.ts';
import type { Command } from '../../command.ts';
import { readOptions } from '../../read-options.ts';
import { kindCommand } from './kind-command.ts';

const summary = 'Generates something that is wired, typed and tested; `gen <kind> --help` says what it takes.';

/** `gen <kind>`: the word after it chooses the command. */
export const command: Command = {
  words: ['gen'],
  summary,
  options: {},
  positionals: [],
  examples: ['formwork gen feature billing'],
  narrow: async ([id = '-'], machine) =>
    id.startsWith('-') ? choosing(kindIds(machine.files), machine) : kindCommand(await loadKind(id, machine.files), machine),
  run: () => Promise.reject(new Error('gen is always narrowed to a kind.')),
};

/** What `gen` alone is: at a terminal it asks for the kind, elsewhere it lacks one. */
function choosing(ids: readonly string[], machine: Machine): Command {
  const kind = { kind: 'text', values: ids, about: 'What to generate.' } as const;
  return {
    words: ['gen'],
    summary,
    options: { kind: machine.stdin.isTerminal ? { ...kind, optional: true } : kind },
    positionals: ['kind'],
    examples: ['formwork gen feature billing', ...ids.map((id) => `formwork gen ${id} --help`)],
    run: async ({ kind: said }, context) => {
      const id = typeof said === 'string' ? said : await machine.stdin.ask(`What to generate (${ids.join(', ')}): `);
      const chosen = kindCommand(await loadKind(id.trim(), machine.files), machine);
      return chosen.run(readOptions(chosen, []), context);
    },
  };
}
