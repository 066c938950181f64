import { basename } from 'node:path';
import type { CallExpression, StringLiteral } from 'oxc-parser';
import type { ContractSource } from './model.ts';
import { contractExport, parseContractFile } from './naming.ts';
import { readSource, type Source } from './parse-source.ts';
import { placeAt } from './place.ts';
import type { Reader } from './reader.ts';
import { startOf, writtenKey } from './syntax.ts';

const definers: ReadonlySet<string> = new Set(['defineEvent', 'defineJob', 'defineChannel']);
const folderOf = { event: 'events', channel: 'channels', job: 'contracts' } as const;

/** Reads the contracts among the files of a package; `owner` is the feature that they belong to. Other files are passed over. */
export function readContracts(files: readonly string[], owner: string, reader: Reader): readonly ContractSource[] {
  return files.flatMap((file): readonly ContractSource[] => {
    const law = parseContractFile(basename(file));
    if (law === null || !file.endsWith(`/src/${folderOf[law.kind]}/${basename(file)}`)) return [];
    const found = readSource(file, reader, (source) => definitionIn(source, contractExport(law)));
    const source = { file, kind: law.kind, owner, name: `${owner}.${law.name}.v${law.version}` };
    return [{ ...source, ...(found ?? { at: { line: 1, column: 1 }, writtenName: null, exportName: null }) }];
  });
}

type Definition = Pick<ContractSource, 'at' | 'writtenName'> & { readonly exportName: string };

/** The exported definition of a contract that is called as the law wants it, or else the first. */
function definitionIn({ text, program }: Source, lawful: string): Definition | null {
  const found = program.body.flatMap((statement): readonly Definition[] => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return [];
    return statement.declaration.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return [];
      if (init.callee.type !== 'Identifier' || !definers.has(init.callee.name)) return [];
      const name = nameIn(init.arguments[0]);
      return [{ exportName: id.name, at: placeAt(text, startOf(name ?? id)), writtenName: name?.value ?? null }];
    });
  });
  return found.find(({ exportName }) => exportName === lawful) ?? found[0] ?? null;
}

/** The literal that `name` is given in the object of a definition. */
function nameIn(argument: CallExpression['arguments'][number] | undefined): StringLiteral | null {
  if (argument?.type !== 'ObjectExpression') return null;
  for (const property of argument.properties) {
    if (property.type !== 'Property' || writtenKey(property.key, property.computed) !== 'name') continue;
    return property.value.type === 'Literal' && typeof property.value.value === 'string' ? property.value : null;
  }
  return null;
}
