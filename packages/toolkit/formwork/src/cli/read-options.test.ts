import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import type { Command } from './command.ts';
import { readOptions } from './read-options.ts';

const command: Command = {
  words: ['pack'],
  summary: 'Packs.',
  options: {
    things: { kind: 'list', about: 'What to pack.' },
    bag: { kind: 'text', default: 'rucksack', about: 'Into what.' },
    label: { kind: 'text', optional: true, about: 'What stands on it.' },
  },
  positionals: ['things'],
  examples: ['formwork pack socks'],
  run: () => Promise.reject(new Error('Nothing is packed.')),
};

test('what was not said has its default, or is left out', () => {
  deepEqual(readOptions(command, ['socks', 'soap']), { things: ['socks', 'soap'], bag: 'rucksack' });
  deepEqual(readOptions(command, ['socks', '--bag', 'box', '--label=mine']), { things: ['socks'], bag: 'box', label: 'mine' });
});

test('a list that is required holds something', () => {
  for (const words of [[], ['--things', ',']])
    throws(() => readOptions(command, words), { code: 'cli/missing-option', message: 'formwork pack needs --things.' });
});
