import type { CallExpression, Program } from 'oxc-parser';
import { finding, type Finding } from '../report/finding.ts';
import { plain, readLiteral, type NotLiteral } from './literal.ts';
import type { Fault } from './manifest-faults.ts';
import { shapeOf } from './manifest-shape.ts';
import type { Manifest } from './model.ts';
import { letGo, parseSource } from './parse-source.ts';
import { placeAt } from './place.ts';

/** A manifest, or the findings that say why there is none. */
export type ParsedManifest = { readonly manifest: Manifest | null; readonly findings: readonly Finding[] };

type Definition = { readonly exportName: string; readonly call: CallExpression };

/** Parses `src/feature.manifest.ts` without running it. `file` is how findings call it. */
export function parseManifest(file: string, text: string): ParsedManifest {
  const { program, finding: failure } = parseSource(file, text, true);
  if (program === null) return { manifest: null, findings: [failure] };
  const parsed = manifestIn(program, file, text);
  letGo(program);
  return parsed;
}

function manifestIn(program: Program, file: string, text: string): ParsedManifest {
  const definition = definitionIn(program);
  if (definition === null) return refusal([invalid(file, text, noDefinition)]);
  const { call, exportName } = definition;
  const [argument, ...others] = call.arguments;
  if (argument === undefined || others.length > 0) return refusal([invalid(file, text, { ...noDefinition, offset: call.start })]);

  const refused: NotLiteral[] = [];
  const literal = readLiteral(argument, refused);
  if (literal === null || refused.length > 0) return refusal(refused.map((node) => notLiteral(file, text, node)));

  const faults: Fault[] = [];
  const shape = shapeOf(literal, faults, (offset) => placeAt(text, offset));
  if (shape === null) return refusal(faults.map((fault) => invalid(file, text, fault)));
  const { name, nameOffset, useCases, coverage } = shape;
  const said =
    coverage === null ? { coverage: {}, coverageAt: null } : { coverage: plain(coverage), coverageAt: placeAt(text, coverage.offset) };
  return { manifest: { file, exportName, name, at: placeAt(text, nameOffset), useCases, ...said }, findings: [] };
}

const noDefinition: Fault = {
  offset: 0,
  message: 'The manifest does not consist of one exported defineFeature call over one object.',
  fix: "Write `export const ordersManifest = defineFeature({ name: 'orders', useCases: {} });`, and no second one.",
};

/** The only exported `const` that is a `defineFeature` call; null where there is none or more than one. */
function definitionIn(program: Program): Definition | null {
  const found = program.body.flatMap((statement): readonly Definition[] => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return [];
    return statement.declaration.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return [];
      const { callee } = init;
      return callee.type === 'Identifier' && callee.name === 'defineFeature' ? [{ exportName: id.name, call: init }] : [];
    });
  });
  const [first, ...others] = found;
  return first === undefined || others.length > 0 ? null : first;
}

function refusal(findings: readonly Finding[]): ParsedManifest {
  return { manifest: null, findings };
}

function invalid(file: string, text: string, { offset, message, fix }: Fault): Finding {
  return finding({ code: 'workspace/manifest-invalid', file, ...placeAt(text, offset), message, fix });
}

function notLiteral(file: string, text: string, { offset, path, what }: NotLiteral): Finding {
  return finding({
    code: 'workspace/manifest-not-literal',
    file,
    ...placeAt(text, offset),
    message: `${path === '' ? 'The manifest' : `'${path}'`} holds ${what}, which cannot be read without running it.`,
    fix: 'Write the value out, as strings, numbers, booleans, arrays and objects.',
  });
}
