import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { childrenOf, isNode } from './syntax.ts';
import { parsers } from './testing/parsers.ts';

for (const [parser, parse] of Object.entries(parsers)) {
  test(`${parser}: the nodes below a node are its code, not its types`, () => {
    const [statement] = childrenOf(parse('const a: B<C> = d<E>(f as G, ...h);'));
    const below = statement === undefined ? [] : childrenOf(statement).flatMap(childrenOf).flatMap(childrenOf);
    deepEqual(
      below.map(({ type }) => type),
      ['Identifier', 'TSAsExpression', 'SpreadElement'],
    );
  });
}

test('below a node that no parser has heard of is nothing', () => {
  const node: unknown = { type: 'Unheard', a: { type: 'Identifier' } };
  deepEqual(isNode(node) && childrenOf(node), []);
});
