import { builtinModules } from 'node:module';
import { camel, isName, isReserved, pascal } from '../workspace/naming.ts';
import { plural, withArticle } from './english.ts';

/** A name in the forms that templates need. */
export type Names = {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  /** `line item`. */
  readonly words: string;
  /** `a line item`. */
  readonly a: string;
  /** `lineItems`. */
  readonly many: string;
  /** `line items`. */
  readonly manyWords: string;
};

/** All forms of a name in kebab-case. */
export function namesOf(name: string): Names {
  const words = name.replaceAll('-', ' ');
  return {
    kebab: name,
    camel: camel(name),
    pascal: pascal(name),
    words,
    a: withArticle(words),
    many: plural(camel(name)),
    manyWords: plural(words),
  };
}

/** What a name is for; each has words of its own that it cannot be. */
export type Role = 'feature' | 'entity' | 'use case';

const longest: Readonly<Record<Role, number>> = { feature: 50, entity: 50, 'use case': 60 };

/** Names that templates, packages or the house need for something else. */
const kept: Readonly<Record<Role, ReadonlySet<string>>> = {
  feature: new Set([...builtinModules, 'contracts', 'core', 'feature', 'features', 'formwork', 'node-modules']),
  entity: new Set(
    'array boolean capability date error feature feature-error id kept map number object promise record string structured-clone symbol use-case'.split(
      ' ',
    ),
  ),
  'use case': new Set(['created-at', 'id', 'request']),
};

/** Endings and beginnings that belong to other packages or exports. */
const keptAffix: Readonly<Record<Role, RegExp | null>> = {
  feature: /^core-|-contracts$/,
  entity: /-(?:in|out)put$/,
  'use case': null,
};

/** Why a text cannot be a name of that role, as the end of a sentence about it; null where it can. */
export function faultIn(text: string, role: Role): string | null {
  if (text === '') return 'is empty';
  if (text.length > longest[role]) return `is ${text.length} letters long; at most ${longest[role]} are allowed`;
  if (/[/\\]|\.\./.test(text)) return 'is a path';
  if (/\s/.test(text)) return 'has a space in it';
  if (/[A-Z]/.test(text)) return 'has a capital letter in it';
  if (isReserved(text) || isReserved(namesOf(text).many)) return 'is a word of the language';
  if (!isName(text)) return 'is not in kebab-case';
  if (kept[role].has(text) || keptAffix[role]?.test(text) === true) return 'is taken: the house or Node itself means something else by it';
  return null;
}

/** A name near the text that would do, `user-profiles` for `User Profiles`; null where none comes to mind. */
export function nearestName(text: string, role: Role): string | null {
  const tried = text
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase();
  return faultIn(tried, role) === null ? tried : null;
}
