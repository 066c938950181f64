import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { effectsInCode } from '../effects-in-code.ts';
import { startOf, type SyntaxNode } from '../syntax.ts';
import { parsers } from './parsers.ts';

export const imports = `
import { orderPlacedV1, orderPlacedV1 as placed } from '@repo/orders-contracts/events/order-placed.v1';
import { orderShippedV1 } from '@repo/orders-contracts/events/order-shipped.v1';
import { orderFeedV1 } from '@repo/orders-contracts/channels/order-feed.v1';
import { sendReceiptV1 } from '../contracts/send-receipt.v1.job.ts';
import * as orderPlaced from '@repo/orders-contracts/events/order-placed.v1';
import { 'order placed' as odd } from '@repo/orders-contracts/events/order-placed.v1';
import something from '@repo/orders-contracts/events/order-placed.v1';
import type { Capabilities } from '@formwork/feature';
import { retry, types } from './elsewhere.ts';
`;

/** Kind, name and the text that is pointed at, of each effect in a module that starts with the imports above. */
export type Row = readonly [title: string, code: string, effects: readonly string[]];

export const where = { feature: 'orders', scope: '@repo' };

/** Tests each row on each parser. */
export function testEffects(rows: readonly Row[]): void {
  for (const [parser, parse] of Object.entries(parsers)) {
    for (const [title, code, effects] of rows) test(`${parser}: ${title}`, () => deepEqual(seen(parse, code), effects));
  }
}

function seen(parse: (code: string) => SyntaxNode, code: string): readonly string[] {
  const text = imports + code;
  return effectsInCode(parse(text), where).map(({ kind, name, node }) => `${kind} ${name} at ${text.slice(startOf(node), endOf(node))}`);
}

function endOf(node: SyntaxNode): number {
  return node.range?.[1] ?? node.end;
}
