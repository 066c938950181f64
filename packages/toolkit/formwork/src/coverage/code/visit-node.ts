import type { AccessorProperty, ArrowFunctionExpression, Function as NamedFunction, LogicalExpression, MethodDefinition, PropertyDefinition } from 'oxc-parser';
import { childrenOf, type SyntaxNode } from '../../workspace/syntax.ts';
import type { Drawing, Place, Way } from './outline.ts';
import type { FunctionCode, Piece } from './piece.ts';

/** Draws what a node is, and returns the nodes below it, each with the piece around it. */
export function visitNode(place: Place, drawing: Drawing): readonly Place[] {
  return visitStatement(place, drawing) ?? visitWays(place, drawing) ?? visitFunction(place, drawing) ?? below(place.node, place.outer);
}

/** Each of these draws the nodes that it knows; null where it does not. */
type Visit = (place: Place, drawing: Drawing) => readonly Place[] | null;

const visitStatement: Visit = ({ node, outer }, drawing) => {
  switch (node.type) {
    case 'Literal':
    case 'TemplateElement':
    case 'JSXText':
      drawing.text(node);
      return [];
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'DebuggerStatement':
    case 'WithStatement':
      return below(node, drawing.unit(node, outer));
    case 'BlockStatement':
    case 'StaticBlock':
      drawing.block(node);
      return below(node, outer);
    case 'LabeledStatement':
    case 'TSEnumDeclaration':
    case 'TSExportAssignment':
      return below(node, drawing.unit(node, outer, { isOptional: true }));
    case 'VariableDeclarator':
      if (node.init === null) return below(node, outer);
      return below(node, drawing.unit(node, outer, { counted: node.init.start, isOptional: isOfImported(node.init, drawing.imported) }));
    case 'ExportDefaultDeclaration':
      if (/^(?:Function|Class)Declaration$/.test(node.declaration.type)) return below(node, outer);
      return below(node, drawing.unit(node, outer, { counted: node.declaration.start, isOptional: true }));
    default:
      return null;
  }
};

const visitWays: Visit = ({ node, parent, outer }, drawing) => {
  switch (node.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      drawing.turn(node.body);
      return below(node, drawing.unit(node, outer));
    case 'TryStatement': {
      const own = drawing.unit(node, outer, { isOptional: true });
      if (node.handler !== null) drawing.way({ node: node.handler, at: node.handler.start }, own);
      return below(node, own);
    }
    case 'IfStatement': {
      const { consequent, alternate } = node;
      const own = drawing.unit(node, outer);
      const past = alternate === null ? null : { node: alternate, at: consequent.end };
      drawing.branch('if', node, [{ node: consequent, at: consequent.start }, past], own);
      return below(node, own);
    }
    case 'SwitchStatement': {
      const own = drawing.unit(node, outer);
      drawing.block(node);
      const ways = node.cases.map((one) => ({ node: one, at: one.start }));
      drawing.branch('switch', node, ways, own);
      return below(node, own);
    }
    case 'ConditionalExpression': {
      const { test, consequent, alternate } = node;
      const ways = [
        { node: consequent, at: drawing.source.indexOf('?', test.end) },
        { node: alternate, at: drawing.source.indexOf(':', consequent.end) },
      ];
      drawing.branch('cond-expr', node, ways, outer);
      return below(node, outer);
    }
    case 'LogicalExpression':
      if (parent.type !== 'LogicalExpression') drawChain(node, outer, drawing);
      return below(node, outer);
    case 'AwaitExpression':
    case 'YieldExpression':
      drawing.wait(node.end);
      return below(node, outer);
    case 'AssignmentPattern':
      drawing.branch('default-arg', node, [{ node: node.right, at: null }], outer);
      return below(node, outer);
    case 'MemberExpression':
      if (node.optional) drawing.turn({ start: drawing.source.indexOf('?.', node.object.end), end: node.end });
      return below(node, outer);
    case 'CallExpression':
      if (node.optional) drawing.turn({ start: drawing.source.indexOf('?.', node.callee.end), end: node.end });
      return below(node, outer);
    default:
      return null;
  }
};

const visitFunction: Visit = ({ node, parent, outer }, drawing) => {
  switch (node.type) {
    case 'FunctionDeclaration':
      return below(node, drawFunction(node, node, [], outer, drawing));
    case 'FunctionExpression':
      return below(node, isMethod(node, parent) ? outer : drawFunction(node, node, [], outer, drawing));
    case 'ArrowFunctionExpression': {
      const own = drawFunction(node, { start: node.start, end: endOf(node) }, [], outer, drawing);
      if (!node.expression) return below(node, own);
      // A function that gives a function: a compiler in between may tell of the inner one on the line of the outer.
      const isOptional = withoutTypes(node.body).type === 'ArrowFunctionExpression';
      const body = { node: node.body, outer: drawing.unit(node.body, own, { isOptional }) };
      return [...node.params.map((param) => ({ node: param, parent: node, outer: own })), { ...body, parent: node }];
    }
    case 'Property': {
      const { key, value } = node;
      if (value.type !== 'FunctionExpression' || !isMethod(value, node)) return below(node, outer);
      return below(node, drawFunction(value, node, [key.start], outer, drawing));
    }
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return drawMember(node, parent, outer, drawing);
    default:
      return null;
  }
};

function below(node: SyntaxNode, outer: Piece | null): readonly Place[] {
  return childrenOf(node).map((child) => ({ node: child, parent: node, outer }));
}

/**
 * Whether a value is a member of what is imported, and no more. vitest's V8 provider loses what is declared as one: its compiler renames what
 * is imported.
 */
function isOfImported(value: SyntaxNode, imported: ReadonlySet<string>): boolean {
  let node = withoutTypes(value);
  if (node.type !== 'MemberExpression') return false;
  while (node.type === 'MemberExpression' && !node.optional) node = withoutTypes(node.object);
  return node.type === 'Identifier' && imported.has(node.name);
}

function withoutTypes(value: SyntaxNode): SyntaxNode {
  let node = value;
  while (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression') node = node.expression;
  return node;
}

/** Types behind a body are erased before V8 sees the function, which ends before them. */
function endOf({ body, end }: ArrowFunctionExpression): number {
  return body.end === end ? withoutTypes(body).end : end;
}

/** Whether a function is drawn together with its name and all that stands before it. */
function isMethod(fn: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.type === 'Property') return parent.value === fn && (parent.method || parent.kind !== 'init');
  return parent.type === 'MethodDefinition' && parent.value === fn;
}

function drawFunction(
  fn: ArrowFunctionExpression | NamedFunction,
  head: { readonly start: number; readonly end: number },
  places: readonly number[],
  outer: Piece | null,
  drawing: Drawing,
): FunctionCode {
  const { start, end } = head;
  const name = fn.id === null ? [] : [fn.id.start];
  return drawing.fn({ start, end, body: Number(fn.body?.start), places: [start, ...places, fn.start, ...name], outer });
}

/** The operands of a chain of `&&`, `||` and `??` are the ways through it; those of a chain in it are its own, as istanbul counts. */
function drawChain(chain: LogicalExpression, outer: Piece | null, drawing: Drawing): void {
  const ways: Way[] = [];
  const open: Required<Way>[] = [{ node: chain, at: null, end: chain.end }];
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const { node, at, end } = way;
    if (node.type !== 'LogicalExpression') ways.push(way);
    else {
      const { left, right, operator } = node;
      open.push({ node: right, at: drawing.source.indexOf(operator, left.end), end: right.end }, { node: left, at, end });
    }
  }
  drawing.branch('binary-expr', chain, ways, outer);
}

/** A method or a field begins behind its decorators, which run where the class does. */
function drawMember(
  member: MethodDefinition | PropertyDefinition | AccessorProperty,
  body: SyntaxNode,
  outer: Piece | null,
  drawing: Drawing,
): readonly Place[] {
  const { decorators, key, value, end } = member;
  const span = { start: behindSpace(drawing.source, decorators.at(-1)?.end ?? member.start), end };
  const own = ((): Piece | null => {
    if (value === null) return outer;
    if (member.type === 'MethodDefinition') return drawFunction(member.value, span, [member.start, key.start], outer, drawing);
    const isOptional = member.type === 'AccessorProperty';
    return drawing.unit(span, outer, { counted: value.start, isOptional, fieldOf: member.static ? null : body });
  })();
  const parts = [key, ...(value === null ? [] : [value])].map((node) => ({ node, parent: member, outer: own }));
  return [...decorators.map((node) => ({ node, parent: member, outer })), ...parts];
}

function behindSpace(text: string, offset: number): number {
  const space = /\s*/y;
  space.lastIndex = offset;
  return offset + `${space.exec(text)?.[0]}`.length;
}
