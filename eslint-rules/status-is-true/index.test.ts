import { drawPackage, manifestOf, ruleTester } from '../rule-tester.ts';
import { statusIsTrue } from './index.ts';

const orders = drawPackage({
  'src/feature.manifest.ts': manifestOf("placeOrder: { status: 'live', mutates: true }, shipOrder: { status: 'draft', mutates: true }"),
});
const live = orders('src/use-cases/place-order.use-case.ts');
const draft = orders('src/use-cases/ship-order.use-case.ts');

const throwing = (name: string): string => `import { NotImplementedError } from '@formwork/feature';
export const ${name}UseCase = () => () => Promise.reject(new NotImplementedError('orders.${name}'));`;
const done = (name: string): string => `export const ${name}UseCase = () => async () => ({});`;

ruleTester.run('status-is-true', statusIsTrue, {
  valid: [
    { name: 'a live use case that is implemented', filename: live, code: done('placeOrder') },
    { name: 'a draft that is not', filename: draft, code: throwing('shipOrder') },
    { name: 'a use case that is not declared', filename: orders('src/use-cases/hold-order.use-case.ts'), code: throwing('holdOrder') },
    { name: 'a file that is no use case', filename: orders('src/bind.ts'), code: throwing('placeOrder') },
  ],
  invalid: [
    {
      name: 'a live use case that throws',
      filename: live,
      code: throwing('placeOrder'),
      errors: [
        {
          message:
            "placeOrder is live, and throws NotImplementedError. Implement it, or set status: 'draft' for placeOrder in " +
            'src/feature.manifest.ts.',
          line: 2,
          column: 14,
        },
      ],
    },
    {
      name: 'a draft that does not',
      filename: draft,
      code: done('shipOrder'),
      errors: [
        {
          message:
            "shipOrder is a draft, and does not throw NotImplementedError. Set status: 'live' for shipOrder in src/feature.manifest.ts, " +
            "its test.fails to test, or throw new NotImplementedError('orders.shipOrder').",
          line: 1,
          column: 14,
        },
      ],
    },
    {
      name: 'a draft without its factory',
      filename: draft,
      code: 'export {};',
      errors: [{ messageId: 'draftDoesNot', line: 1, column: 1 }],
    },
  ],
});
