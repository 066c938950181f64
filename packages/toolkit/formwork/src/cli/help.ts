import type { Command } from './command.ts';
import { flagsOf, optionsJsonSchema, type Flag } from './flags.ts';
import { globalFlags } from './globals.ts';

type Help = { readonly text: string; readonly data: unknown };

/** All commands, one a line. */
export function renderCommandList(commands: readonly Command[]): Help {
  const rows = commands.map(({ words, summary }) => [words.join(' '), summary] as const);
  return {
    text: ['Usage: formwork <command> [options]', '', ...columns(rows), '', 'Options of every command', ...columns(globalFlags), ''].join('\n'),
    data: { commands: commands.map(({ words, summary, examples }) => ({ command: words.join(' '), summary, examples })) },
  };
}

/** What one command does and takes. */
export function renderCommandHelp(command: Command): Help {
  const flags = flagsOf(command.options);
  const usage = ['formwork', ...command.words, ...command.positionals.map((key) => `<${key}>`), '[options]'].join(' ');
  return {
    text: [
      command.summary,
      '',
      `Usage: ${usage}`,
      '',
      'Options',
      ...columns([...flags.map((flag) => [flag.name, describe(flag)] as const), ...globalFlags]),
      '',
      'Examples',
      ...command.examples.map((example) => `  ${example}`),
      '',
    ].join('\n'),
    data: optionsJsonSchema(command.options),
  };
}

function describe({ description, values, defaultValue, required }: Flag): string {
  const facts = [
    ...(required ? ['required'] : []),
    ...(values === null ? [] : [values.join(' | ')]),
    ...(defaultValue === undefined ? [] : [`default ${JSON.stringify(defaultValue)}`]),
  ];
  return facts.length === 0 ? description : `${description} (${facts.join('; ')})`;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
