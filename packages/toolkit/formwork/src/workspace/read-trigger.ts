import type { Program } from 'oxc-parser';
import { triggerKinds, type TriggerKind, type TriggerSource } from './model.ts';
import { contractNameOf, triggerFiles, triggerRooms, type Where } from './naming.ts';
import { readSource } from './parse-source.ts';
import type { Reader } from './reader.ts';

/** Reads a file of `src/handlers`, `src/jobs` or `src/realtime`; nothing where the file is none that hears. */
export function readTrigger(file: string, where: Where, reader: Reader): readonly TriggerSource[] {
  const [folder] = file.split('/').slice(-2);
  const kind = triggerKinds.find((one) => triggerRooms[one].room === folder && file.endsWith(triggerRooms[one].ending));
  if (kind === undefined) return [];
  const heard = readSource(file, reader, ({ program }) => ({ contract: heardIn(file, kind, importedContracts(program, where)) }));
  return [{ file, kind, isParsed: heard !== null, contract: heard?.contract ?? null }];
}

/** The contracts that a module imports as values. */
function importedContracts(program: Program, where: Where): readonly string[] {
  return program.body.flatMap((statement) =>
    statement.type !== 'ImportDeclaration' || statement.importKind === 'type'
      ? []
      : statement.specifiers.flatMap((specifier) => {
          if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return [];
          return contractNameOf(statement.source.value, specifier.imported.name, where) ?? [];
        }),
  );
}

/** By the naming law the file is called by what it hears; where it is not, a contract that is the only one imported is what it hears. */
function heardIn(file: string, kind: TriggerKind, contracts: readonly string[]): string | null {
  const lawful = contracts.find((contract) => triggerFiles(kind, contract).some((lawfulFile) => file.endsWith(`/src/${lawfulFile}`)));
  const [only, ...others] = contracts;
  return lawful ?? (others.length === 0 ? (only ?? null) : null);
}
