import { z } from 'zod';
import { isUseCaseName, kebab } from '../workspace/naming.ts';
import { withArticle } from './english.ts';
import { faultIn, nearestName, type Role } from './names.ts';

/** An option that is a name in kebab-case; a use case's may be typed in camelCase too. A fault in it says its code and the next step. */
export function nameOption(role: Role): z.ZodString {
  const spelled = role === 'use case' ? z.string().overwrite((text) => (isUseCaseName(text) ? kebab(text) : text)) : z.string();
  return spelled.superRefine((text, context) => {
    const fault = faultIn(text, role);
    if (fault === null) return;
    context.addIssue({
      code: 'custom',
      message: `'${shortened(text)}' is no name for ${withArticle(role)}: it ${fault}.`,
      params: refusal(text, role),
    });
  });
}

function refusal(text: string, role: Role): { readonly code: string; readonly fix: string } {
  const near = nearestName(text, role);
  const meant = near === null ? '' : `Did you mean '${near}'? `;
  return {
    code: 'generator/bad-name',
    fix: `${meant}Write small letters and digits, words joined by single hyphens, for example '${example[role]}'.`,
  };
}

const example: Readonly<Record<Role, string>> = { feature: 'user-profiles', entity: 'user-profile', 'use case': 'place-order' };

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
