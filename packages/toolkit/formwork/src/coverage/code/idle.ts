import { visitorKeys, type Class } from 'oxc-parser';
import { isNode, type SyntaxNode } from '../../workspace/syntax.ts';

/** A piece of text, by offsets in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

/** Whether a node runs nothing, neither when the module is loaded nor when anything in it is called. */
export function isIdle(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
    case 'TSImportEqualsDeclaration':
    case 'TSNamespaceExportDeclaration':
    case 'TSIndexSignature':
    case 'TSAbstractMethodDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty':
      return true;
    case 'ExpressionStatement':
      return typeof node.directive === 'string';
    case 'ExportNamedDeclaration':
      return node.declaration === null || isIdle(node.declaration);
    case 'ExportDefaultDeclaration':
      return isIdle(node.declaration);
    case 'VariableDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return node.declare === true;
    case 'TSModuleDeclaration':
      return node.declare || node.body === null || node.body.body.every(isIdle);
    case 'MethodDefinition':
      return node.value.type === 'TSEmptyBodyFunctionExpression';
    case 'PropertyDefinition':
      return node.declare || (node.value === null && node.decorators.length === 0 && !node.computed);
    case 'Identifier':
      // The parameter that only says of what type `this` is.
      return node.name === 'this';
    default:
      return false;
  }
}

const typeKeys: ReadonlySet<string> = new Set([
  'returnType',
  'superTypeArguments',
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
]);
const typeKeysOf = new Map(
  Object.entries(visitorKeys).flatMap(([type, keys]) => {
    const types = keys.filter((key) => typeKeys.has(key));
    return types.length === 0 ? [] : [[type, types]];
  }),
);

/** The types that are written at a node, which is code. */
export function typesAt(node: SyntaxNode): readonly Span[] {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return [{ start: node.expression.end, end: node.end }];
    case 'TSTypeAssertion':
      return [{ start: node.start, end: node.expression.start }];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [...annotationsOf(node), ...implementsOf(node)];
    default:
      return annotationsOf(node);
  }
}

const none: readonly Span[] = [];

/** Asked of every node, most of which have none. */
function annotationsOf(node: SyntaxNode): readonly Span[] {
  const keys = typeKeysOf.get(node.type);
  if (keys === undefined) return none;
  return keys.map((key): unknown => Reflect.get(node, key)).filter(isNode);
}

function implementsOf({ implements: types = [], superTypeArguments, superClass, typeParameters, id }: Class): readonly Span[] {
  const [first] = types;
  const last = types.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ start: (superTypeArguments ?? superClass ?? typeParameters ?? id ?? first).end, end: last.end }];
}
