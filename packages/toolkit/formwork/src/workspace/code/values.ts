import type { CallExpression } from 'oxc-parser';
import type { EffectKind } from '../model.ts';
import type { FunctionNode } from '../syntax.ts';

/** What an expression may be at run time, as far as it can be told without running it: one of several, or `unknown`. */
export type Values = readonly Value[];

type Kind =
  | { readonly is: 'unknown' }
  | { readonly is: 'text'; readonly text: string }
  /** What an import brings. */
  | { readonly is: 'imported'; readonly from: string; readonly name: string }
  | { readonly is: 'module'; readonly from: string }
  /** What the exported factory is given, or a copy of it. */
  | { readonly is: 'dependencies' }
  /** `bound` are the arguments that `bind` has put before those of the call. */
  | { readonly is: 'capability'; readonly kind: EffectKind; readonly bound: readonly Values[] }
  | { readonly is: 'function'; readonly node: FunctionNode }
  | { readonly is: 'object'; readonly members: readonly Member[] }
  | { readonly is: 'list'; readonly elements: readonly (() => Values)[] }
  | { readonly is: 'not-implemented' };

/** `via` is the outermost call of a function of the same file that handed the value on. */
export type Value = Kind & { readonly via?: CallExpression };

/** A property, or with no key what is spread at its place. */
export type Member = { readonly key: Values | null; readonly value: () => Values };

export const unknown: Values = [{ is: 'unknown' }];

const capabilities: Readonly<Record<string, EffectKind>> = {
  publish: 'publishes',
  enqueue: 'enqueues',
  broadcast: 'broadcasts',
  audit: 'audits',
};

/** What `object.key` may be. */
export function member(objects: Values, keys: Values): Values {
  return objects.flatMap((object) => keys.flatMap((key) => (key.is === 'text' ? memberOf(object, key.text) : unknown)));
}

function memberOf(object: Value, key: string): Values {
  switch (object.is) {
    case 'dependencies': {
      const kind = Object.hasOwn(capabilities, key) ? capabilities[key] : undefined;
      return kind === undefined ? unknown : [{ is: 'capability', kind, bound: [] }];
    }
    case 'module':
      return [{ is: 'imported', from: object.from, name: key }];
    case 'object':
      return memberOfLiteral(object.members, key);
    case 'list':
      return object.elements[Number(key)]?.() ?? unknown;
    default:
      return unknown;
  }
}

/** The last that is written wins; what is spread may have it or not, so the search goes on before it. */
function memberOfLiteral(members: readonly Member[], key: string): Values {
  const found: Value[] = [];
  for (const { key: keys, value } of members.toReversed()) {
    if (keys === null) {
      found.push(...member(value(), [{ is: 'text', text: key }]).filter(({ is }) => is !== 'unknown'));
    } else if (keys.some((written) => written.is === 'text' && written.text === key)) {
      return [...found, ...value()];
    }
  }
  return found.length === 0 ? unknown : found;
}

/** What an iteration over the values may give. */
export function elements(lists: Values): Values {
  return lists.flatMap((list) => (list.is === 'list' ? list.elements.flatMap((element) => element()) : unknown));
}

/** The kinds of effect that whoever holds the values may perform. */
export function capabilitiesIn(values: Values): ReadonlySet<EffectKind> {
  return new Set(
    values.flatMap((value): readonly EffectKind[] => {
      switch (value.is) {
        case 'capability':
          return [value.kind];
        case 'dependencies':
          return Object.values(capabilities);
        case 'object':
          return value.members.flatMap((held) => [...capabilitiesIn(held.value())]);
        case 'list':
          return value.elements.flatMap((held) => [...capabilitiesIn(held())]);
        default:
          return [];
      }
    }),
  );
}
