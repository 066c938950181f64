import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertContractName, isContractName, isFeatureName, isUseCaseName } from './naming.ts';

const words =
  'arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected prototype public return static super switch then this throw true try typeof undefined var void while with yield'.split(
    ' ',
  );
const segment = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const kebab = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('-')).filter((name) => !words.includes(name));
const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const kebabOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every kebab-case name is a feature name, and its camelCase a use case name that leads back', () => {
  fc.assert(
    fc.property(kebab, (name) => {
      expect(isFeatureName(name)).toBe(true);
      expect(isUseCaseName(camel(name))).toBe(true);
      expect(kebabOf(camel(name))).toBe(name);
    }),
  );
});

test('every <feature>.<kebab>.v<n> from 1 is a contract name', () => {
  fc.assert(
    fc.property(kebab, kebab, fc.integer({ min: 1, max: 999_999 }), (feature, name, version) => {
      expect(assertContractName(`${feature}.${name}.v${version}`)).toBe(`${feature}.${name}.v${version}`);
    }),
  );
});

test('any text is a contract name only if it says the same when it is put together again', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [feature = '', name = '', version = '', ...more] = text.split('.');
      expect(isContractName(text)).toBe(isFeatureName(feature) && isFeatureName(name) && /^v[1-9]\d{0,5}$/.test(version) && more.length === 0);
    }),
  );
});

describe('refused', () => {
  test.each(['', 'Orders', 'order history', '../orders', 'orders-', '-orders', '1st', 'orders--old', 'orders\n', 'a'.repeat(65), ...words])('feature %j', (name) => {
    expect(isFeatureName(name)).toBe(false);
  });

  test.each(['', 'PlaceOrder', 'place-order', 'place_order', '1st', 'placeOrder\n', `a${'B'.repeat(32)}`, ...words])('use case %j', (name) => {
    expect(isUseCaseName(name)).toBe(false);
  });

  test.each(['orders.order-placed', 'orders.order-placed.v0', 'orders.orderPlaced.v1', 'order-placed.v1', 'orders.order-placed.v01', 'orders.order-placed.v1\n', 'orders.new.v1', 'new.orders.v1', 'orders.a.v1000000', 'orders.a.v1.b', ''])(
    'contract %j',
    (name) => {
      expect(() => assertContractName(name)).toThrow(expect.objectContaining({ code: 'contract/name' }));
    },
  );
});
