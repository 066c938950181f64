import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { fakeMachine } from '../report/fake-machine.ts';
import { nodeFiles } from '../report/node-files.ts';
import type { Command } from './command.ts';
import { findCommand } from './find-command.ts';
import { flagsOf } from './flags.ts';
import { formats, globalNames, takeGlobals } from './globals.ts';
import { readOptions } from './read-options.ts';
import { negative } from './arguments.ts';
import { folderRegistry } from './registry.ts';
import { splitAtDashes } from './split-at-dashes.ts';

const registry = folderRegistry(nodeFiles);
const machine = { ...fakeMachine(), files: nodeFiles };

/** The command that a line leads to, and the words behind its name. */
async function lead(
  line: string,
): Promise<{ readonly command: Command; readonly rest: readonly string[]; readonly passedOn: readonly string[] }> {
  const { own, passedOn } = await splitAtDashes(line.split(' ').slice(1), registry, () => {});
  const { rest } = takeGlobals(own, () => {});
  const found = findCommand(rest, registry.names);
  const chosen = await registry.load('name' in found ? found.name : 'none');
  const command = (await chosen.narrow?.(rest.slice(chosen.words.length), machine)) ?? chosen;
  return { command, rest: rest.slice(command.words.length), passedOn };
}

for (const name of registry.names) {
  test(`${name} is complete`, async (t) => {
    const command = await registry.load(name);
    const parts = command.examples.flatMap((example) => example.split(' | '));
    const lines = await Promise.all(parts.map(async (example) => ({ example, ...(await lead(example)) })));
    const own = lines.filter((line) => line.command.words[0] === command.words[0]);
    const reached = [command, ...own.map((line) => line.command)];

    await t.test('its folder is its name', () => deepEqual(command.words.join('-'), name));
    await t.test('its summary is a sentence of one line', () =>
      deepEqual(
        reached.filter(({ summary }) => !/^[A-Z`].*\.$/.test(summary)),
        [],
      ),
    );
    await t.test('every option is described', () => {
      const flags = reached.flatMap(({ options }) => flagsOf(options));
      deepEqual(
        flags.filter(({ description }) => !/^[A-Z`].*[.?:]$/.test(description)),
        [],
      );
    });
    await t.test('no flag is said in two ways', () => {
      for (const { options } of reached) {
        const names = flagsOf(options).flatMap((flag) => (flag.kind === 'switch' ? [flag.name, negative(flag)] : [flag.name]));
        const all = [...names, ...globalNames];
        deepEqual(all, [...new Set(all)]);
      }
    });
    await t.test('it says so where it gives back reports', () => {
      const code = nodeFiles.read(fileURLToPath(new URL(`commands/${name}/index.ts`, import.meta.url)));
      const gives = /reportOutcome\(|reports:.*\}/.test(code);
      deepEqual({ reports: command.reports === true }, { reports: gives });
    });
    await t.test('every place of a bare word is an option', () => {
      for (const { options, positionals } of reached)
        deepEqual(
          positionals.filter((key) => !(key in options)),
          [],
        );
    });
    await t.test('its examples can be typed', () => {
      deepEqual(own.length > 0, true);
      for (const { example, command: led, rest, passedOn } of lines) {
        deepEqual(example.startsWith('formwork '), true);
        if (!example.endsWith('--help')) readOptions(led, rest, passedOn);
      }
    });
  });
}

test('there are commands', () => deepEqual(registry.names.length > 0, true));

test('every format has its renderer', () => {
  const renderers = nodeFiles.list(fileURLToPath(new URL('../report/renderers/', import.meta.url)));
  deepEqual(
    renderers.map(({ name }) => name),
    [...formats].sort(),
  );
});
