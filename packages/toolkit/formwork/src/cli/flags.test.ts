import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { flagsOf } from './flags.ts';

test('flags are made from the schema of the options', () => {
  const schema = z.object({
    name: z
      .string()
      .regex(/^[a-z]+$/)
      .describe('The name.'),
    useCases: z.array(z.string()).default(['create']).describe('Use cases.'),
    kinds: z.array(z.enum(['event', 'job'])).optional(),
    base: z.string().nullable().default(null).describe('The base.'),
    install: z.boolean().default(true).describe('Install.'),
    limit: z.int().optional(),
    ratio: z.number().optional(),
    html: z.string().meta({ format: 'path' }).nullable().default(null),
    lcov: z.array(z.string().meta({ format: 'path' })).default([]),
    scope: z.enum(['public', 'role']).optional(),
    trimmed: z
      .string()
      .transform((text) => text.trim())
      .optional(),
  });
  const plain = { isPath: false, values: null, description: '', defaultValue: undefined, required: false };
  deepEqual(flagsOf(schema), [
    { ...plain, key: 'name', name: '--name', kind: 'text', description: 'The name.', required: true },
    { ...plain, key: 'useCases', name: '--use-cases', kind: 'list', description: 'Use cases.', defaultValue: ['create'] },
    { ...plain, key: 'kinds', name: '--kinds', kind: 'list', values: ['event', 'job'] },
    { ...plain, key: 'base', name: '--base', kind: 'text', description: 'The base.', defaultValue: null },
    { ...plain, key: 'install', name: '--install', kind: 'switch', description: 'Install.', defaultValue: true },
    { ...plain, key: 'limit', name: '--limit', kind: 'number' },
    { ...plain, key: 'ratio', name: '--ratio', kind: 'number' },
    { ...plain, key: 'html', name: '--html', kind: 'text', isPath: true, defaultValue: null },
    { ...plain, key: 'lcov', name: '--lcov', kind: 'list', isPath: true, defaultValue: [] },
    { ...plain, key: 'scope', name: '--scope', kind: 'text', values: ['public', 'role'] },
    { ...plain, key: 'trimmed', name: '--trimmed', kind: 'text' },
  ]);
});

test('a command without options has no flags', () => deepEqual(flagsOf(z.object({})), []));
