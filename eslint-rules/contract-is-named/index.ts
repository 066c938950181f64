import path from 'node:path';
import { exportsInCode } from 'formwork/workspace/code/exports-in-code';
import { contractExport, parseContractFile } from 'formwork/workspace/naming';
import { isProgram, writtenKey, type SyntaxNode } from 'formwork/workspace/syntax';
import { ownManifest } from '../own-package.ts';
import { placeOf, wholeFile } from '../place.ts';
import type { FormworkRule } from '../rule.ts';

/** The kinds of contract: where they lie, how their files end, and what defines them. */
const kinds = {
  events: { kind: 'event', define: 'defineEvent' },
  channels: { kind: 'channel', define: 'defineChannel' },
  contracts: { kind: 'job', define: 'defineJob' },
} as const;
const definers: readonly string[] = Object.values(kinds).map(({ define }) => define);

export const contractIsNamed = {
  meta: {
    type: 'problem',
    docs: {
      description: "A contract's file, its export and its name say the same.",
      why: 'An import alone then tells which contract it is, to people and to every gate, without anything being run.',
      files: ['**/src/events/*.event.ts', '**/src/channels/*.channel.ts', '**/src/contracts/*.job.ts'],
    },
    messages: {
      file:
        '{{file}} is no name for the file of a contract. Call it <name>.v<n>.{{kind}}.ts in kebab-case, for example ' +
        'order-placed.v1.{{kind}}.ts.',
      missing: "{{file}} defines no contract. Write `export const {{exported}} = {{define}}(…)` with name '{{name}}'.",
      several: '{{file}} defines a second contract, {{found}}. Give it a file of its own.',
      definer: '{{file}} holds what {{found}} makes. Use {{define}} here, or move it to where its kind lies.',
      exported: '{{file}} exports {{found}}. Call it {{exported}}, or rename the file.',
      name: "{{exported}} is not named by what its file says. Write name: '{{name}}', or rename the file.",
    },
    schema: [],
  },
  create: (context) => ({
    Program: (program) => {
      const asked = contractFile(context.filename);
      if (asked === null || !isProgram(program)) return;
      const { file, kind, define, owner } = asked;
      const law = parseContractFile(file);
      if (law === null) return context.report({ loc: wholeFile, messageId: 'file', data: { file, kind } });
      const data = { file, define, exported: contractExport(law), name: `${owner}.${law.name}.v${law.version}` };
      const report = (messageId: string, node: SyntaxNode, found = ''): void =>
        context.report({ loc: placeOf(node, context.sourceCode), messageId, data: { ...data, found } });
      const [contract, ...others] = definitionsIn(program);
      if (contract === undefined) return context.report({ loc: wholeFile, messageId: 'missing', data });
      for (const other of others) report('several', other.at, other.exported);
      if (contract.definer !== define) report('definer', contract.at, contract.definer);
      if (contract.exported !== data.exported) report('exported', contract.at, contract.exported);
      if (contract.name?.type !== 'Literal' || contract.name.value !== data.name) report('name', contract.name ?? contract.at);
    },
  }),
} as const satisfies FormworkRule;

/** What a file of contracts is by its folder; null for another file, and where the feature that owns a job could not be read. */
function contractFile(filename: string) {
  const [, folder, room, file] = /^(.*)\/src\/(events|channels|contracts)\/([^/]+)$/.exec(filename.replaceAll(path.sep, '/')) ?? [];
  if (folder === undefined || file === undefined || (room !== 'events' && room !== 'channels' && room !== 'contracts')) return null;
  const owner = room === 'contracts' ? ownManifest(folder)?.name : path.basename(folder);
  return owner === undefined ? null : { file, owner, ...kinds[room] };
}

type Definition = { readonly exported: string; readonly at: SyntaxNode; readonly definer: string; readonly name: SyntaxNode | null };

/** The contracts that a module defines and exports, each with what its `name` is given. */
function definitionsIn(program: Parameters<typeof exportsInCode>[0]): readonly Definition[] {
  return exportsInCode(program).flatMap(({ name: exported, at, value }): readonly Definition[] => {
    if (value?.type !== 'CallExpression' || value.callee.type !== 'Identifier' || !definers.includes(value.callee.name)) return [];
    const [argument] = value.arguments;
    const properties = argument?.type === 'ObjectExpression' ? argument.properties : [];
    const name = properties.find((property) => property.type === 'Property' && writtenKey(property.key, property.computed) === 'name');
    return [{ exported, at, definer: value.callee.name, name: name?.type === 'Property' ? name.value : null }];
  });
}
