import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { fakeMachine } from '../report/fake-machine.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { applyPlan } from './apply-plan.ts';
import { editTsElement, editTsProperty } from './edit-ts-literal.ts';
import { editTsImport } from './edit-ts-import.ts';
import type { Edit, Plan } from './plan.ts';
import { planEdits } from './plan-edits.ts';
import { recover } from './recover.ts';
import { mortalMachine, survives } from './testing/mortal-machine.ts';
import { parseTs, sameCode } from './ts-source.ts';
import { undoLastRun } from './undo.ts';

const name = fc.constantFrom('a.ts', 'b.ts', 'c.ts');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.json(),
  fc.constantFrom(
    'compose({});\n',
    'compose({ list: [] });',
    "import { x } from 'x';\r\n\r\ncompose({\r\n\tp: 1\r\n});\r\n",
    '{\n\t"k": 1 // one\n}\n',
  ),
);

/** A tree in which no file is another one's folder. */
const tree = fc.dictionary(path, text, { maxKeys: 5 }).map((files) => {
  const paths = Object.keys(files);
  return Object.fromEntries(Object.entries(files).filter(([one]) => !paths.some((other) => other.startsWith(`${one}/`))));
});

/** What can be done to a part of a file; of each kind one, so that they do not contradict each other. */
const partialEdits = fc.subarray(['json', 'ts-import', 'ts-property', 'ts-element'] as const, { maxLength: 2 });
const inCall = { call: 'compose', argument: 0 } as const;

const fileEdits = fc
  .record({
    path,
    whole: fc.constantFrom('create', 'create', 'replace', null),
    text,
    kinds: partialEdits,
    value: fc.jsonValue(),
    keys: fc.constantFrom<[string, ...string[]]>(['k'], ['o', 'p']),
    from: fc.constantFrom('x', './y.ts'),
    names: fc.constantFrom(['x'], ['y', 'z']),
    typeOnly: fc.boolean(),
    name: fc.constantFrom('p', 'q-r'),
    code: fc.constantFrom("'e'", 'on(a)', '{\n  a: [],\n}'),
  })
  .map(({ path: at, whole, text: all, kinds, value, keys, from, names, typeOnly, name: property, code }): readonly Edit[] => [
    ...(whole === null ? [] : [{ kind: whole, path: at, text: all }]),
    ...kinds.map((kind): Edit => {
      if (kind === 'json') return { kind, path: at, keys, value };
      if (kind === 'ts-import') return { kind, path: at, from, names, typeOnly };
      if (kind === 'ts-property') return { kind, path: at, ...inCall, keys: [], name: property, value: code };
      return { kind, path: at, ...inCall, keys: [], name: 'list', value: code };
    }),
  ]);
const someEdits = fc
  .uniqueArray(fileEdits, { minLength: 1, maxLength: 3, selector: ([first]) => first?.path })
  .map((files) => files.flat());

function planned(edits: readonly Edit[], machine: ReturnType<typeof fakeMachine>): Plan | null {
  try {
    return planEdits(edits, { files: machine.files, root: '/repo', command: 'gen it', followUps: [] });
  } catch (error) {
    ok(error instanceof FormworkError, String(error));
    return null;
  }
}

test('whatever the tree and the edits: a plan or a clear refusal; then done as planned, done twice is empty, undone is as before', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(tree, someEdits, async (files, edits) => {
      const machine = mortalMachine({ files });
      const plan = planned(edits, machine);
      deepEqual(machine.tree(), machine.repository());
      if (plan === null) return;
      if (plan.edits.length > 0) done++;
      await applyPlan(plan, machine, '/repo');
      deepEqual(machine.repository(), sorted({ ...files, ...Object.fromEntries(plan.edits.map(({ path: at, after }) => [at, after])) }));
      deepEqual(planned(edits, machine), { ...plan, edits: [] });
      if (plan.edits.length > 0) await undoLastRun(machine, '/repo');
      deepEqual(machine.repository(), sorted(files));
    }),
    { numRuns: 1000 },
  );
  ok(done > 50, `only ${done} plans were done`);
});

test('and wherever it dies, the next command takes the tree to one of its ends', async () => {
  await fc.assert(
    fc.asyncProperty(tree, someEdits, fc.nat(40), async (files, edits, step) => {
      const machine = mortalMachine({ files });
      const plan = planned(edits, machine);
      if (plan === null) return;
      machine.diesAt(step);
      const isDone = await survives(applyPlan(plan, machine, '/repo'));
      machine.diesAt(null);
      await recover(machine, '/repo');
      const after = sorted({ ...files, ...Object.fromEntries(plan.edits.map(({ path: at, after: written }) => [at, written])) });
      const end = machine.repository();
      if (isDone) deepEqual(end, after);
      else
        ok(
          [after, sorted(files)].some((one) => JSON.stringify(one) === JSON.stringify(end)),
          JSON.stringify(end),
        );
    }),
    { numRuns: 1000 },
  );
});

const trivia = fc.constantFrom('', ' ', '\n', '\r\n', '\n\t', ' /* c, { */ ', ' // c } ,\n', '/* [\n */');
const item = fc.constantFrom('a', "'b-c': [1, 2]", 'd: { e: "f", }', 'g() {}', '...h', 'i: `\n${j}`', 'k: (l, m) => ({ l })');

/** Items in brackets, with any space and comments between all of it. */
function literal(open: string, close: string, items: fc.Arbitrary<string>) {
  return fc.tuple(fc.uniqueArray(items), fc.boolean(), fc.infiniteStream(trivia)).map(([chosen, hasComma, stream]) => {
    const space = (): string => String(stream.next().value);
    const inner = chosen.map(
      (one, index) => `${space()}${one}${space()}${index < chosen.length - 1 || (hasComma && chosen.length > 0) ? ',' : ''}`,
    );
    return `${open}${inner.join('')}${space()}${close}`;
  });
}

function commentsOf(source: string): readonly string[] {
  const { text: whole, comments } = parseTs('a.ts', source);
  return comments.map(({ start, end }) => whole.slice(start, end).trim());
}

function onlyCall(source: string) {
  const [statement] = parseTs('a.ts', source).program.body;
  ok(statement?.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression');
  const [argument] = statement.expression.arguments;
  ok(argument?.type === 'ObjectExpression');
  return argument.properties;
}

test('however an object is written, a property comes last, and all else stays as it was', () => {
  fc.assert(
    fc.property(literal('compose({', '})', item), fc.constantFrom('1', '[\n  1,\n]'), (source, value) => {
      const edit = { kind: 'ts-property', path: 'a.ts', call: 'compose', argument: 0, keys: [], name: 'new', value } as const;
      const once = editTsProperty(source, edit);
      const properties = onlyCall(once);
      ok(sameCode(properties.slice(0, -1), onlyCall(source)), once);
      deepEqual(commentsOf(once), commentsOf(source));
      equal(editTsProperty(once, edit), once);
    }),
    { numRuns: 2000 },
  );
});

test('however a list is written, an element comes last, and all else stays as it was', () => {
  const element = fc.constantFrom('a', "'b'", 'on(c, d)', '[1, 2]', '...e', '{ f: 1, }');
  fc.assert(
    fc.property(literal('compose({ list: [', '] })', element), (source) => {
      const edit = { kind: 'ts-element', path: 'a.ts', call: 'compose', argument: 0, keys: [], name: 'list', value: 'last()' } as const;
      const once = editTsElement(source, edit);
      const [was] = onlyCall(source);
      const [is] = onlyCall(once);
      ok(
        was?.type === 'Property' && was.value.type === 'ArrayExpression' && is?.type === 'Property' && is.value.type === 'ArrayExpression',
      );
      ok(sameCode(is.value.elements.slice(0, -1), was.value.elements), once);
      deepEqual(commentsOf(once), commentsOf(source));
      equal(editTsElement(once, edit), once);
    }),
    { numRuns: 2000 },
  );
});

test('however imports are written, a name is imported once, and all else stays as it was', () => {
  const specifier = fc.constantFrom('a', 'b as c', 'type D', 'Z');
  const one = fc.tuple(literal('import {', "} from 'x'", specifier), fc.constantFrom(';', '')).map((parts) => parts.join(''));
  const other = fc.constantFrom(
    "import 'y';",
    "import y from 'node:y';",
    "import * as z from './z';",
    '#!/bin/sh',
    "'use strict';",
    '// alone',
    'code();',
  );
  fc.assert(
    fc.property(fc.array(other), one, fc.array(other), (above, statement, below) => {
      const source = [...above, statement, ...below].join('\n');
      const edit = { kind: 'ts-import', path: 'a.ts', from: 'x', names: ['new1', 'a'] } as const;
      let once: string;
      try {
        once = editTsImport(source, edit);
      } catch (error) {
        // Two of these lines cannot stand in one file.
        ok(error instanceof FormworkError && error.code === 'edit/not-parsed', String(error));
        return;
      }
      equal(editTsImport(once, edit), once);
      deepEqual(commentsOf(once), commentsOf(source));
      const names = parseTs('a.ts', once).program.body.flatMap((line) =>
        line.type === 'ImportDeclaration' ? line.specifiers.map(({ local }) => local.name) : [],
      );
      deepEqual(names.filter((local) => local === 'new1' || local === 'a').sort(), ['a', 'new1']);
    }),
    { numRuns: 2000 },
  );
});

function sorted(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
