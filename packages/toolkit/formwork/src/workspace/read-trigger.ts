import { basename } from 'node:path';
import type { Program } from 'oxc-parser';
import type { TriggerKind, TriggerSource } from './model.ts';
import { contractOf, type ContractName, type Where } from './naming.ts';
import { readSource } from './parse-source.ts';
import type { Reader } from './reader.ts';

const rooms: Readonly<Record<string, { readonly kind: TriggerKind; readonly ending: string }>> = {
  handlers: { kind: 'consumes', ending: '.handler.ts' },
  jobs: { kind: 'works', ending: '.worker.ts' },
  realtime: { kind: 'receives', ending: '.handler.ts' },
};

/** Reads a file of `src/handlers`, `src/jobs` or `src/realtime`; nothing where the file is none that hears. */
export function readTrigger(file: string, where: Where, reader: Reader): readonly TriggerSource[] {
  const [room = ''] = file.split('/').slice(-2);
  const trigger = Object.hasOwn(rooms, room) ? rooms[room] : undefined;
  if (trigger === undefined || !file.endsWith(trigger.ending)) return [];
  const { kind } = trigger;
  const contract = readSource(file, reader, ({ program }) => heard(basename(file), kind, importedContracts(program, where)));
  return [{ file, kind, contract }];
}

/** The contracts that a module imports as values. */
function importedContracts(program: Program, where: Where): readonly ContractName[] {
  return program.body.flatMap((statement) =>
    statement.type !== 'ImportDeclaration' || statement.importKind === 'type'
      ? []
      : statement.specifiers.flatMap((specifier) => {
          if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return [];
          return contractOf(statement.source.value, specifier.imported.name, where) ?? [];
        }),
  );
}

/** By the naming law the file is called by what it hears; where it is not, a contract that is the only one imported is what it hears. */
function heard(fileName: string, kind: TriggerKind, contracts: readonly ContractName[]): string | null {
  const lawful = contracts.find((contract) => namesOf(contract, kind).includes(fileName));
  const [only, ...others] = contracts;
  const found = lawful ?? (others.length === 0 ? only : undefined);
  return found === undefined ? null : `${found.feature}.${found.name}.v${found.version}`;
}

function namesOf({ feature, name, version }: ContractName, kind: TriggerKind): readonly string[] {
  switch (kind) {
    case 'consumes':
      return [`on-${feature}-${name}.v${version}.handler.ts`];
    case 'works':
      return [`${name}.v${version}.worker.ts`];
    case 'receives':
      return [`on-${feature}-${name}.v${version}.handler.ts`, `on-${name}.v${version}.handler.ts`];
  }
}
