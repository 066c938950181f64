import { didYouMean } from '../report/nearest.ts';
import { effectKinds, triggerKinds, type DeclaredName, type DeclaredUseCase, type EffectKind, type Place, type TriggerKind } from './model.ts';
import { join, type Entry, type Literal } from './literal.ts';
import { isName, isUseCaseName, parseContractName } from './naming.ts';

/** What a manifest says wrong, in one sentence, and where. */
export type Fault = { readonly offset: number; readonly message: string; readonly fix: string };

type Shape = {
  readonly name: string;
  readonly nameOffset: number;
  readonly useCases: readonly DeclaredUseCase[];
  readonly coverage: Literal | null;
};

const listKeys = [...triggerKinds, ...effectKinds];
const useCaseKeys = ['status', 'mutates', ...listKeys];
const measures = ['statements', 'branches', 'functions', 'lines'];
const layers = ['entities', 'use-cases', 'controllers'];

/** Judges what `defineFeature` was given; null where it is not of the right shape, and then `faults` says why. */
export function shapeOf(literal: Literal, faults: Fault[], placeOf: (offset: number) => Place): Shape | null {
  const faultsBefore = faults.length;
  const keys = objectAt(literal, '', ['name', 'useCases', 'coverage'], faults);
  const name = required(keys, 'name', literal, '', faults);
  const useCases = required(keys, 'useCases', literal, '', faults);
  const coverage = keys.get('coverage');
  if (name !== null) checkName(name.value, faults);
  const declared = useCases === null ? [] : anyObject(useCases.value, 'useCases', faults).map((entry) => useCaseOf(entry, faults, placeOf));
  if (coverage !== undefined) checkCoverage(coverage.value, faults);
  if (faults.length > faultsBefore || name?.value.is !== 'scalar') return null;
  return { name: String(name.value.value), nameOffset: name.value.offset, useCases: declared, coverage: coverage?.value ?? null };
}

function checkName(value: Literal, faults: Fault[]): void {
  if (value.is === 'scalar' && typeof value.value === 'string' && isName(value.value)) return;
  faults.push({
    offset: value.offset,
    message: `'name' is no name of a feature.`,
    fix: "Give the feature a name in kebab-case that is no word of the language, like 'billing'.",
  });
}

function useCaseOf({ key, offset, value }: Entry, faults: Fault[], placeOf: (offset: number) => Place): DeclaredUseCase {
  const path = join('useCases', key);
  if (!isUseCaseName(key)) {
    faults.push({ offset, message: `'${key}' is no name of a use case.`, fix: "Name it in camelCase by what it does, like 'placeOrder'." });
  }
  const keys = objectAt(value, path, useCaseKeys, faults);
  const status = required(keys, 'status', value, path, faults);
  const mutates = required(keys, 'mutates', value, path, faults);
  const isLive = status?.value.is === 'scalar' && status.value.value === 'live';
  const isDraft = status?.value.is === 'scalar' && status.value.value === 'draft';
  if (status !== null && !isLive && !isDraft) {
    faults.push({ offset: status.value.offset, message: `'${path}.status' is neither 'live' nor 'draft'.`, fix: "Write 'draft' until it is implemented, then 'live'." });
  }
  if (mutates !== null && !(mutates.value.is === 'scalar' && typeof mutates.value.value === 'boolean')) {
    faults.push({ offset: mutates.value.offset, message: `'${path}.mutates' is neither true nor false.`, fix: 'Write true where it changes something, else false.' });
  }
  const names = (kind: TriggerKind | EffectKind) => namesAt(keys.get(kind), kind, join(path, kind), faults, placeOf);
  return {
    name: key,
    at: placeOf(offset),
    status: isLive ? 'live' : 'draft',
    mutates: mutates?.value.is === 'scalar' && mutates.value.value === true,
    triggers: { consumes: names('consumes'), works: names('works'), receives: names('receives') },
    effects: { publishes: names('publishes'), enqueues: names('enqueues'), broadcasts: names('broadcasts'), audits: names('audits') },
  };
}

function namesAt(
  entry: Entry | undefined,
  kind: TriggerKind | EffectKind,
  path: string,
  faults: Fault[],
  placeOf: (offset: number) => Place,
): readonly DeclaredName[] {
  if (entry === undefined) return [];
  if (entry.value.is !== 'list') {
    faults.push({ offset: entry.value.offset, message: `'${path}' is no list.`, fix: 'Write a list of names, or leave it out.' });
    return [];
  }
  const seen = new Set<string>();
  return entry.value.items.flatMap((item): readonly DeclaredName[] => {
    const name = item.is === 'scalar' && typeof item.value === 'string' ? item.value : null;
    if (name === null || (kind === 'audits' ? name.trim() === '' : parseContractName(name) === null)) {
      const shown = name === null ? 'something that is no text' : `'${name}'`;
      const example = kind === 'audits' ? "an action like 'order.placed'" : "a contract's name with its version, like 'orders.order-placed.v1'";
      faults.push({ offset: item.offset, message: `'${path}' holds ${shown}, which is no name.`, fix: `Write ${example}.` });
      return [];
    }
    if (seen.has(name)) faults.push({ offset: item.offset, message: `'${path}' holds '${name}' twice.`, fix: 'Take one of them out.' });
    seen.add(name);
    return [{ name, at: placeOf(item.offset) }];
  });
}

function checkCoverage(coverage: Literal, faults: Fault[]): void {
  const keys = objectAt(coverage, 'coverage', ['baseline', 'layers', 'mutation'], faults);
  const baseline = keys.get('baseline');
  if (baseline !== undefined) checkNumbers(baseline.value, 'coverage.baseline', measures, faults);
  const ofLayers = keys.get('layers');
  if (ofLayers !== undefined) {
    for (const [layer, { value }] of objectAt(ofLayers.value, 'coverage.layers', layers, faults)) {
      if (layers.includes(layer)) checkNumbers(value, `coverage.layers.${layer}`, measures, faults);
    }
  }
  const mutation = keys.get('mutation');
  if (mutation === undefined) return;
  const ofMutation = objectAt(mutation.value, 'coverage.mutation', ['targets', 'score'], faults);
  const score = ofMutation.get('score');
  const targets = ofMutation.get('targets');
  if (score !== undefined) checkNumber(score.value, 'coverage.mutation.score', faults);
  if (targets === undefined) return;
  if (targets.value.is !== 'list' || targets.value.items.some((item) => item.is !== 'scalar' || typeof item.value !== 'string')) {
    faults.push({ offset: targets.value.offset, message: `'coverage.mutation.targets' is no list of texts.`, fix: "Write globs of files, like ['src/entities/*.ts']." });
  }
}

function checkNumbers(literal: Literal, path: string, known: readonly string[], faults: Fault[]): void {
  for (const [key, { value }] of objectAt(literal, path, known, faults)) if (known.includes(key)) checkNumber(value, join(path, key), faults);
}

function checkNumber(literal: Literal, path: string, faults: Fault[]): void {
  if (literal.is === 'scalar' && typeof literal.value === 'number' && literal.value <= 100) return;
  faults.push({ offset: literal.offset, message: `'${path}' is no number from 0 to 100.`, fix: 'Write the least percentage that has to be met.' });
}

/** The entries by key; what is no object, an unknown key and a key that stands twice are faults. */
function objectAt(literal: Literal, path: string, known: readonly string[], faults: Fault[]): ReadonlyMap<string, Entry> {
  const entries = anyObject(literal, path, faults);
  for (const { key, offset } of entries) {
    if (known.includes(key)) continue;
    faults.push({
      offset,
      message: `'${join(path, key)}' is no key of a manifest.`,
      fix: `${didYouMean(key, known)}Use ${known.map((text) => `'${text}'`).join(', ')}, or take it out.`,
    });
  }
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function anyObject(literal: Literal, path: string, faults: Fault[]): readonly Entry[] {
  if (literal.is !== 'object') {
    faults.push({ offset: literal.offset, message: `${path === '' ? 'What defineFeature is given' : `'${path}'`} is no object.`, fix: 'Write an object, with { and }.' });
    return [];
  }
  const seen = new Set<string>();
  for (const { key, offset } of literal.entries) {
    if (seen.has(key)) faults.push({ offset, message: `'${join(path, key)}' stands twice.`, fix: 'Take one of them out.' });
    seen.add(key);
  }
  return literal.entries;
}

function required(keys: ReadonlyMap<string, Entry>, key: string, within: Literal, path: string, faults: Fault[]): Entry | null {
  const entry = keys.get(key);
  if (entry === undefined && within.is === 'object') {
    faults.push({ offset: within.offset, message: `'${join(path, key)}' is missing.`, fix: `Write '${key}'.` });
  }
  return entry ?? null;
}
