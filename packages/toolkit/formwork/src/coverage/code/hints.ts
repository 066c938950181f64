import type { Comment, Program } from 'oxc-parser';
import { childrenOf, type SyntaxNode } from '../../workspace/syntax.ts';
import type { TextLines } from './text-lines.ts';

/** A comment that tells a coverage tool to look away. */
export type Hint = {
  /** As it calls the tool: `v8`, `c8`, `istanbul`, `node:coverage`. */
  readonly tool: string;
  /** What stands behind `--`; null where nothing does. */
  readonly reason: string | null;
  /** The line on which it stands, which is the first that the tool leaves out, and the last such line. */
  readonly line: number;
  readonly until: number;
  /** The line of the comment that ends the region; null where none does. */
  readonly end: number | null;
};

type Span = Pick<Comment, 'start' | 'end' | 'value'>;
type Order = Span & { readonly tool: string; readonly word: string; readonly count: number; readonly reason: string | null };

const order =
  /^[\s*!]*(?<tool>istanbul|[cv]8|node:coverage)\s+(?:ignore\s+(?<word>next|if|else|file|start|stop)|(?<switched>disable|enable))(?:\s+(?<count>\d+))?(?=\W|$)/;
/** These keep a comment alive in what a compiler makes, and say nothing to people. */
const kept = /@(?:preserve|license|cc_on)\b/g;

/** The hints among the comments of a source, in their order. One that ends a region belongs to the one that begins it. */
export function hintsIn(comments: readonly Span[], program: Program | null, lines: TextLines): readonly Hint[] {
  const orders = comments.flatMap(ordered);
  return orders.flatMap(({ tool, word, count, reason, start, end }, index): readonly Hint[] => {
    const line = lines.at(start);
    const hint = (until: number, closed: number | null = null): readonly Hint[] => [
      { tool, reason, line, until: Math.max(line, Math.min(until, lines.count)), end: closed },
    ];
    const behind = (): SyntaxNode | null => (program === null ? null : nodeBehind(program, end));
    switch (word) {
      case 'stop':
      case 'enable':
        return [];
      case 'file':
        return hint(lines.count);
      case 'start':
      case 'disable': {
        const closing = word === 'start' ? 'stop' : 'enable';
        const found = orders.slice(index).find((other) => other.word === closing);
        return found === undefined ? hint(lines.count) : hint(lines.at(found.start), lines.at(found.start));
      }
      case 'next':
        // Some tools mean the next lines, some the next piece of code, and some of them know each other's words.
        return hint(Math.max(lines.at(end) + count, lastLine(behind(), lines)));
      default:
        return hint(lastLine(wayOf(behind(), word), lines));
    }
  });
}

function ordered(comment: Span): readonly Order[] {
  const { tool, word, switched, count } = order.exec(comment.value)?.groups ?? {};
  if (tool === undefined) return [];
  const [, ...behind] = comment.value.replace(kept, '').split('--');
  const reason = behind.join('--').replace(/[\s*]+$/, '').trim();
  return [{ ...comment, tool, word: `${word ?? switched}`, count: Number(count ?? 1), reason: reason === '' ? null : reason }];
}

/** The part of an `if` that `ignore if` or `ignore else` means. */
function wayOf(node: SyntaxNode | null, word: string): SyntaxNode | null {
  if (node?.type !== 'IfStatement') return null;
  return word === 'if' ? node.consequent : (node.alternate ?? node.test);
}

function lastLine(node: SyntaxNode | null, lines: TextLines): number {
  return node === null ? 0 : lines.at(node.end - 1);
}

/** The largest node that begins behind an offset, and before all others that do. */
function nodeBehind(program: Program, offset: number): SyntaxNode | null {
  let behind: SyntaxNode | null = null;
  const open: SyntaxNode[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'Program' && node.start >= offset) behind = behind === null || node.start < behind.start ? node : behind;
    else if (node.end > offset) open.push(...childrenOf(node));
  }
  return behind;
}
