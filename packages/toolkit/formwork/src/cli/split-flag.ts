/** `--base=main` as its name and its value; `inline` is undefined where there is no `=`. */
export function splitFlag(word: string): { readonly name: string; readonly inline: string | undefined } {
  const equals = word.indexOf('=');
  return equals === -1 ? { name: word, inline: undefined } : { name: word.slice(0, equals), inline: word.slice(equals + 1) };
}
