import type { Command, Outcome } from './command.ts';
import { flagsOfCommand, type Flag } from './flags.ts';
import { globalFlags } from './globals.ts';
import { optionsSchema } from './options-schema.ts';

type Row = { readonly left: string; readonly right: string };

/** Commands, one a line, those that begin with the same word together. */
export function commandList(commands: readonly Command[]): Outcome {
  const rows = commands.map(({ words, summary }) => ({ left: words.join(' '), right: summary, group: words[0] }));
  const groups = [...Map.groupBy(rows, ({ group }) => group).values()];
  const sections = [groups.filter(({ length }) => length === 1).flat(), ...groups.filter(({ length }) => length > 1)];
  const width = widthOf([...rows, ...globalRows]);
  const text = [
    'Usage: formwork <command> [options]',
    ...sections.filter(({ length }) => length > 0).map((section) => table(section, width)),
    `Options of every command\n${table(globalRows, width)}`,
    'formwork <command> --help says what one takes.',
  ];
  return {
    exitCode: 0,
    data: {
      schema: 'formwork/commands@1',
      commands: commands.map(({ words, summary, examples }) => ({ command: words.join(' '), summary, examples })),
    },
    text: () => `${text.join('\n\n')}\n`,
  };
}

/** What one command does and takes; its data is the JSON Schema of its options. */
export function commandHelp(command: Command): Outcome {
  const flags = flagsOfCommand(command);
  const passed = flags.flatMap(({ key, name }) => (key === command.passesOn ? [name] : []));
  const own = flags.map((flag) => ({ left: typed(flag), right: about(flag) }));
  const width = widthOf([...own, ...globalRows]);
  const text = [
    command.summary,
    `Usage: formwork ${[...command.words, ...command.positionals.map((key) => placeOf(key, flags)), '[options]', ...passed].join(' ')}`,
    ...(own.length === 0 ? [] : [`Options\n${table(own, width)}`]),
    `Options of every command\n${table(globalRows, width)}`,
    `Examples\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
  ];
  return { exitCode: 0, data: optionsSchema(command.options), text: () => `${text.join('\n\n')}\n` };
}

const globalRows: readonly Row[] = globalFlags.map(({ flag, about: right }) => ({ left: flag, right }));

function typed({ name, kind, isPath, defaultValue, values }: Flag): string {
  if (kind === 'switch') return defaultValue === true ? name.replace('--', '--[no-]') : name;
  if (name.startsWith('-- ')) return name;
  if (isPath) return `${name} <file>${kind === 'list' ? '…' : ''}`;
  return `${name} <${values === null ? { text: 'text', number: 'number', list: 'a,b' }[kind] : values.join('|')}>`;
}

function about({ description, defaultValue, required, kind }: Flag): string {
  if (required) return `${description} Required.`;
  const worthSaying = kind !== 'switch' && defaultValue !== undefined && defaultValue !== null && String(defaultValue) !== '';
  return worthSaying ? `${description} Default: ${String(defaultValue)}.` : description;
}

function placeOf(key: string, flags: readonly Flag[]): string {
  const flag = flags.find((known) => known.key === key);
  const place = `<${key}>${flag?.kind === 'list' ? '…' : ''}`;
  return flag?.required === true ? place : `[${place}]`;
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(...rows.map(({ left }) => left.length));
}

function table(rows: readonly Row[], width: number): string {
  return rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}
