import { anchorOf, escaped, link } from './escaped.ts';
import { kindsAmong, type Kind } from './kinds.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

/** A changed file: lines are counted from 1, as git counts them. */
export type HtmlFile = {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Ascending. */
  readonly changed: ReadonlySet<number>;
  /** What is known of a line, `covered`, `uncovered` and so on; lines without code have no kind. */
  readonly kinds: ReadonlyMap<number, string>;
};

/** What a page keeps of a file: its part of the page, how many lines that holds, open and folded away, and what the list of files tells. */
export type DrawnFile = {
  readonly file: string;
  readonly html: string;
  readonly open: number;
  readonly folded: number;
  /** Whether its changed lines are there. */
  readonly isShown: boolean;
  /** How many lines have changed. */
  readonly changed: number;
  /** Each kind that a line has, and which of the changed lines have it. */
  readonly kinds: ReadonlyMap<string, readonly number[]>;
};

/** Draws a file, or as much of it as there is `room` for: without what is folded away, or without any line. */
export function drawFile(file: HtmlFile, room: { readonly open: number; readonly folded: number }): DrawnFile {
  const lines = file.text.replace(/\n$/, '').split('\n');
  const stretches = stretchesOf(lines.length, file.changed);
  const lengths = (some: readonly Stretch[]): number => some.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const open = lengths(stretches.filter(({ folded }) => !folded));
  const folded = lines.length - open;
  const isShown = open <= room.open;
  const isWhole = isShown && folded <= room.folded;
  const kinds = new Map(kindsAmong(file.kinds.values()).map((kind) => [kind.name, kind]));
  const drawn = (stretch: Stretch): string => linesIn(stretch, lines, file, kinds);
  const part = (stretch: Stretch): string => (stretch.folded ? fold(stretch, isWhole ? drawn(stretch) : null) : drawn(stretch));
  return {
    file: file.file,
    html: section(file.file, isShown ? `<div class="file" tabindex="0"><div class="lines">\n${stretches.map(part).join('\n')}\n</div></div>` : noRoom),
    open: isShown ? open : 0,
    folded: isWhole ? folded : 0,
    isShown,
    changed: file.changed.size,
    kinds: new Map([...kinds.keys()].map((name) => [name, [...file.changed].filter((line) => file.kinds.get(line) === name)])),
  };
}

const noRoom = '<p class="dim">So much has changed that this page has no room for its lines.</p>';

function section(file: string, content: string): string {
  const anchor = anchorOf(file, 0);
  return `<section aria-labelledby="${escaped(anchor)}">
<h2 id="${escaped(anchor)}">${link(anchor, file)}</h2>
${content}
</section>`;
}

function fold({ first, last }: Stretch, lines: string | null): string {
  const words = `lines ${first} to ${last}, unchanged`;
  return lines === null ? `<p class="fold">${words}</p>` : `<details><summary>${words}</summary>\n${lines}\n</details>`;
}

function linesIn({ first, last }: Stretch, lines: readonly string[], file: HtmlFile, kinds: ReadonlyMap<string, Kind>): string {
  const drawn = lines.slice(first - 1, last).map((text, index) => lineOf(file, first + index, text, kinds));
  return drawn.join('\n');
}

function lineOf(file: HtmlFile, line: number, text: string, kinds: ReadonlyMap<string, Kind>): string {
  const anchor = escaped(anchorOf(file.file, line));
  const name = file.kinds.get(line);
  const kind = name === undefined ? undefined : kinds.get(name);
  const changed = file.changed.has(line);
  const dataKind = kind === undefined ? '' : ` data-kind="${escaped(kind.name)}"`;
  return [
    `<div class="line${changed ? ' changed' : ''}"${dataKind} id="${anchor}">`,
    changed || kind !== undefined ? `<a href="#${anchor}">${line}</a>` : `<span>${line}</span>`,
    changed ? '<span title="changed">+</span>' : '<span></span>',
    kind === undefined ? '<span></span>' : sign(kind),
    `<code>${escaped(text.replace(/\r$/, ''))}</code></div>`,
  ].join('');
}

function sign({ name, sign: mark, words }: Kind): string {
  const said = escaped(`${name}: ${words}`);
  return `<span role="img" aria-label="${said}" title="${said}">${mark}</span>`;
}
