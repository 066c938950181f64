import type { CallExpression } from 'oxc-parser';
import { effectKinds, effectVerbs, type EffectKind } from '../model.ts';
import type { FunctionNode } from '../syntax.ts';

type Kind =
  | { readonly is: 'unknown' }
  | { readonly is: 'text'; readonly text: string }
  /** What an import brings. */
  | { readonly is: 'imported'; readonly from: string; readonly name: string }
  | { readonly is: 'module'; readonly from: string }
  /** What an exported factory is given, or a part of it. */
  | { readonly is: 'dependencies' }
  /** `bound` are the arguments that `bind` has put before those of the call. */
  | { readonly is: 'capability'; readonly kind: EffectKind; readonly bound: readonly Values[] }
  | { readonly is: 'function'; readonly node: FunctionNode }
  | { readonly is: 'object'; readonly members: readonly Member[] }
  | { readonly is: 'list'; readonly elements: readonly Later[] }
  /** An instance of NotImplementedError. */
  | { readonly is: 'not-implemented' };

/** `via` is the outermost call of a function of the same file that handed the value on. */
export type Value = Kind & { readonly via?: CallExpression };

/** What an expression may be at run time, as far as it can be told without running it: one of several, and `unknown` for whatever else. */
export type Values = readonly Value[];

/** Asked for only when it is needed, and when the whole module is known. */
export type Later = () => Values;

/** A property; with no key, what is spread at its place. */
export type Member = { readonly key: Values | string | null; readonly value: Later };

export const unknown: Values = [{ is: 'unknown' }];

export function text(written: string): Values {
  return [{ is: 'text', text: written }];
}

const capabilities: ReadonlyMap<string, EffectKind> = new Map(effectKinds.map((kind) => [effectVerbs[kind], kind]));

/** Whether a dependency of that name performs effects. */
export function isCapability(name: string): boolean {
  return capabilities.has(name);
}

/** What `object.key` may be; the key may be known by its values, or written. */
export function member(objects: Values, key: Values | string): Values {
  if (typeof key !== 'string') return key.flatMap((one) => (one.is === 'text' ? member(objects, one.text) : unknown));
  return objects.flatMap((object) => memberOf(object, key));
}

/** `passed` are the objects that were asked before: one that is spread into itself has nothing to add. */
function memberOf(object: Value, key: string, passed?: Set<Value>): Values {
  switch (object.is) {
    case 'dependencies': {
      const kind = capabilities.get(key);
      return kind === undefined ? unknown : [{ is: 'capability', kind, bound: [] }];
    }
    case 'module':
      return [{ is: 'imported', from: object.from, name: key }];
    case 'object':
      if (passed?.has(object) === true) return [];
      return written(object.members, key, (passed ?? new Set()).add(object));
    case 'list':
      return object.elements[Number(key)]?.() ?? unknown;
    default:
      return unknown;
  }
}

/** The last that is written wins; what is spread may have the key or not, so the search goes on before it. */
function written(members: readonly Member[], key: string, passed: Set<Value>): Values {
  const found: Value[] = [];
  for (const { key: own, value } of members.toReversed()) {
    if (own === null) found.push(...value().flatMap((spread) => memberOf(spread, key, passed).filter(({ is }) => is !== 'unknown')));
    else if (isKey(own, key)) return [...found, ...value()];
  }
  return found.length === 0 ? unknown : found;
}

function isKey(own: Values | string, key: string): boolean {
  return typeof own === 'string' ? own === key : own.some((one) => one.is === 'text' && one.text === key);
}

/** What an iteration over the values may give. */
export function elements(lists: Values): Values {
  return lists.flatMap((list) => (list.is === 'list' ? list.elements.flatMap((element) => element()) : unknown));
}

/** The kinds of effect that whoever holds the values may perform. */
export function capabilitiesIn(values: Values, passed = new Set<Value>()): readonly EffectKind[] {
  return values.flatMap((value) => {
    switch (value.is) {
      case 'capability':
        return [value.kind];
      case 'dependencies':
        return [...capabilities.values()];
      case 'object':
      case 'list': {
        if (passed.has(value)) return [];
        passed.add(value);
        const held = value.is === 'list' ? value.elements : value.members.map((one) => one.value);
        return held.flatMap((later) => capabilitiesIn(later(), passed));
      }
      default:
        return [];
    }
  });
}
