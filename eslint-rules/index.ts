import type { ESLint, Linter } from 'eslint';
import { rules } from './rules.ts';

const plugin = {
  meta: { name: '@formwork/eslint-plugin', namespace: 'conformance' },
  rules,
} satisfies ESLint.Plugin;

/** Each rule on the files that it is about. Wants a parser that reads TypeScript, which is the repository's own choice. */
const recommended: Linter.Config[] = Object.entries(rules).flatMap(
  ([
    id,
    {
      meta: { docs },
    },
  ]) =>
    docs.files === null
      ? []
      : [
          {
            name: `conformance/${id}`,
            files: [...docs.files],
            plugins: { conformance: plugin },
            rules: { [`conformance/${id}`]: 'error' },
          },
        ],
);

// ESLint knows a plugin by identity: what a repository imports has to be what `recommended` names.
const configured: ESLint.Plugin & { readonly configs: { readonly recommended: Linter.Config[] } } = Object.assign(plugin, {
  configs: { recommended },
});

export default configured;
