import { expect, test } from 'vitest';
import { FeatureError, NotImplementedError } from './errors.ts';

test('a feature error carries its code, what was refused and what led to it', () => {
  const cause = new Error('disk');
  const issues = [{ message: 'too long' }];
  expect(new FeatureError('orders/not-found', 'No order 7.', { issues, cause })).toMatchObject({
    name: 'FeatureError',
    code: 'orders/not-found',
    message: 'No order 7.',
    issues,
    cause,
  });
});

test('without more facts there are no issues and no cause', () => {
  const error = new FeatureError('orders/not-found', 'No order 7.');
  expect(error.issues).toEqual([]);
  expect('cause' in error).toBe(false);
});

test('a draft says which use case it is', () => {
  const error = new NotImplementedError('billing.createInvoice');
  expect(error).toBeInstanceOf(FeatureError);
  expect(error).toMatchObject({ name: 'NotImplementedError', code: 'use-case/not-implemented' });
  expect(error.message).toContain('billing.createInvoice');
});
