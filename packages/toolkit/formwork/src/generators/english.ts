/**
 * Enough English for names and the sentences in tests. It is naive on purpose: what it gets wrong is a word in a text that people own,
 * and where a name depends on it there is an option (`--entity`).
 */

/** `orders` to `order`, `categories` to `category`, `boxes` to `box`; what does not look like a plural stays. */
export function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.length > 2 ? word.replace(/s$/, '') : word;
}

/** `order` to `orders`, `category` to `categories`, `box` to `boxes`. */
export function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`;
}

/** `an order`, `a billing`. */
export function withArticle(words: string): string {
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** What a use case does, from its name: `place-order` to `places an order`, `list-orders` to `lists orders`. */
export function sentenceOf(useCase: string): string {
  const [verb = '', ...object] = useCase.split('-');
  const last = object.at(-1);
  if (last === undefined) return thirdPerson(verb);
  const words = object.join(' ');
  return `${thirdPerson(verb)} ${singular(last) === last ? withArticle(words) : words}`;
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, 'ies');
  return /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

const looking = ['check', 'count', 'export', 'find', 'get', 'list', 'preview', 'read', 'search', 'show', 'view'];

/** Whether a use case changes something, as far as its verb tells: `get-order` does not, `place-order` does. */
export function soundsMutating(useCase: string): boolean {
  return !looking.some((verb) => `${useCase}-`.startsWith(`${verb}-`));
}
