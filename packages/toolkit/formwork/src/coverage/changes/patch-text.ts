import { FormworkError } from '../../report/formwork-error.ts';

/** A diff's lines, one after the other, without their ends; null behind the last. */
export type PatchText = { readonly next: () => string | null; readonly peek: () => string | null };

/** Walks over a text without cutting all of it at once: a diff may be as long as a repository. */
export function patchText(text: string): PatchText {
  let at = 0;
  const peek = (): string | null => {
    if (at >= text.length) return null;
    const end = text.indexOf('\n', at);
    return text.slice(at, end === -1 ? text.length : end);
  };
  return {
    peek,
    next: () => {
      const line = peek();
      at += (line?.length ?? 0) + 1;
      return line;
    },
  };
}

/** `git/diff-unreadable`, at a line of a diff. */
export function unreadable(line: string): FormworkError {
  return new FormworkError({
    code: 'git/diff-unreadable',
    message: `The diff cannot be read at '${line.slice(0, 60)}'.`,
    fix: 'Make one whole unified diff, as git diff <base> does without any other option.',
  });
}
