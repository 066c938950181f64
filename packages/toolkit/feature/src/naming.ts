import { FeatureError } from './errors.ts';

const kebab = '[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*';
const featureName = new RegExp(`^${kebab}$`);
const useCaseName = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/;
const contractName = new RegExp(`^${kebab}\\.${kebab}\\.v[1-9][0-9]*$`);

/** Whether a text can name a feature: kebab-case, every segment from a letter on. */
export const isFeatureName = (text: string): boolean => featureName.test(text);

/** Whether a text can name a use case: camelCase, the one-to-one image of a kebab-case file name. */
export const isUseCaseName = (text: string): boolean => useCaseName.test(text);

/** Whether a text can name a contract: `<feature>.<kebab-case>.v<n>`, n from 1. */
export const isContractName = (text: string): boolean => contractName.test(text);

/**
 * @returns the name as it was given.
 * @throws FeatureError `contract/name` where it breaks the naming law.
 */
export const assertContractName = <Name extends string>(name: Name): Name => {
  if (isContractName(name)) return name;
  throw new FeatureError('contract/name', `"${name}" names no contract. Write <feature>.<kebab-case>.v<n>, for example orders.order-placed.v1.`);
};
