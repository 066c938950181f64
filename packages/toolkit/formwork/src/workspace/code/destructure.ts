import { writtenKey, type SyntaxNode } from '../syntax.ts';
import type { Scope } from './scopes.ts';
import { member, type Later, type Values } from './values.ts';

/** How a pattern is taken apart. */
export type Taking = {
  readonly scope: Scope;
  /** The values of keys and defaults. */
  readonly evaluate: (node: SyntaxNode, scope: Scope) => Values;
  /** Takes each name with its part. */
  readonly give: (name: string, part: Later) => void;
  /** Takes each expression in the pattern. */
  readonly meet: (expression: SyntaxNode) => void;
};

/** Takes `{ a, b: [c = d] }` apart. What is left over, `...rest`, counts as the whole. */
export function destructure(pattern: SyntaxNode, source: Later, taking: Taking): void {
  const { scope, evaluate } = taking;
  switch (pattern.type) {
    case 'Identifier':
      return taking.give(pattern.name, source);
    case 'AssignmentPattern':
      taking.meet(pattern.right);
      return destructure(pattern.left, () => [...source(), ...evaluate(pattern.right, scope)], taking);
    case 'RestElement':
      return destructure(pattern.argument, source, taking);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') destructure(property, source, taking);
        else {
          const { key, computed, value } = property;
          if (computed) taking.meet(key);
          destructure(value, () => member(source(), writtenKey(key, computed) ?? evaluate(key, scope)), taking);
        }
      }
      return;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        if (element !== null) destructure(element, () => member(source(), String(index)), taking);
      }
  }
}
