import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { faultIn, namesOf, nearestName, type Role } from './names.ts';

test('a name in all its forms', () => {
  deepEqual(namesOf('line-item'), {
    kebab: 'line-item',
    camel: 'lineItem',
    pascal: 'LineItem',
    words: 'line item',
    a: 'a line item',
    many: 'lineItems',
    manyWords: 'line items',
  });
});

const taken = 'is taken: the house or Node itself means something else by it';
const notKebab = 'is not in kebab-case';
const aWord = 'is a word of the language';

for (const [role, name, fault, near] of [
  ['feature', 'user-profiles', null, 'user-profiles'],
  ['feature', 'v2', null, 'v2'],
  ['feature', '', 'is empty', null],
  ['feature', 'Billing', 'has a capital letter in it', 'billing'],
  ['feature', 'userProfiles', 'has a capital letter in it', 'user-profiles'],
  ['feature', 'ORDERS', 'has a capital letter in it', 'orders'],
  ['feature', 'user profiles', 'has a space in it', 'user-profiles'],
  ['feature', ' billing', 'has a space in it', 'billing'],
  ['feature', '../billing', 'is a path', 'billing'],
  ['feature', 'a/b', 'is a path', 'a-b'],
  ['feature', 'a\\b', 'is a path', 'a-b'],
  ['feature', '..', 'is a path', null],
  ['feature', 'user_profiles', notKebab, 'user-profiles'],
  ['feature', 'a--b', notKebab, 'a-b'],
  ['feature', '-billing', notKebab, 'billing'],
  ['feature', '2-fast', notKebab, null],
  ['feature', 'bücher', notKebab, 'b-cher'],
  ['feature', '__proto__', notKebab, 'proto'],
  ['feature', 'class', aWord, null],
  ['feature', 'events', taken, null],
  ['feature', 'feature', taken, null],
  ['feature', 'node_modules', notKebab, null],
  ['feature', 'core-billing', taken, null],
  ['feature', 'orders-contracts', taken, null],
  ['feature', 'x'.repeat(50), null, 'x'.repeat(50)],
  ['feature', 'x'.repeat(51), 'is 51 letters long; at most 50 are allowed', null],
  ['feature', 'x'.repeat(200), 'is 200 letters long; at most 50 are allowed', null],
  ['entity', 'events', null, 'events'],
  ['entity', 'promise', taken, null],
  ['entity', 'create-order-input', taken, null],
  ['entity', 'thi', aWord, null],
  ['use case', 'place-order', null, 'place-order'],
  ['use case', 'request', taken, null],
  ['use case', 'delete', aWord, null],
  ['use case', `create-${'x'.repeat(50)}`, null, `create-${'x'.repeat(50)}`],
] as const satisfies readonly (readonly [Role, string, string | null, string | null])[]) {
  test(`${role} '${name.slice(0, 60)}': ${fault ?? 'will do'}`, () => {
    equal(faultIn(name, role), fault);
    equal(nearestName(name, role), near);
  });
}
