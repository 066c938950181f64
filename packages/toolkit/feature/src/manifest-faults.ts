import { effectKinds, triggerKinds } from './kinds.ts';
import { isContractName, isFeatureName, isUseCaseName } from './naming.ts';

/** One sentence for each thing that is wrong with a value; `where` is what messages call its holder, which has it under `key`. */
type Judge = (value: unknown, where: string, key: string, holder: Given) => readonly string[];

type Given = Readonly<Record<string, unknown>>;

/**
 * What breaks the naming law in a manifest, or is no part of one; one sentence each. Given whatever JavaScript may give, it refuses
 * what tools that read the manifest without running it would refuse as well.
 */
export const manifestFaults = (manifest: unknown): readonly string[] =>
  objectFaults('the manifest', manifest, { name: featureName, useCases, coverage }, ['name', 'useCases']);

const objectFaults = (where: string, given: unknown, keys: Readonly<Record<string, Judge>>, required: readonly string[] = []) => {
  if (!isGiven(given)) return [`${where} is no object.`];
  const known = Object.keys(keys);
  return [
    ...Object.keys(given)
      .filter((key) => !known.includes(key))
      .map((key) => `${where} has "${key}", which is none of ${known.join(', ')}.`),
    ...required.filter((key) => !Object.hasOwn(given, key)).map((key) => `${where} has no "${key}".`),
    ...Object.entries(keys).flatMap(([key, judge]) => (Object.hasOwn(given, key) ? judge(given[key], where, key, given) : [])),
  ];
};

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => (typeof value === 'string' ? `"${value}"` : typeof value === 'number' ? `${value}` : `something of type ${typeof value}`);

const featureName: Judge = (name) =>
  typeof name === 'string' && isFeatureName(name)
    ? []
    : [`${shown(name)} names no feature. Write kebab-case that is no word of the language, for example order-history.`];

const useCases: Judge = (declared, where, key, { name: feature }) => {
  if (!isGiven(declared)) return [`${key} of ${where} is no object.`];
  return Object.entries(declared).flatMap(([name, useCase]) => [
    ...(isUseCaseName(name) ? [] : [`"${name}" names no use case. Write camelCase that is no word of the language, for example placeOrder.`]),
    ...objectFaults(`${typeof feature === 'string' ? feature : 'useCases'}.${name}`, useCase, useCaseKeys, ['status', 'mutates']),
  ]);
};

const status: Judge = (value, where) => (value === 'live' || value === 'draft' ? [] : [`${where} has the status ${shown(value)}, which is neither "live" nor "draft".`]);

const mutates: Judge = (value, where) => (typeof value === 'boolean' ? [] : [`${where} mutates ${shown(value)}, which is neither true nor false.`]);

const listOf =
  (isName: (text: string) => boolean, what: string): Judge =>
  (list, where, key) => {
    if (!Array.isArray(list)) return [`${where} ${key} ${shown(list)}, which is no list.`];
    const names: readonly unknown[] = [...list];
    return [
      ...names.filter((name) => typeof name !== 'string' || !isName(name)).map((name) => `${where} ${key} ${shown(name)}, which names no ${what}`),
      ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${where} ${key} ${shown(name)} twice.`),
    ];
  };

const contracts = listOf(isContractName, 'contract. Write <feature>.<kebab-case>.v<n>.');
const actions = listOf((text) => text.trim() !== '', 'action. Write what was done, for example order.placed.');

const useCaseKeys: Readonly<Record<string, Judge>> = {
  status,
  mutates,
  ...Object.fromEntries([...triggerKinds, ...effectKinds].map((list) => [list, list === 'audits' ? actions : contracts])),
};

const percentage: Judge = (value, _where, key) =>
  typeof value === 'number' && value >= 0 && value <= 100 ? [] : [`coverage asks ${key} of ${shown(value)}, which is no percentage.`];

const objectOf =
  (keys: Readonly<Record<string, Judge>>): Judge =>
  (value, where, key) =>
    objectFaults(where === 'the manifest' ? key : `${where}.${key}`, value, keys);

const band = objectOf({ statements: percentage, branches: percentage, functions: percentage, lines: percentage });

const targets: Judge = (value, where, key) =>
  Array.isArray(value) && [...value].every((target) => typeof target === 'string') ? [] : [`${where}.${key} is no list of texts.`];

const coverage = objectOf({
  baseline: band,
  layers: objectOf({ entities: band, 'use-cases': band, controllers: band }),
  mutation: objectOf({ targets, score: percentage }),
});
