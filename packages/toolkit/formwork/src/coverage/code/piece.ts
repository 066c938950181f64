/** A part of a source that runs, or does not, as one. Offsets are UTF-16 units; `outer` is the part around it, null at the module's top. */
export type Piece = Unit | FunctionCode | Arm;

type Part = { readonly start: number; readonly end: number; readonly outer: Piece | null };

/** A statement, in the sense of the tools that count. */
export type Unit = Part & {
  readonly is: 'unit';
  /** Where tools place its count: at the value of what is declared, elsewhere at its start. */
  readonly counted: number;
  /** Tools may leave it out, and no count means nothing. */
  readonly isOptional: boolean;
  /** The class whose instances' field it gives a value to; null for all else. */
  readonly fieldOf: object | null;
};

/** A function, a method or an accessor, with its header. */
export type FunctionCode = Part & {
  readonly is: 'function';
  /** The offsets that tools may call its place. */
  readonly places: readonly number[];
  /** Where its body starts. */
  readonly body: number;
};

/** A way through a branch. */
export type Arm = Part & { readonly is: 'arm' };

export type BranchKind = 'if' | 'cond-expr' | 'binary-expr' | 'switch' | 'default-arg';

/** Where the way parts. The ways stand in istanbul's order; null is the way past an `if`. */
export type Branch = { readonly kind: BranchKind; readonly start: number; readonly arms: readonly (Arm | null)[] };

/** Where V8 begins to count anew, and where it ends; `arm` is the way that begins there, null for what no other tool counts as one. */
export type Turn = { readonly at: number; readonly end: number; readonly arm: Arm | null };

/** The function that a piece lies in, or is; null at the module's top. */
export function functionAround(piece: Piece | null): FunctionCode | null {
  let around = piece;
  while (around !== null && around.is !== 'function') around = around.outer;
  return around;
}
