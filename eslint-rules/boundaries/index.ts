import path from 'node:path';
import type { Rule } from 'eslint';
import type { FormworkRule } from '../rule.ts';

/** A part of the repository, and what it may know of the others. */
export type Zone = {
  /** How messages call it. */
  readonly name: string;
  /** Its folder from the root, `*` for any one name: then each such folder is a part of its own, and a stranger to the others. */
  readonly folder: string;
  /** Where it is imported by the name of a package: a pattern for the whole of what stands after `from`. */
  readonly specifier?: string;
  /** The names of the zones that it may import, beside itself. */
  readonly mayImport: readonly string[];
  /** Why no others, and what to do instead. */
  readonly why: string;
};

const importing: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
  'TSExternalModuleReference',
]);

export const boundaries = {
  meta: {
    type: 'problem',
    docs: {
      description: 'A part of the repository imports only the parts that it may know.',
      why: 'Each part can then be understood, tested and replaced with nothing but what it stands on.',
      files: null,
    },
    messages: { crossed: "{{from}} may not import {{to}} ('{{specifier}}'). {{why}}" },
    schema: [
      {
        type: 'object',
        properties: {
          root: { type: 'string' },
          zones: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                folder: { type: 'string' },
                specifier: { type: 'string' },
                mayImport: { type: 'array', items: { type: 'string' } },
                why: { type: 'string' },
              },
              required: ['name', 'folder', 'mayImport', 'why'],
              additionalProperties: false,
            },
          },
        },
        required: ['root', 'zones'],
        additionalProperties: false,
      },
    ],
  },
  create: (context): Rule.RuleListener => {
    const { root, zones }: { readonly root: string; readonly zones: readonly Zone[] } = context.options[0];
    const here = partAt(fromRoot(root, context.filename), zones);
    if (here === null) return {};
    const judge = (node: Rule.Node, parent: string, specifier: unknown): void => {
      if (typeof specifier !== 'string' || !importing.has(parent)) return;
      const there = specifier.startsWith('.')
        ? partAt(fromRoot(root, path.resolve(path.dirname(context.filename), specifier)), zones)
        : partCalled(specifier, zones);
      if (there === null || there.folder === here.folder || here.zone.mayImport.includes(there.zone.name)) return;
      const data = { from: here.zone.name, to: there.zone.name, specifier, why: here.zone.why };
      context.report({ node, messageId: 'crossed', data });
    };
    return {
      Literal: (node) => judge(node, node.parent.type, node.value),
      TemplateLiteral: (node) => judge(node, node.parent.type, node.expressions.length === 0 ? node.quasis[0]?.value.cooked : null),
    };
  },
} as const satisfies FormworkRule;

/** A zone, and which of its folders; null where only the name of a package tells. */
type Part = { readonly zone: Zone; readonly folder: string | null };

/** The part in which a path from the root lies, in the first zone that has it. */
function partAt(file: string, zones: readonly Zone[]): Part | null {
  for (const zone of zones) {
    const folder = new RegExp(`^${literally(zone.folder).replaceAll('*', '[^/]+')}(?=/)`).exec(file)?.[0];
    if (folder !== undefined) return { zone, folder };
  }
  return null;
}

/** The text as a pattern that matches it alone; `*` stays. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&');
}

function partCalled(specifier: string, zones: readonly Zone[]): Part | null {
  const zone = zones.find((candidate) => candidate.specifier !== undefined && new RegExp(`^(?:${candidate.specifier})$`).test(specifier));
  return zone === undefined ? null : { zone, folder: null };
}

function fromRoot(root: string, file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/');
}
