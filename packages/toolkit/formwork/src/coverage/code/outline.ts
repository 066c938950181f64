import type { Program } from 'oxc-parser';
import type { SyntaxNode } from '../../workspace/syntax.ts';
import { isIdle, typesAt, type Span } from './idle.ts';
import { functionAround, type Arm, type Branch, type BranchKind, type FunctionCode, type Piece, type Turn, type Unit } from './piece.ts';
import { visitNode } from './visit-node.ts';

/** What a source holds that can be run, in the order in which it is written. */
export type Outline = {
  readonly units: readonly Unit[];
  readonly functions: readonly FunctionCode[];
  /** The first statement that a function has of its own. */
  readonly firsts: ReadonlyMap<FunctionCode, Unit>;
  readonly arms: readonly Arm[];
  readonly branches: readonly Branch[];
  readonly turns: readonly Turn[];
  /** Where what is waited for ends, by `await` or `yield`. */
  readonly waits: readonly number[];
  /** What stands between braces as statements. */
  readonly blocks: readonly Span[];
  /** What runs nothing: types, imports, words about other modules. */
  readonly idle: readonly Span[];
  /** Texts, in which any character counts. */
  readonly texts: readonly Span[];
};

/** A node that is still to be visited, the node above it, and the piece around it. */
export type Place = { readonly node: SyntaxNode; readonly parent: SyntaxNode; readonly outer: Piece | null };

/** An outline that is being drawn. */
export type Drawing = {
  readonly source: string;
  /** The names that other modules give. */
  readonly imported: ReadonlySet<string>;
  readonly text: (span: Span) => void;
  readonly unit: (span: Span, outer: Piece | null, more?: Partial<Pick<Unit, 'counted' | 'isOptional' | 'fieldOf'>>) => Unit;
  readonly fn: (made: Omit<FunctionCode, 'is'>) => FunctionCode;
  readonly branch: (kind: BranchKind, at: SyntaxNode, ways: readonly (Way | null)[], outer: Piece | null) => void;
  /** A way that no tool counts as one, but V8. */
  readonly way: (way: Way, outer: Piece | null) => Arm;
  readonly turn: (turn: Span) => void;
  readonly wait: (end: number) => void;
  readonly block: (block: Span) => void;
};

/**
 * A way through a branch, and where V8 begins to count it: at the sign before it; null where it does not. It counts up to the way's own end,
 * or to another.
 */
export type Way = { readonly node: SyntaxNode; readonly at: number | null; readonly end?: number };

/** Walks a syntax tree once, with a stack of its own so that no depth is too much. */
export function outlineOf(program: Program, source: string): Outline {
  const units: Unit[] = [];
  const functions: FunctionCode[] = [];
  const arms: Arm[] = [];
  const branches: Branch[] = [];
  const turns: Turn[] = [];
  const waits: number[] = [];
  const blocks: Span[] = [];
  const idle: Span[] = [];
  const texts: Span[] = [];
  const armOf = new Map<SyntaxNode, Arm>();
  const firsts = new Map<FunctionCode, Unit>();

  const drawing: Drawing = {
    source,
    imported: new Set(program.body.flatMap(namesImported)),
    text: (span) => void texts.push(span),
    unit: ({ start, end }, outer, more = {}) => {
      const unit: Unit = { is: 'unit', start, end, counted: start, isOptional: false, fieldOf: null, outer, ...more };
      units.push(unit);
      const owner = functionAround(outer);
      if (owner !== null && !firsts.has(owner)) firsts.set(owner, unit);
      return unit;
    },
    fn: (made) => {
      const fn: FunctionCode = { is: 'function', ...made };
      functions.push(fn);
      return fn;
    },
    way: ({ node, at, end = node.end }, outer) => {
      const arm: Arm = { is: 'arm', start: node.start, end: node.end, outer };
      arms.push(arm);
      armOf.set(node, arm);
      if (at !== null) turns.push({ at, end, arm });
      return arm;
    },
    branch: (kind, { start }, ways, outer) => {
      branches.push({ kind, start, arms: ways.map((way) => (way === null ? null : drawing.way(way, outer))) });
    },
    turn: ({ start, end }) => void turns.push({ at: start, end, arm: null }),
    wait: (end) => void waits.push(end),
    block: ({ start, end }) => void blocks.push({ start, end }),
  };

  const open: Place[] = [{ node: program, parent: program, outer: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent, outer } = next;
    if (isIdle(node)) {
      idle.push(node);
      continue;
    }
    for (const span of typesAt(node)) idle.push(span);
    const places = visitNode({ node, parent, outer: armOf.get(node) ?? outer }, drawing);
    for (const place of places.toReversed()) open.push(place);
  }
  return { units, functions, firsts, arms, branches, turns, waits, blocks, idle, texts };
}

function namesImported(statement: Program['body'][number]): readonly string[] {
  return statement.type === 'ImportDeclaration' ? statement.specifiers.map(({ local }) => local.name) : [];
}
