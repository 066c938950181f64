import { expect, test } from 'vitest';
import { z } from 'zod';
import { validate } from './validate.ts';

const refusal = { code: 'input/invalid', what: 'orders.placeOrder does not take this input' };

test('gives what the schema makes of the value', async () => {
  await expect(validate(z.object({ amount: z.coerce.number() }), { amount: '2', more: 1 }, refusal)).resolves.toEqual({ amount: 2 });
});

test('takes schemas that answer later, of any library', async () => {
  const later = { '~standard': { version: 1, vendor: 'own', validate: (value: unknown) => Promise.resolve({ value: [value] }) } } as const;
  await expect(validate(later, 1, refusal)).resolves.toEqual([1]);
});

test('a refusal names each place', async () => {
  const schema = z.object({ lines: z.array(z.object({ sku: z.string() })), total: z.number() });
  await expect(validate(schema, { lines: [{ sku: 1 }] }, refusal)).rejects.toMatchObject({
    code: 'input/invalid',
    message:
      'orders.placeOrder does not take this input: lines.0.sku: Invalid input: expected string, received number; ' +
      'total: Invalid input: expected number, received undefined',
    issues: [expect.objectContaining({ path: ['lines', 0, 'sku'] }), expect.objectContaining({ path: ['total'] })],
  });
});

test.each([
  { path: undefined, shown: 'no' },
  { path: [{ key: 'total' }], shown: 'total: no' },
])('a path may be absent, or made of segments: $shown', async ({ path, shown }) => {
  const issues = [path === undefined ? { message: 'no' } : { message: 'no', path }];
  const schema = { '~standard': { version: 1, vendor: 'own', validate: () => ({ issues }) } } as const;
  await expect(validate(schema, 1, refusal)).rejects.toThrow(`${refusal.what}: ${shown}`);
});
