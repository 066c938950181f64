import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { optionsSchema } from './options-schema.ts';

test('options are told as JSON Schema, as they are typed', () => {
  deepEqual(
    optionsSchema({
      name: { kind: 'text', about: 'The name.' },
      base: { kind: 'text', default: null, about: 'The base.' },
      scope: { kind: 'text', values: ['public', 'role'], default: 'role', about: 'The scope.' },
      install: { kind: 'switch', optional: true, about: 'Install.' },
      last: { kind: 'number', least: 1, isWhole: true, default: 30, about: 'How many.' },
      wait: { kind: 'number', least: 0, default: 60, about: 'How long.' },
      lcov: { kind: 'list', isPath: true, default: [], about: 'Reports.' },
    }),
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        name: { description: 'The name.', type: 'string' },
        base: { default: null, description: 'The base.', anyOf: [{ type: 'string' }, { type: 'null' }] },
        scope: { default: 'role', description: 'The scope.', type: 'string', enum: ['public', 'role'] },
        install: { description: 'Install.', type: 'boolean' },
        last: { default: 30, description: 'How many.', type: 'integer', minimum: 1 },
        wait: { default: 60, description: 'How long.', type: 'number', minimum: 0 },
        lcov: { default: [], description: 'Reports.', type: 'array', items: { type: 'string', format: 'path' } },
      },
      required: ['name'],
    },
  );
  deepEqual(optionsSchema({}), { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: {} });
});
