import { basename } from 'node:path';
import type { Program } from 'oxc-parser';
import type { Where } from './effects-in-code.ts';
import type { TriggerKind, TriggerSource } from './model.ts';
import { contractNameOf, parseContractName } from './naming.ts';
import { readSource } from './parse-source.ts';
import type { Reader } from './reader.ts';

const triggerLaw = /\/src\/(?:(handlers)\/[^/]+\.handler|(jobs)\/[^/]+\.worker|(realtime)\/[^/]+\.handler)\.ts$/;

/** Whether a file of a feature leads from an event, a job or a realtime message to a use case. */
export function isTriggerFile(file: string): boolean {
  return triggerLaw.test(file);
}

/** Reads a file of `src/handlers`, `src/jobs` or `src/realtime`. */
export function readTrigger(file: string, where: Where, reader: Reader): TriggerSource {
  const [, isHandler, isWorker] = triggerLaw.exec(file) ?? [];
  const kind = isHandler !== undefined ? 'consumes' : isWorker !== undefined ? 'works' : 'receives';
  const source = readSource(file, reader);
  return { file, kind, contract: source === null ? null : heard(basename(file), kind, importedContracts(source.program, where)) };
}

/** The names of the contracts that a module imports as values. */
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
function heard(fileName: string, kind: TriggerKind, contracts: readonly string[]): string | null {
  const lawful = contracts.find((contract) => namesOf(contract, kind).some((name) => fileName === name));
  const [only = null, ...others] = contracts;
  return lawful ?? (others.length === 0 ? only : null);
}

function namesOf(contract: string, kind: TriggerKind): readonly string[] {
  const { feature, name, version } = parseContractName(contract) ?? { feature: '', name: '', version: 0 };
  switch (kind) {
    case 'consumes':
      return [`on-${feature}-${name}.v${version}.handler.ts`];
    case 'works':
      return [`${name}.v${version}.worker.ts`];
    case 'receives':
      return [`on-${feature}-${name}.v${version}.handler.ts`, `on-${name}.v${version}.handler.ts`];
  }
}
