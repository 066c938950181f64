import { writtenKey, type SyntaxNode } from '../syntax.ts';
import type { Scope } from './scopes.ts';
import { member, type Later, type Values } from './values.ts';

/** How a pattern is taken apart: `evaluate` gives the values of keys and defaults, `give` takes each name with its part, `meet` each default. */
export type Taking = {
  readonly scope: Scope;
  readonly evaluate: (node: SyntaxNode, scope: Scope) => Values;
  readonly give: (name: string, part: Later) => void;
  readonly meet: (fallback: SyntaxNode) => void;
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
