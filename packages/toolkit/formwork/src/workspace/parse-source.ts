import { parseSync, rawTransferSupported, type Comment, type ParseResult, type Program } from 'oxc-parser';
import { finding, type Finding } from '../report/finding.ts';
import { placeAt } from './place.ts';
import type { Reader } from './reader.ts';

/** A file's syntax tree and, outside of it, its comments; or why there are none. */
export type Parsed =
  | { readonly program: Program; readonly comments: () => readonly Comment[]; readonly finding: null }
  | { readonly program: null; readonly finding: Finding };

/** The parser recurses natively: past these it would take the whole process with it, and nobody writes them by hand. */
const longest = 150_000;
const deepest = 1_000;
const mostArrows = 5_000;
/** Too short to nest as deep as that would take. */
const harmless = 2_000;

const options = { preserveParens: false };
/**
 * The syntax tree without a detour by JSON text, where the machine can: twice as fast, but to begin with it takes the time in which the other
 * way parses a hundred files.
 */
const fast = { ...options, experimentalRawTransfer: rawTransferSupported() };
/** Where nobody knows how many there will be, so many UTF-16 units are parsed the other way first: both have taken as long then. */
const worthIt = 2 ** 19;
let parsedBefore = 0;

/** Parses a file in the language that its name says, `isOfMany` where hundreds will follow. `file` is also how findings call it. */
export function parseSource(file: string, text: string, isOfMany = false): Parsed {
  if (isTooMuch(text)) return { program: null, finding: tooMuch(file) };
  const result = parsed(file, text, isOfMany);
  const {
    program,
    errors: [error],
  } = result;
  if (error === undefined) return { program, comments: () => result.comments, finding: null };
  const [{ start } = { start: 0 }] = error.labels;
  const { line, column } = placeAt(text, start);
  return {
    program: null,
    finding: finding({
      code: 'workspace/syntax-error',
      file,
      line,
      column,
      message: `${file} cannot be parsed: ${error.message.replace(/\.$/, '')}.`,
      fix: 'Correct the syntax; until then nothing is known of this file.',
    }),
  };
}

/** What is nested too deep for the fast way, which recurses in JavaScript, is not for the other: `a + b + …`, ten thousand times. */
function parsed(file: string, text: string, isOfMany: boolean): ParseResult {
  parsedBefore += text.length;
  try {
    return parseSync(file, text, isOfMany || parsedBefore >= worthIt ? fast : options);
  } catch {
    return parseSync(file, text, options);
  }
}

/**
 * Reads and parses a file of the repository, and gives what `take` makes of it, which is to keep no node.
 * Null where that could not be done, and then the reader has noted why.
 */
export function readSource<Facts>(file: string, reader: Reader, take: (source: Source) => Facts): Facts | null {
  const text = reader.text(file);
  if (text === null) return null;
  const { program, finding: failure } = parseSource(file, text, true);
  if (program === null) {
    reader.note([failure]);
    return null;
  }
  const facts = take({ text, program });
  letGo(program);
  return facts;
}

export type Source = { readonly text: string; readonly program: Program };

/**
 * Empties a syntax tree that is done with. The parser's result is an object with getters; V8 makes a hidden class for each such object, and
 * that keeps what the getters lead to until the next full collection: every tree of a repository, copied again and again, which took a
 * fifth of the whole run.
 */
export function letGo(program: Program): void {
  program.body.length = 0;
}

function tooMuch(file: string): Finding {
  return finding({
    code: 'workspace/too-large',
    file,
    message: `${file} is too long or too deeply nested to be read.`,
    fix: 'Split the file; until then nothing is known of it.',
  });
}

function isTooMuch(text: string): boolean {
  if (text.length <= harmless) return false;
  return text.length > longest || nesting(text) > deepest || text.split('=>').length > mostArrows;
}

/** How deep brackets stand in one another; those in strings and comments count too, which errs on the safe side. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    if (letter === 40 || letter === 91 || letter === 123) most = Math.max(most, (depth += 1));
    else if (letter === 41 || letter === 93 || letter === 125) depth = Math.max(0, depth - 1);
  }
  return most;
}
