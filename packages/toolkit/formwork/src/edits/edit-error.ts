import { FormworkError } from '../report/formwork-error.ts';

/** Something else is there already: `edit/exists`. `key` names it inside of the file: `dependencies.zod`. */
export function editExists(
  path: string,
  key: string | null,
  place: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): FormworkError {
  return new FormworkError({
    code: 'edit/exists',
    message: key === null ? `${path} is there already, with other content.` : `${path} has ${key} already, with other content.`,
    fix: 'Choose another name, or change what is there by hand.',
    file: path,
    ...place,
  });
}

/** The place to edit is not there: `edit/anchor-missing`. `what` says what was looked for. */
export function anchorMissing(path: string, what: string): FormworkError {
  return new FormworkError({
    code: 'edit/anchor-missing',
    message: `${path} has no ${what}, so there is no place for the edit.`,
    fix: `Write ${what} into ${path}, then run this again.`,
    file: path,
  });
}

/** Several places fit: `edit/anchor-ambiguous`. */
export function anchorAmbiguous(path: string, what: string): FormworkError {
  return new FormworkError({
    code: 'edit/anchor-ambiguous',
    message: `${path} has ${what} more than once, so the edit could mean each of them.`,
    fix: `Leave only one ${what} in ${path}, then run this again.`,
    file: path,
  });
}

/** The file has a syntax error, so nothing in it can be found: `edit/not-parsed`. */
export function notParsed(path: string, language: string, text: string, offset: number, problem: string): FormworkError {
  return new FormworkError({
    code: 'edit/not-parsed',
    message: `${path} cannot be edited, as it is not valid ${language}: ${problem}`,
    fix: 'Repair the syntax, then run this again.',
    file: path,
    ...placeAt(text, offset),
  });
}

/** Line and column of an offset, both from 1, the column in UTF-16 units. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
