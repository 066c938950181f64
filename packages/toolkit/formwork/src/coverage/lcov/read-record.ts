import { closedBranches, openBranches, readArm, type OpenBranches } from './branches.ts';
import { closedFunctions, openFunctions, readAlias, readCall, readFunction, readLeader, type OpenFunctions } from './functions.ts';
import { keys, takeKey } from './keys.ts';
import { closedHits, openHits, readHits, type OpenHits } from './line-hits.ts';
import { byte, Misread, passLine, restOfLine, takesEnd, takesText, textFrom, type Lines } from './read-bytes.ts';
import type { LcovRecord } from './record.ts';

/** A record that has begun; its facts so far, or null where nobody wants them. */
export type OpenRecord = { readonly source: string; readonly facts: Facts | null };

type Facts = { readonly hits: OpenHits; readonly functions: OpenFunctions; readonly branches: OpenBranches };

/** Before the first fact of a record. */
export function openFacts(): Facts {
  return { hits: openHits(), functions: openFunctions(), branches: openBranches() };
}

/** Moves behind the line that begins a record, and begins it; null where the lines end before. Throws `Misread`. */
export function beginRecord(lines: Lines, wants: (source: string, place: number) => boolean): OpenRecord | null {
  const { bytes, before } = lines;
  while (lines.at < bytes.length) {
    const from = lines.at;
    const key = takeKey(lines);
    if (key === keys.SF) {
      const source = restOfLine(lines);
      // No path holds a zero byte, and git and the disk refuse to be asked for one.
      if (source === '' || source.includes('\0')) throw new Misread('SF names no file', before + from);
      return { source, facts: wants(source, before + from) ? openFacts() : null };
    }
    if (key === keys.TN) passLine(lines);
    else if (key !== 0) throw new Misread(`${bytes.toString('latin1', from, lines.at - 1)} stands outside of a record`, before + from);
    else if (takesText(lines, end)) throw new Misread('end_of_record ends a record that never began', before + from);
    else passIdle(lines);
  }
  return null;
}

/** Reads the facts of a record until it ends; false where the lines end before. Throws `Misread`. */
export function readFacts(lines: Lines, source: string, { hits, functions, branches }: Facts): boolean {
  const { bytes, before } = lines;
  while (lines.at < bytes.length) {
    const from = lines.at;
    const key = takeKey(lines);
    if (key === keys.DA) readHits(lines, from, hits);
    else if (key === keys.BRDA) readArm(lines, branches);
    else if (key === keys.FNDA) readCall(lines, functions);
    else if (key === keys.FN) readFunction(lines, functions);
    else if (key === keys.FNA) readAlias(lines, functions);
    else if (key === keys.FNL) readLeader(lines, functions);
    else if (key === keys.SF) throw unended(source, before + from);
    else if (key !== 0) passLine(lines);
    else if (takesText(lines, end)) return true;
    else passIdle(lines);
  }
  return false;
}

/**
 * Moves behind the end of a record that nobody wants, and looks at nothing but where records begin and end; false where the lines end
 * before. Throws `Misread`.
 */
export function skipFacts(lines: Lines, source: string): boolean {
  const ending = lineWith(end, lines);
  const beginning = lineWith('SF:', lines);
  if (beginning !== null && (ending === null || beginning < ending)) throw unended(source, lines.before + beginning);
  lines.at = ending ?? lines.bytes.length;
  if (ending !== null && !takesText(lines, end)) throw noRecord(lines);
  return ending !== null;
}

/** What was read of a record. Throws `Misread` where its facts do not fit each other. */
export function closed(source: string, { hits, functions, branches }: Facts): LcovRecord {
  return { source, lines: closedHits(hits), functions: closedFunctions(functions), branches: closedBranches(branches) };
}

const end = 'end_of_record';

/** Where the next line stands that begins with that text. */
function lineWith(text: string, { bytes, at }: Lines): number | null {
  let found = bytes.indexOf(text, at, 'latin1');
  while (found > at && bytes[found - 1] !== byte.lineFeed) found = bytes.indexOf(text, found + 1, 'latin1');
  return found === -1 ? null : found;
}

function unended(source: string, place: number): Misread {
  return new Misread(`the record of ${source} does not end before this one begins`, place);
}

/** Moves behind a comment or a blank line. */
function passIdle(lines: Lines): void {
  if (lines.bytes[lines.at] === byte.hash) passLine(lines);
  else if (!takesEnd(lines)) throw noRecord(lines);
}

function noRecord(lines: Lines): Misread {
  return new Misread(`'${textFrom(lines, lines.at)}' is no record of lcov`, lines.before + lines.at);
}
