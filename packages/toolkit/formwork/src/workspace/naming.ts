import type { TriggerKind } from './model.ts';

/** The longest that a name may be: file systems end a file's name at 255 bytes, and some files carry two names. */
export const longestName = 64;

const nameLaw = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/;

/** Words that cannot name a variable or an own member of an object, so that a feature or a use case cannot bear them either. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected prototype public return ' +
    'static super switch then this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** Whether the text may name a feature, a use case, an event, a job or a channel in kebab-case: `place-order`. */
export function isName(text: string): boolean {
  return text.length <= longestName && nameLaw.test(text) && !isReserved(text);
}

/** Whether the text is a word of the language, `delete`, and for that reason no name. */
export function isReserved(text: string): boolean {
  return reservedWords.has(text);
}

/** `placeOrder` or `PlaceOrder` to `place-order`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter, index: number) => `${index === 0 ? '' : '-'}${letter.toLowerCase()}`);
}

/** `place-order` to `placeOrder`. */
export function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `place-order` to `PlaceOrder`. */
export function pascal(name: string): string {
  const inCamel = camel(name);
  return inCamel.charAt(0).toUpperCase() + inCamel.slice(1);
}

/** Whether the text may name a use case in a manifest: `placeOrder`, which is `place-order` in kebab-case. */
export function isUseCaseName(text: string): boolean {
  return isName(kebab(text)) && camel(kebab(text)) === text;
}

/** A contract's name taken apart: `orders.order-placed.v1`. */
export type ContractName = { readonly feature: string; readonly name: string; readonly version: number };

const contractLaw = /^([a-z0-9-]+)\.([a-z0-9-]+)\.v([1-9][0-9]{0,5})$/;

/** Takes `orders.order-placed.v1` apart; null where the text is no contract's name. */
export function parseContractName(text: string): ContractName | null {
  const [, feature = '', name = '', version] = contractLaw.exec(text) ?? [];
  return isName(feature) && isName(name) ? { feature, name, version: Number(version) } : null;
}

/** `order-placed` and 1 to `orderPlacedV1`, which is what the contract's file exports. */
export function contractExport({ name, version }: { readonly name: string; readonly version: number }): string {
  return `${camel(name)}V${version}`;
}

const contractFileLaw = /^([a-z0-9-]+)\.v([1-9][0-9]{0,5})\.(event|channel|job)\.ts$/;

/** What the name of a contract's file says, `order-placed.v1.event.ts`; null where it is none. */
export function parseContractFile(
  fileName: string,
): { readonly name: string; readonly version: number; readonly kind: 'event' | 'channel' | 'job' } | null {
  const [, name = '', version, kind] = contractFileLaw.exec(fileName) ?? [];
  return isName(name) && (kind === 'event' || kind === 'channel' || kind === 'job') ? { name, version: Number(version), kind } : null;
}

/** Where a feature hears contracts: a folder of its `src`, and how the files there end. */
export const triggerRooms = {
  consumes: { room: 'handlers', ending: '.handler.ts' },
  works: { room: 'jobs', ending: '.worker.ts' },
  receives: { room: 'realtime', ending: '.handler.ts' },
} as const satisfies Record<TriggerKind, { readonly room: string; readonly ending: string }>;

/**
 * The files in which a feature may hear a contract, relative to its `src`: `handlers/on-payments-payment-failed.v1.handler.ts`.
 * The first is the one to write.
 */
export function triggerFiles(kind: TriggerKind, contract: string): readonly [string, ...string[]] {
  const { room, ending } = triggerRooms[kind];
  const withOwner = `${room}/on-${contract.replace('.', '-')}${ending}`;
  const withoutOwner = contract.slice(contract.indexOf('.') + 1);
  switch (kind) {
    case 'consumes':
      return [withOwner];
    case 'works':
      return [`${room}/${withoutOwner}${ending}`];
    case 'receives':
      return [withOwner, `${room}/on-${withoutOwner}${ending}`];
  }
}

const sharedContractImport = /^([a-z0-9-]+)-contracts\/(?:events|channels)\/([a-z0-9-]+)\.v([1-9][0-9]{0,5})$/;
const ownJobImport = /^(?:\.\/|(?:\.\.\/)+)(?:contracts\/)?([^/]+\.job\.ts)$/;

/** Whose code it is: contracts are named from the feature that imports them, and from the repository's scope. */
export type Where = { readonly feature: string; readonly scope: string };

/**
 * The name of the contract that an import brings, from the import alone.
 * `specifier` is what stands after `from`, `importedName` the export's own name.
 * Null where the import is no contract by the naming law.
 */
export function contractNameOf(specifier: string, importedName: string, where: Where): string | null {
  const found = contractOf(specifier, importedName, where);
  return found === null ? null : `${found.feature}.${found.name}.v${found.version}`;
}

/** The same, taken apart. */
function contractOf(specifier: string, importedName: string, { feature, scope }: Where): ContractName | null {
  const found = sharedContract(specifier, scope) ?? ownJob(specifier, feature);
  return found === null || contractExport(found) !== importedName ? null : found;
}

function sharedContract(specifier: string, scope: string): ContractName | null {
  if (!specifier.startsWith(`${scope}/`)) return null;
  const [, feature = '', name = '', version] = sharedContractImport.exec(specifier.slice(scope.length + 1)) ?? [];
  return isName(feature) && isName(name) ? { feature, name, version: Number(version) } : null;
}

function ownJob(specifier: string, feature: string): ContractName | null {
  const file = parseContractFile(ownJobImport.exec(specifier)?.[1] ?? '');
  return file === null ? null : { feature, name: file.name, version: file.version };
}
