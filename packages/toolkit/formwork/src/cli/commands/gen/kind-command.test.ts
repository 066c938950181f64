import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import type { Kind } from '../../../generators/kind.ts';
import { fakeMachine } from '../../../report/fake-machine.ts';
import { kindCommand } from './kind-command.ts';

const kind: Kind = {
  id: 'crate',
  summary: 'Makes a crate.',
  options: z.object({
    name: z.string().describe('The name.'),
    wood: z.string().default('oak').describe('Of what.'),
    lid: z.boolean().default(true).describe('With a lid.'),
    locked: z.boolean().describe('With a lock.'),
    boards: z.array(z.string()).default(['side', 'floor']).describe('Which boards.'),
    nails: z.array(z.string()).optional().describe('Which nails.'),
  }),
  positionals: ['name'],
  example: 'box',
  templateVersion: 1,
  templatesOf: ['crate'],
  featureOf: () => 'crates',
  produce: () => ({ edits: [], followUps: [] }),
};

test('the flags of a kind are its questions; what a terminal can be asked is not required', () => {
  const optional = { optional: true };
  const others = {
    wood: { kind: 'text', about: 'Of what.', ...optional, default: 'oak' },
    lid: { kind: 'switch', about: 'With a lid.', ...optional, default: true },
    boards: { kind: 'list', about: 'Which boards.', ...optional, default: ['side', 'floor'] },
    nails: { kind: 'list', about: 'Which nails.', ...optional },
    plan: { kind: 'switch', default: false, about: 'Print the plan and write nothing.' },
    install: { kind: 'switch', default: true, about: 'Install at the end, where dependencies changed.' },
    allowDirty: { kind: 'switch', default: false, about: 'Change files that have uncommitted edits, too.' },
  };
  const name = { kind: 'text', about: 'The name.' };
  const locked = { kind: 'switch', about: 'With a lock.' };
  deepEqual(kindCommand(kind, fakeMachine()).options, { ...others, name, locked });
  deepEqual(kindCommand(kind, fakeMachine({ terminal: true })).options, { ...others, name: { ...name, ...optional }, locked: { ...locked, ...optional } });
});
