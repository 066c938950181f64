import type { Finding } from './finding.ts';

/** One or more findings that read as one: the same code, severity and fix on consecutive lines of one file. */
export type Block = {
  readonly first: Finding;
  /** The line of the last of them. */
  readonly endLine: number;
  /** In the order of lines; never empty. */
  readonly findings: readonly Finding[];
};

/** One thing that a block says; `line` is null where all of its findings say the same. */
export type Told = { readonly line: number | null; readonly message: string };

/** Folds findings into blocks, each where its first finding stood. Findings of one line stay by themselves. */
export function blocksOf(findings: readonly Finding[]): readonly Block[] {
  const open = new Map<string, { first: Finding; endLine: number; findings: Finding[] }>();
  const placed = findings.map((one) => {
    const key = JSON.stringify([one.file, one.code, one.severity, one.fix]);
    const before = open.get(key);
    const goesOn = before !== undefined && (one.line === before.endLine || one.line === before.endLine + 1);
    const run = goesOn ? before : { first: one, endLine: one.line, findings: [] };
    run.endLine = one.line;
    run.findings.push(one);
    open.set(key, run);
    return { one, run };
  });
  return placed.flatMap(({ one, run }) => {
    if (run.first.line === run.endLine) return [{ first: one, endLine: one.line, findings: [one] }];
    return run.first === one ? [run] : [];
  });
}

/** What a block says, finding by finding, and once where all say the same: at most `most` of it, and how many are `left`. */
export function toldBy({ first, findings }: Block, most: number): { readonly told: readonly Told[]; readonly left: number } {
  if (findings.every(({ message }) => message === first.message)) return { told: [{ line: null, message: first.message }], left: 0 };
  const shown = findings.length > most ? findings.slice(0, most - 1) : findings;
  return { told: shown.map(({ line, message }) => ({ line, message })), left: findings.length - shown.length };
}

/** `12-18`, or `12` where it is one line. */
export function linesOf({ first, endLine }: Block): string {
  return endLine === first.line ? `${first.line}` : `${first.line}-${endLine}`;
}
