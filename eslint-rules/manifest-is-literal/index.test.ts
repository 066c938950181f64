import { ruleTester } from '../rule-tester.ts';
import { manifestIsLiteral } from './index.ts';

const filename = 'src/feature.manifest.ts';
const whole = (useCases: string): string =>
  `export const ordersManifest = defineFeature({\n  name: 'orders',\n  useCases: ${useCases},\n});`;

ruleTester.run('manifest-is-literal', manifestIsLiteral, {
  valid: [
    { name: 'no use case yet', filename, code: whole('{}') },
    {
      name: 'strings, numbers, booleans, lists and objects',
      filename,
      code: whole("{ placeOrder: { status: 'live', mutates: true, publishes: ['orders.order-placed.v1'] } }").replace(
        '});',
        '  coverage: { mutation: { score: 90 } },\n});',
      ),
    },
  ],
  invalid: [
    {
      name: 'a spread',
      filename,
      code: whole('{ ...others }'),
      errors: [
        {
          message:
            "'useCases' holds a spread, which cannot be read without running it. " +
            'Write the value out, as strings, numbers, booleans, arrays and objects.',
          line: 3,
          column: 15,
        },
      ],
    },
    {
      name: 'each that is not a literal',
      filename,
      code: whole("{ placeOrder: { status: live, mutates: isOn(), publishes: [`orders.${'x'}.v1`] } }"),
      errors: [
        { messageId: 'refused', line: 3, column: 37 },
        { messageId: 'refused', line: 3, column: 52 },
        { messageId: 'refused', line: 3, column: 72 },
      ],
    },
    {
      name: 'a value that no manifest may have',
      filename,
      code: whole("{ placeOrder: { status: 'done', mutates: true } }"),
      errors: [
        {
          message: "'useCases.placeOrder.status' is neither 'live' nor 'draft'. Write 'draft' until it is implemented, then 'live'.",
          line: 3,
          column: 37,
        },
      ],
    },
    {
      name: 'no manifest at all',
      filename,
      code: 'export const ordersManifest = {};',
      errors: [{ messageId: 'refused', line: 1, column: 1 }],
    },
  ],
});
