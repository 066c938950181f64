import { byte, takesText, type Lines } from './read-bytes.ts';
import { end, openFacts, type OpenRecord } from './read-record.ts';

/**
 * Begins the next record that somebody wants, and moves over those before it, as long as they begin as nearly all do: with an empty TN or
 * none, with a source in ASCII, with LF. Null before one that does not, of which nothing has been read then. One that nobody wants, and
 * that does not end here as nearly all do, is returned without facts.
 *
 * It does what `beginRecord` and `skipFacts` do, in a third of the time: a process that walks over one report spends most of its time on
 * code that V8 does not know yet, and of this loop most is native.
 */
export function beginPlain(lines: Lines, wants: (source: string, place: number) => boolean): OpenRecord | null {
  const { bytes, before } = lines;
  for (;;) {
    let at = lines.at;
    if (bytes[at] === 84 && bytes[at + 1] === 78 && bytes[at + 2] === byte.colon && bytes[at + 3] === byte.lineFeed) at += 4;
    if (bytes[at] !== letterS || bytes[at + 1] !== 70 || bytes[at + 2] !== byte.colon) return null;
    const until = bytes.indexOf(byte.lineFeed, at);
    const source = bytes.toString('latin1', at + 3, until);
    if (!ascii.test(source)) return null;
    lines.at = until + 1;
    if (wants(source, before + at)) return { source, facts: openFacts() };
    if (!passesFacts(lines)) return { source, facts: null };
  }
}

/** Moves behind the end of a record, if the first that looks like it is it, and no other record may begin before. */
function passesFacts(lines: Lines): boolean {
  const { bytes, at } = lines;
  // To look for a byte costs a third of looking for a word, and in most reports there is no other before the right one.
  const low = bytes.indexOf(underscore, at);
  const of = bytes[low + 1] === 111 && bytes[low + 2] === 102 ? low : bytes.indexOf('_of_record', at, 'latin1');
  const high = bytes.indexOf(letterS, at);
  const ending = of - 'end'.length;
  if (ending < at || bytes[ending - 1] !== byte.lineFeed) return false;
  if (high !== -1 && high < ending && bytes.subarray(high, ending).includes('SF:', 0, 'latin1')) return false;
  lines.at = ending;
  if (takesText(lines, end)) return true;
  lines.at = at;
  return false;
}

const letterS = 83;
const underscore = 95;
const ascii = /^[ -~]+$/;
