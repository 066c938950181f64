import { deepEqual, equal, throws } from 'node:assert/strict';
import test from 'node:test';
import { FormworkError } from '../report/formwork-error.ts';
import { renderTemplate } from './render-template.ts';

const view = { name: "<O'Neil> & $&", item: { kebab: 'line-item' }, list: [{ one: 1 }, { one: 2 }], none: null };

for (const [text, rendered] of [
  ['{{name}}', "<O'Neil> & $&"],
  ['{{json name}}', '"<O\'Neil> & $&"'],
  ['{{item.kebab}}', 'line-item'],
  ['{{#each list}}\n{{one}} {{@root.item.kebab}}\n{{/each}}', '1 line-item\n2 line-item\n'],
  ['{{#if none}}\na\n{{else}}\nb\n{{/if}}', 'b\n'],
] as const) {
  test(`${JSON.stringify(text)} is filled in as it is`, () => equal(renderTemplate({ file: 'x.hbs', text }, view), rendered));
}

for (const [text, line, reason] of [
  ['a\n\n {{nope}}', 3, '"nope" not defined'],
  ['a\n{{item.nope}}', 2, '"nope" not defined'],
  ['a\n{{nope.kebab}}', 2, '"kebab" not defined'],
  ['{{#if nope}}a{{/if}}', 1, '"nope" not defined'],
  ['x\n{{json nope}}', 2, '"nope" not defined'],
  ['{{#each list}}\n{{two}}{{/each}}', 2, '"two" not defined'],
  ['a\n{{> part}}', 1, 'The partial part could not be found'],
  ['{{#if name}}a{{/each}}', 1, "if doesn't match each"],
  ['a\n{{name}', 2, 'parse error, unexpected INVALID'],
  ['a\n{{#if name}}', 2, 'parse error, unexpected EOF'],
] as const) {
  test(`${JSON.stringify(text)} is refused in line ${line}`, () => {
    throws(
      () => renderTemplate({ file: 'turbo/templates/feature/x.hbs', text }, view),
      (error) => {
        deepEqual(error instanceof FormworkError && [error.code, error.file, error.line, error.message], [
          'template/invalid',
          'turbo/templates/feature/x.hbs',
          line,
          `The template turbo/templates/feature/x.hbs cannot be rendered: ${reason}.`,
        ]);
        return true;
      },
    );
  });
}
