import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { parseSync } from 'oxc-parser';
import { effectsInCode } from './effects-in-code.ts';
import { startOf, type SyntaxNode } from './syntax.ts';
import { parsers } from './testing/parsers.ts';

const imports = `
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
type Row = readonly [title: string, code: string, effects: readonly string[]];

const capabilities: readonly Row[] = [
  ['a member', 'export const a = (deps) => async () => { await deps.publish(orderPlacedV1, {}); };', ['publishes orders.order-placed.v1 at deps.publish(orderPlacedV1, {})']],
  [
    'each capability',
    `export const a = (deps) => () => [deps.publish(orderPlacedV1, {}), deps.enqueue(sendReceiptV1, {}), deps.broadcast(orderFeedV1, {}), deps.audit('order.placed')];`,
    [
      'publishes orders.order-placed.v1 at deps.publish(orderPlacedV1, {})',
      'enqueues orders.send-receipt.v1 at deps.enqueue(sendReceiptV1, {})',
      'broadcasts orders.order-feed.v1 at deps.broadcast(orderFeedV1, {})',
      `audits order.placed at deps.audit('order.placed')`,
    ],
  ],
  ['a destructured parameter', 'export const a = ({ publish }: Capabilities) => () => publish(orderPlacedV1, {});', ['publishes orders.order-placed.v1 at publish(orderPlacedV1, {})']],
  ['a renamed one', 'export const a = ({ publish: emit }) => () => emit(orderPlacedV1);', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['one with a default', 'export const a = ({ publish = none } = {}) => () => publish(orderPlacedV1);', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['a quoted one', `export const a = ({ 'publish': emit }) => () => emit(orderPlacedV1);`, ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['the rest of a parameter', 'export const a = ({ orders, ...tools }) => () => tools.publish(orderPlacedV1);', ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)']],
  ['destructured later', 'export const a = (deps) => { const { publish: emit } = deps; return () => emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['a member kept in a constant', 'export const a = (deps) => { const emit = deps.publish; return () => emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['a member given to a variable', 'export const a = (deps) => { let emit; emit = deps.publish; return () => emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['destructured into variables', 'export const a = (deps) => { let emit; ({ publish: emit } = deps); return () => emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['destructured into variables with a default', 'export const a = (deps) => { let emit; ({ publish: emit = none } = deps); return () => emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['a var of the function', 'export const a = (deps) => { { var emit = deps.publish; } return () => emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['a var of the module', 'var emit; { var emit; } export const a = (deps) => { emit = deps.publish; emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['bound', 'export const a = (deps) => { const emit = deps.publish.bind(deps); emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['bound to a contract', 'export const a = ({ publish }) => { const emit = publish.bind(null, orderPlacedV1); emit({}); };', ['publishes orders.order-placed.v1 at emit({})']],
  ['called by call', 'export const a = ({ publish }) => publish.call(null, orderPlacedV1);', ['publishes orders.order-placed.v1 at publish.call(null, orderPlacedV1)']],
  ['called by call without arguments', 'export const a = ({ publish }) => publish.call();', ['publishes null at publish.call()']],
  ['called by apply', 'export const a = ({ publish }) => publish.apply(null, [orderPlacedV1, {}]);', ['publishes orders.order-placed.v1 at publish.apply(null, [orderPlacedV1, {}])']],
  ['called by apply with an unknown list', 'export const a = ({ publish }) => publish.apply(null, types);', ['publishes null at publish.apply(null, types)']],
  ['called by apply with no list', 'export const a = ({ publish }) => publish.apply();', ['publishes null at publish.apply()']],
  ['called by apply with an empty list', 'export const a = ({ publish }) => publish.apply(null, []);', ['publishes null at publish.apply(null, [])']],
  ['spread into another object', 'export const a = (deps) => { const tools = { ...deps, orders: 1 }; tools.publish(orderPlacedV1); };', ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)']],
  ['frozen', 'export const a = (deps) => { const tools = Object.freeze({ ...deps }); tools.publish(orderPlacedV1); };', ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)']],
  ['assigned', 'export const a = (deps) => { const tools = Object.assign({}, deps); tools.publish(orderPlacedV1); };', ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)']],
  ['put into an object', 'export const a = ({ publish }) => { const tools = { emit: publish }; tools.emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at tools.emit(orderPlacedV1)']],
  ['added to what was there', 'export const a = (deps) => { let tools = {}; tools = { ...tools, ...tools, ...deps }; tools.publish(orderPlacedV1); tools.other(); };', ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)']],
  ['put into a list', 'export const a = ({ publish }) => { const [emit] = [publish]; emit(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['an optional call', 'export const a = (deps) => deps?.publish?.(orderPlacedV1);', ['publishes orders.order-placed.v1 at deps?.publish?.(orderPlacedV1)']],
  ['an optional member kept in a constant', 'export const a = (deps) => { const emit = deps?.publish; emit?.(orderPlacedV1); };', ['publishes orders.order-placed.v1 at emit?.(orderPlacedV1)']],
  ['a computed literal', `export const a = (deps) => deps['publish'](orderPlacedV1);`, [`publishes orders.order-placed.v1 at deps['publish'](orderPlacedV1)`]],
  ['a computed template', 'export const a = (deps) => deps[`publish`](orderPlacedV1);', ['publishes orders.order-placed.v1 at deps[`publish`](orderPlacedV1)']],
  ['a computed constant', `const key = 'publish'; export const a = (deps) => deps[key](orderPlacedV1);`, ['publishes orders.order-placed.v1 at deps[key](orderPlacedV1)']],
  ['a computed pattern', `const key = 'publish'; export const a = ({ [key]: emit }) => emit(orderPlacedV1);`, ['publishes orders.order-placed.v1 at emit(orderPlacedV1)']],
  ['a computed member of an object', `const key = 'x'; export const a = ({ publish }) => ({ [key]: publish }).x(orderPlacedV1);`, ['publishes orders.order-placed.v1 at ({ [key]: publish }).x(orderPlacedV1)']],
  ['with types around it', 'export const a = (deps) => ((deps as any)!.publish satisfies unknown as any)<string>(orderPlacedV1 as any);', ['publishes orders.order-placed.v1 at ((deps as any)!.publish satisfies unknown as any)<string>(orderPlacedV1 as any)']],
  ['chosen', 'export const a = ({ publish, enqueue }) => (x ? publish : enqueue)(orderPlacedV1);', ['publishes orders.order-placed.v1 at (x ? publish : enqueue)(orderPlacedV1)', 'enqueues orders.order-placed.v1 at (x ? publish : enqueue)(orderPlacedV1)']],
  ['or a fallback', 'export const a = (deps) => (deps.publish ?? none)(orderPlacedV1);', ['publishes orders.order-placed.v1 at (deps.publish ?? none)(orderPlacedV1)']],
  ['the last of a sequence', 'export const a = (deps) => (0, deps.publish)(orderPlacedV1);', ['publishes orders.order-placed.v1 at (0, deps.publish)(orderPlacedV1)']],
  ['given on the way', 'export const a = (deps) => { let emit; (emit = deps.publish)(orderPlacedV1); };', ['publishes orders.order-placed.v1 at (emit = deps.publish)(orderPlacedV1)']],
];

const factories: readonly Row[] = [
  ['a function declaration', 'export function a({ publish }) { return () => publish(orderPlacedV1); }', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['a function expression', 'export const a = function ({ publish }) { return () => publish(orderPlacedV1); };', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['the default export', 'export default ({ publish }) => publish(orderPlacedV1);', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['a nameless default function', 'export default function ({ publish }) { publish(orderPlacedV1); }', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['exported later', 'const a = ({ publish }) => publish(orderPlacedV1); export { a as b };', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['in another call', 'export const a = retry(({ publish }) => publish(orderPlacedV1));', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['with a type', 'export const a = (({ publish }) => publish(orderPlacedV1)) satisfies unknown;', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['two of them', 'export const a = ({ publish }) => publish(orderPlacedV1), b = ({ audit }) => audit("b");', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)', 'audits b at audit("b")']],
  ['not exported', 'const a = ({ publish }) => publish(orderPlacedV1);', []],
  ['exported by another module', `export { a } from './a.ts'; export * from './b.ts'; export * as c from './c.ts';`, []],
  ['a type', 'export type A = { publish: () => void }; export interface B { publish(x: typeof orderPlacedV1): void }', []],
  ['a class and an enum', 'export class A { run(publish) { publish(orderPlacedV1); } } export enum B { publish = 1 }', []],
  ['destructured exports', 'export const { a, b } = types; export declare function c(publish: unknown): void;', []],
];

const others: readonly Row[] = [
  ['a method of a dependency', 'export const a = ({ repository }) => { repository.publish(orderPlacedV1); repository.drafts.publish(); };', []],
  ['a method of a member', 'export const a = (deps) => deps.repository.publish(orderPlacedV1);', []],
  ['the second parameter', 'export const a = (deps, tools) => tools.publish(orderPlacedV1);', []],
  ['the input of the use case', 'export const a = (deps) => async (input) => input.publish(orderPlacedV1);', []],
  ['a function of the module', 'const publish = () => {}; export const a = (deps) => publish(orderPlacedV1);', []],
  ['an import', 'export const a = (deps) => retry(orderPlacedV1);', []],
  ['a global', 'export const a = (deps) => publish(orderPlacedV1);', []],
  ['a method that is bound', 'export const a = ({ orders, publish }) => { const save = orders.save.bind(orders); save(orderPlacedV1); };', []],
  ['a key that nobody knows', 'export const a = (deps) => (input) => deps[input.key](orderPlacedV1);', []],
  ['a parameter of a constructor', 'export const a = ({ publish }) => class { constructor(private publish) { publish(orderPlacedV1); } };', []],
  ['a name of every object', 'export const a = (deps) => deps.toString(orderPlacedV1);', []],
  ['shadowed by a parameter', 'export const a = ({ publish }) => (publish) => publish(orderPlacedV1);', []],
  ['shadowed by a constant', 'export const a = ({ publish }) => { { const publish = () => {}; publish(orderPlacedV1); } };', []],
  ['shadowed by a caught error', 'export const a = ({ publish }) => { try {} catch ({ publish }) { publish(orderPlacedV1); } };', []],
  ['shadowed by a loop', 'export const a = ({ publish }) => { for (const publish of types) publish(orderPlacedV1); for (let publish = types; ;) publish(orderPlacedV1); for (const publish in types) publish(orderPlacedV1); };', []],
  ['shadowed in a switch', 'export const a = ({ publish }) => { switch (1) { case 1: const publish = types; publish(orderPlacedV1); } };', []],
  ['shadowed by a function', 'export const a = ({ publish }) => { function publish() {} return publish; };', []],
  ['shadowed by a class', 'export const a = ({ publish }) => { { class publish {} new publish(orderPlacedV1); } };', []],
  ['shadowed by its own name', 'export const a = ({ publish }) => (function publish() { publish(orderPlacedV1); })();', []],
  ['not shadowed outside of the block', 'export const a = ({ publish }) => { { const publish = 1; } publish(orderPlacedV1); };', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['not shadowed after the catch', 'export const a = ({ publish }) => { try {} catch { publish(orderPlacedV1); } };', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['replaced in a copy', 'export const a = (deps) => { const tools = { ...deps, publish: () => {} }; tools.publish(orderPlacedV1); };', []],
  ['a copy that comes after', 'export const a = (deps) => { const tools = { publish: () => {}, ...deps }; tools.publish(orderPlacedV1); };', ['publishes orders.order-placed.v1 at tools.publish(orderPlacedV1)']],
  ['types alone', 'export const a = (deps: { publish(x: typeof orderPlacedV1): void }): void => {};', []],
];

const contracts: readonly Row[] = [
  ['renamed by the import', 'export const a = ({ publish }) => publish(placed);', ['publishes orders.order-placed.v1 at publish(placed)']],
  ['of a namespace', 'export const a = ({ publish }) => publish(orderPlaced.orderPlacedV1);', ['publishes orders.order-placed.v1 at publish(orderPlaced.orderPlacedV1)']],
  ['taken out of a namespace', 'const { orderPlacedV1: x } = orderPlaced; export const a = ({ publish }) => publish(x);', ['publishes orders.order-placed.v1 at publish(x)']],
  ['imported on the way', `export const a = ({ publish }) => async () => publish((await import('@repo/orders-contracts/events/order-placed.v1')).orderPlacedV1);`, [`publishes orders.order-placed.v1 at publish((await import('@repo/orders-contracts/events/order-placed.v1')).orderPlacedV1)`]],
  ['imported from who knows where', 'export const a = ({ publish }) => async () => publish((await import(types)).orderPlacedV1);', ['publishes null at publish((await import(types)).orderPlacedV1)']],
  ['kept in a constant', 'const x = orderPlacedV1; const y = x; export const a = ({ publish }) => publish(y);', ['publishes orders.order-placed.v1 at publish(y)']],
  ['one of two', 'export const a = ({ publish }) => publish(x ? orderPlacedV1 : orderShippedV1);', ['publishes orders.order-placed.v1 at publish(x ? orderPlacedV1 : orderShippedV1)', 'publishes orders.order-shipped.v1 at publish(x ? orderPlacedV1 : orderShippedV1)']],
  ['a variable given twice', 'export const a = ({ publish }) => { let x = orderPlacedV1; x = orderShippedV1; publish(x); };', ['publishes orders.order-placed.v1 at publish(x)', 'publishes orders.order-shipped.v1 at publish(x)']],
  ['a variable that is given something unknown', 'export const a = ({ publish }) => (input) => { let x = orderPlacedV1; x = input; publish(x); };', ['publishes orders.order-placed.v1 at publish(x)', 'publishes null at publish(x)']],
  ['a variable that is never given', 'export const a = ({ publish }) => { let x; publish(x); };', ['publishes null at publish(x)']],
  ['each of a list', 'export const a = ({ publish }) => { for (const x of [orderPlacedV1, orderShippedV1]) publish(x); };', ['publishes orders.order-placed.v1 at publish(x)', 'publishes orders.order-shipped.v1 at publish(x)']],
  ['each of a list, by a method', 'export const a = ({ publish }) => [orderPlacedV1, orderShippedV1].map((x) => publish(x));', ['publishes orders.order-placed.v1 at publish(x)', 'publishes orders.order-shipped.v1 at publish(x)']],
  ['each of an unknown list', 'export const a = ({ publish }) => types.map((x) => publish(x));', ['publishes null at publish(x)']],
  ['a place of a list', 'const all = [orderPlacedV1, , ...types]; export const a = ({ publish }) => { publish(all[0]); publish(all[1]); publish(all[9]); };', ['publishes orders.order-placed.v1 at publish(all[0])', 'publishes null at publish(all[1])', 'publishes null at publish(all[9])']],
  ['a member of an object', 'const all = { orderPlacedV1, b: orderShippedV1 }; export const a = ({ publish }) => { publish(all.orderPlacedV1); publish(all.c); };', ['publishes orders.order-placed.v1 at publish(all.orderPlacedV1)', 'publishes null at publish(all.c)']],
  ['spread arguments', 'const all = [orderPlacedV1, {}]; export const a = ({ publish }) => { publish(...all); publish(...types); };', ['publishes orders.order-placed.v1 at publish(...all)', 'publishes null at publish(...types)']],
  ['none', 'export const a = ({ publish }) => publish();', ['publishes null at publish()']],
  ['a text', `export const a = ({ publish }) => publish('orders.order-placed.v1');`, [`publishes null at publish('orders.order-placed.v1')`]],
  ['a forged one', `const x = { name: 'orders.order-placed.v1' }; export const a = ({ publish }) => publish(x);`, ['publishes null at publish(x)']],
  ['a default import', 'export const a = ({ publish }) => publish(something);', ['publishes null at publish(something)']],
  ['an import outside of the law', 'export const a = ({ publish }) => publish(types);', ['publishes null at publish(types)']],
  ['an import by a quoted name', 'export const a = ({ publish }) => publish(odd);', ['publishes null at publish(odd)']],
  ['calculated', 'export const a = ({ publish }) => publish(placed + placed);', ['publishes null at publish(placed + placed)']],
  ['given by the caller', 'export const a = ({ publish }) => (input) => publish(input.contract);', ['publishes null at publish(input.contract)']],
  ['shadowed', 'export const a = ({ publish }) => (orderPlacedV1) => publish(orderPlacedV1);', ['publishes null at publish(orderPlacedV1)']],
  ['an action kept in a constant', `const action = 'order.placed'; export const a = ({ audit }) => audit(action);`, ['audits order.placed at audit(action)']],
  ['an action in a template', 'export const a = ({ audit }) => { audit(`order.placed`); audit(`order.${x}`); };', ['audits order.placed at audit(`order.placed`)', 'audits null at audit(`order.${x}`)']],
  ['an action in an object', `const actions = { placed: 'order.placed' } as const; export const a = ({ audit }) => audit(actions.placed);`, ['audits order.placed at audit(actions.placed)']],
  ['an action that is no text', 'export const a = ({ audit }) => { audit(1); audit(orderPlacedV1); };', ['audits null at audit(1)', 'audits null at audit(orderPlacedV1)']],
];

const wrappers: readonly Row[] = [
  ['an arrow', 'export const a = (deps) => { const announce = (event) => deps.publish(event, {}); announce(orderPlacedV1); };', ['publishes orders.order-placed.v1 at announce(orderPlacedV1)']],
  ['a declaration', 'export const a = (deps) => { announce(orderPlacedV1); function announce(event) { return deps.publish(event, {}); } };', ['publishes orders.order-placed.v1 at announce(orderPlacedV1)']],
  ['called twice', 'export const a = (deps) => { const announce = (event) => deps.publish(event); announce(orderPlacedV1); announce(orderShippedV1); };', ['publishes orders.order-placed.v1 at announce(orderPlacedV1)', 'publishes orders.order-shipped.v1 at announce(orderShippedV1)']],
  ['two deep', 'export const a = (deps) => { const one = (x) => deps.publish(x); const two = (y) => one(y); two(orderPlacedV1); };', ['publishes orders.order-placed.v1 at two(orderPlacedV1)']],
  ['of the module, given all', 'const announce = (tools, event) => tools.publish(event); export const a = (deps) => announce(deps, orderPlacedV1);', ['publishes orders.order-placed.v1 at announce(deps, orderPlacedV1)']],
  ['of the module, given one', 'const announce = (emit, event) => emit(event); export const a = ({ publish }) => announce(publish, orderPlacedV1);', ['publishes orders.order-placed.v1 at announce(publish, orderPlacedV1)']],
  ['given an object', 'const announce = ({ publish }, event) => publish(event); export const a = ({ publish }) => announce({ publish }, orderPlacedV1);', ['publishes orders.order-placed.v1 at announce({ publish }, orderPlacedV1)']],
  ['curried', 'const announce = (emit) => (event) => emit(event); export const a = ({ publish }) => announce(publish)(orderPlacedV1);', ['publishes orders.order-placed.v1 at announce(publish)(orderPlacedV1)']],
  ['that gives back the capability', 'const pick = (tools) => { return tools.publish; }; export const a = (deps) => { pick(deps)(orderPlacedV1); };', ['publishes orders.order-placed.v1 at pick(deps)(orderPlacedV1)']],
  ['with a default', 'export const a = (deps) => { const announce = (event = orderPlacedV1) => deps.publish(event); announce(orderShippedV1); };', ['publishes orders.order-placed.v1 at deps.publish(event)', 'publishes orders.order-shipped.v1 at announce(orderShippedV1)']],
  ['with the rest of the arguments', 'export const a = (deps) => { const announce = (...all) => deps.publish(...all); announce(orderPlacedV1, {}); };', ['publishes orders.order-placed.v1 at deps.publish(...all)']],
  ['that knows its contract', 'export const a = (deps) => { const announce = () => deps.publish(orderPlacedV1); announce(); };', ['publishes orders.order-placed.v1 at deps.publish(orderPlacedV1)']],
  ['in an object', 'export const a = (deps) => { const tools = { announce: (event) => deps.publish(event), tell(event) { deps.publish(event); } }; tools.announce(orderPlacedV1); tools.tell(orderShippedV1); };', ['publishes orders.order-placed.v1 at tools.announce(orderPlacedV1)', 'publishes orders.order-shipped.v1 at tools.tell(orderShippedV1)']],
  ['handed to another function', 'export const a = (deps) => { const run = (fn) => fn(orderPlacedV1); const announce = (event) => deps.publish(event); run(announce); };', ['publishes orders.order-placed.v1 at fn(orderPlacedV1)']],
  ['handed to another module too', 'export const a = (deps) => { const announce = (event) => deps.publish(event); announce(orderPlacedV1); retry(announce); };', ['publishes null at deps.publish(event)', 'publishes orders.order-placed.v1 at announce(orderPlacedV1)']],
  ['called with too little', 'export const a = (deps) => { const announce = (event) => deps.publish(event); announce(); };', ['publishes null at announce()']],
  ['exported', 'export const announce = (deps, event) => deps.publish(event); export const a = (deps) => announce(deps, orderPlacedV1);', ['publishes null at deps.publish(event)', 'publishes orders.order-placed.v1 at announce(deps, orderPlacedV1)']],
  ['that calls itself', 'export const a = (deps) => { const announce = (event) => { announce(event); deps.publish(event); }; announce(orderPlacedV1); };', ['publishes orders.order-placed.v1 at announce(orderPlacedV1)']],
  ['a constructor', 'export const a = (deps) => { const announce = (event) => deps.publish(event); new retry(announce); };', ['publishes null at deps.publish(event)']],
];

const handedOut: readonly Row[] = [
  ['a capability', 'export const a = ({ publish }) => retry(publish, orderPlacedV1);', ['publishes null at publish']],
  ['in an object', 'export const a = ({ publish, orders }) => retry({ emit: publish, orders, types });', ['publishes null at { emit: publish, orders, types }']],
  ['in a list', 'export const a = ({ publish }) => retry([publish, types]);', ['publishes null at [publish, types]']],
  ['spread', 'export const a = ({ publish }) => retry(...[publish]);', ['publishes null at ...[publish]']],
  ['all of them', 'export const a = (deps) => retry(deps);', ['publishes null at deps', 'enqueues null at deps', 'broadcasts null at deps', 'audits null at deps']],
  ['to a class', 'export const a = ({ audit }) => new types.Trail(audit);', ['audits null at audit']],
  ['to a method of a list', 'export const a = ({ audit }) => [1].forEach(audit);', ['audits null at audit']],
  ['a function around it', 'export const a = ({ publish }) => retry(() => publish(orderPlacedV1));', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['its promise', 'export const a = ({ publish }) => Promise.all([publish(orderPlacedV1)]);', ['publishes orders.order-placed.v1 at publish(orderPlacedV1)']],
  ['in an object that holds itself', 'export const a = ({ audit }) => { let list; list = { audit, next: list }; retry(list); };', ['audits null at list']],
  ['an own Object', 'const Object = types; export const a = (deps) => Object.freeze({ ...deps }).publish(orderPlacedV1);', ['publishes null at { ...deps }', 'enqueues null at { ...deps }', 'broadcasts null at { ...deps }', 'audits null at { ...deps }']],
];

const where = { feature: 'orders', scope: '@repo' };

function seen(parse: (code: string) => SyntaxNode, code: string): string[] {
  const text = imports + code;
  return effectsInCode(parse(text), where).map(({ kind, name, node }) => `${kind} ${name} at ${text.slice(startOf(node), endOf(node))}`);
}

function endOf(node: SyntaxNode): number {
  return node.range?.[1] ?? node.end;
}

for (const [parser, parse] of Object.entries(parsers)) {
  for (const [group, rows] of Object.entries({ capabilities, factories, others, contracts, wrappers, handedOut })) {
    test(`${parser}, ${group}`, async (t) => {
      for (const [title, code, effects] of rows) await t.test(title, () => deepEqual(seen(parse, code), effects));
    });
  }
}

test('more nesting than anyone writes is unknown, and no crash', () => {
  const code = `${imports} export const a = ({ publish }) => publish(${'x ? placed : '.repeat(3_000)} placed);`;
  const names = effectsInCode(parseSync('a.ts', code).program, where).map(({ name }) => name);
  deepEqual(names, ['orders.order-placed.v1', null]);
});

test('more to choose from than anyone writes is unknown, and no crash', () => {
  const doubled = Array.from({ length: 40 }, (_, index) => `const f${index + 1} = (x) => f${index}(x) ?? f${index}(x); const x${index + 1} = c ? x${index} : [x${index}, ...x${index}]; const o${index + 1} = { ...o${index}, ...o${index} };`);
  const code = `${imports} const x0 = [placed]; const o0 = {}; const f0 = (x) => x; ${doubled.join('')} export const a = ({ publish }) => { publish(x40); publish(f40(placed)); publish(o40.b); };`;
  const seenNames = effectsInCode(parseSync('a.ts', code).program, where).map(({ name }) => name);
  deepEqual(seenNames, [null, 'orders.order-placed.v1', null]);
  const many = `${imports} const x = ${Array.from({ length: 101 }, (_, index) => `c === ${index} ? '${index}' : `).join('')} ''; export const a = ({ audit }) => audit(x);`;
  deepEqual(effectsInCode(parseSync('a.ts', many).program, where).map(({ name }) => name), [null]);
});

test('what is no program has no effects', () => {
  deepEqual(effectsInCode({ type: 'Identifier' }, where), []);
});
