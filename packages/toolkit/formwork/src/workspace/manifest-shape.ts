import { join, type Entry, type Literal } from './literal.ts';
import { checkCoverage } from './manifest-coverage.ts';
import { entriesAt, objectAt, required, type Fault } from './manifest-faults.ts';
import { effectKinds, triggerKinds } from './model.ts';
import type { DeclaredName, DeclaredUseCase, EffectKind, Place, TriggerKind } from './model.ts';
import { isName, isUseCaseName, parseContractName } from './naming.ts';

/** What `defineFeature` was given. */
export type Shape = {
  readonly name: string;
  readonly nameOffset: number;
  readonly useCases: readonly DeclaredUseCase[];
  readonly coverage: Literal | null;
};

type Judging = { readonly faults: Fault[]; readonly placeOf: (offset: number) => Place };

const listKeys = [...triggerKinds, ...effectKinds];

/** Judges what `defineFeature` was given; null where it is not of the right shape, and then `faults` says why. */
export function shapeOf(literal: Literal, faults: Fault[], placeOf: (offset: number) => Place): Shape | null {
  const keys = objectAt(literal, '', ['name', 'useCases', 'coverage'], faults);
  const name = required(keys, 'name', literal, '', faults);
  const useCases = required(keys, 'useCases', literal, '', faults);
  const coverage = keys.get('coverage')?.value ?? null;
  const written = name === null ? null : nameIn(name.value, faults);
  const entries = useCases === null ? [] : entriesAt(useCases.value, 'useCases', faults);
  const declared = entries.map((entry) => useCaseOf(entry, { faults, placeOf }));
  if (coverage !== null) checkCoverage(coverage, faults);
  if (faults.length > 0 || name === null || written === null) return null;
  return { name: written, nameOffset: name.value.offset, useCases: declared, coverage };
}

function nameIn(value: Literal, faults: Fault[]): string | null {
  if (value.is === 'scalar' && typeof value.value === 'string' && isName(value.value)) return value.value;
  faults.push({
    offset: value.offset,
    message: "'name' is no name of a feature.",
    fix: "Give the feature a name in kebab-case that is no word of the language, like 'billing'.",
  });
  return null;
}

function useCaseOf({ key, offset, value }: Entry, judging: Judging): DeclaredUseCase {
  const { faults, placeOf } = judging;
  const path = join('useCases', key);
  if (!isUseCaseName(key)) {
    faults.push({ offset, message: `'${key}' is no name of a use case.`, fix: "Name it in camelCase by what it does, like 'placeOrder'." });
  }
  const keys = objectAt(value, path, ['status', 'mutates', ...listKeys], faults);
  const status = scalarAt(required(keys, 'status', value, path, faults));
  const mutates = scalarAt(required(keys, 'mutates', value, path, faults));
  if (status !== null && status.value !== 'live' && status.value !== 'draft') {
    const fix = "Write 'draft' until it is implemented, then 'live'.";
    faults.push({ offset: status.offset, message: `'${path}.status' is neither 'live' nor 'draft'.`, fix });
  }
  if (mutates !== null && typeof mutates.value !== 'boolean') {
    const fix = 'Write true where it changes something, else false.';
    faults.push({ offset: mutates.offset, message: `'${path}.mutates' is neither true nor false.`, fix });
  }
  const names = (kind: TriggerKind | EffectKind) => namesAt(keys.get(kind), kind, join(path, kind), judging);
  return {
    name: key,
    at: placeOf(offset),
    status: status?.value === 'live' ? 'live' : 'draft',
    mutates: mutates?.value === true,
    triggers: { consumes: names('consumes'), works: names('works'), receives: names('receives') },
    effects: { publishes: names('publishes'), enqueues: names('enqueues'), broadcasts: names('broadcasts'), audits: names('audits') },
  };
}

/** The value of an entry, null where it is a list or an object; null where there is no entry. */
function scalarAt(entry: Entry | null): { readonly offset: number; readonly value: string | number | boolean | null } | null {
  if (entry === null) return null;
  return { offset: entry.value.offset, value: entry.value.is === 'scalar' ? entry.value.value : null };
}

function namesAt(
  entry: Entry | undefined,
  kind: TriggerKind | EffectKind,
  path: string,
  { faults, placeOf }: Judging,
): readonly DeclaredName[] {
  if (entry === undefined) return [];
  if (entry.value.is !== 'list') {
    faults.push({ offset: entry.value.offset, message: `'${path}' is no list.`, fix: 'Write a list of names, or leave it out.' });
    return [];
  }
  const seen = new Set<string>();
  return entry.value.items.flatMap((item): readonly DeclaredName[] => {
    const name = item.is === 'scalar' && typeof item.value === 'string' ? item.value : null;
    if (name === null || !isNameOf(kind, name)) {
      const shown = name === null ? 'something that is no text' : `'${name}'`;
      faults.push({ offset: item.offset, message: `'${path}' holds ${shown}, which is no name.`, fix: exampleOf(kind) });
      return [];
    }
    if (seen.has(name)) faults.push({ offset: item.offset, message: `'${path}' holds '${name}' twice.`, fix: 'Take one of them out.' });
    seen.add(name);
    return [{ name, at: placeOf(item.offset) }];
  });
}

function isNameOf(kind: TriggerKind | EffectKind, name: string): boolean {
  return kind === 'audits' ? name.trim() !== '' : parseContractName(name) !== null;
}

function exampleOf(kind: TriggerKind | EffectKind): string {
  return kind === 'audits'
    ? "Write an action like 'order.placed'."
    : "Write a contract's name with its version, like 'orders.order-placed.v1'.";
}
