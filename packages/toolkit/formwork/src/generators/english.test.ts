import { equal } from 'node:assert/strict';
import test from 'node:test';
import { plural, sentenceOf, singular, soundsMutating, withArticle } from './english.ts';

for (const [one, many] of [
  ['order', 'orders'],
  ['category', 'categories'],
  ['journey', 'journeys'],
  ['box', 'boxes'],
  ['address', 'addresses'],
  ['match', 'matches'],
  ['invoice', 'invoices'],
] as const) {
  test(`one ${one}, many ${many}`, () => {
    equal(plural(one), many);
    equal(singular(many), one);
  });
}

for (const word of ['billing', 'status', 'analysis', 'access', 'as']) {
  test(`${word} is not taken for a plural`, () => equal(singular(word), word));
}

for (const [words, expected] of [
  ['order', 'an order'],
  ['user', 'a user'],
  ['billing', 'a billing'],
] as const) {
  test(`${expected}`, () => equal(withArticle(words), expected));
}

for (const [useCase, sentence, mutates] of [
  ['create-billing', 'creates a billing', true],
  ['place-order', 'places an order', true],
  ['list-orders', 'lists orders', false],
  ['get-line-item', 'gets a line item', false],
  ['search', 'searches', false],
  ['notify-customer', 'notifies a customer', true],
  ['pay', 'pays', true],
  ['undo-refund', 'undoes a refund', true],
] as const) {
  test(`${useCase} ${sentence}, and ${mutates ? 'changes something' : 'only looks'}`, () => {
    equal(sentenceOf(useCase), sentence);
    equal(soundsMutating(useCase), mutates);
  });
}
