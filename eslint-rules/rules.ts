import { boundaries } from './boundaries/index.ts';
import { contractIsNamed } from './contract-is-named/index.ts';
import { effectIsDeclared } from './effect-is-declared/index.ts';
import { manifestIsLiteral } from './manifest-is-literal/index.ts';
import type { FormworkRule } from './rule.ts';
import { statusIsTrue } from './status-is-true/index.ts';
import { useCaseExportsContract } from './use-case-exports-contract/index.ts';
import { useCaseIsDeclared } from './use-case-is-declared/index.ts';

/** Every rule by its id; the meta-test ties this list to the folders. */
export const rules: Readonly<Record<string, FormworkRule>> = {
  boundaries,
  'contract-is-named': contractIsNamed,
  'effect-is-declared': effectIsDeclared,
  'manifest-is-literal': manifestIsLiteral,
  'status-is-true': statusIsTrue,
  'use-case-exports-contract': useCaseExportsContract,
  'use-case-is-declared': useCaseIsDeclared,
};
