import { FeatureError } from './errors.ts';

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/;
const camelCase = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/;
const version = /^v[1-9][0-9]{0,5}$/;

/** The longest that a name may be in kebab-case: file systems end a file's name at 255 bytes, and some files carry two names. */
const longestName = 64;

/** Words that cannot name a variable or an own member of an object: the code of a feature or a use case could not bear them. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected prototype public return ' +
    'static super switch then this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** Whether a text can name a feature: kebab-case, every segment from a letter on, at most 64 letters, no word of the language. */
export const isFeatureName = (text: string): boolean => text.length <= longestName && kebabCase.test(text) && !reservedWords.has(text);

/** Whether a text can name a use case: camelCase, the one-to-one image of a kebab-case file name that obeys the same law. */
export const isUseCaseName = (text: string): boolean =>
  camelCase.test(text) && isFeatureName(text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

/** Whether a text can name a contract: `<feature>.<kebab-case>.v<n>`, n from 1 to 999999. */
export const isContractName = (text: string): boolean => {
  const [feature = '', name = '', last = '', ...more] = text.split('.');
  return isFeatureName(feature) && isFeatureName(name) && version.test(last) && more.length === 0;
};

/**
 * @returns the name as it was given.
 * @throws FeatureError `contract/name` where it breaks the naming law.
 */
export const assertContractName = <Name extends string>(name: Name): Name => {
  if (isContractName(name)) return name;
  throw new FeatureError('contract/name', `"${name}" names no contract. Write <feature>.<kebab-case>.v<n>, for example orders.order-placed.v1.`);
};
