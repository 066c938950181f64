import { drawPackage, manifestOf, ruleTester } from '../rule-tester.ts';
import { useCaseIsDeclared } from './index.ts';

const orders = drawPackage({ 'src/feature.manifest.ts': manifestOf("placeOrder: { status: 'live', mutates: true }") });
const broken = drawPackage({ 'src/feature.manifest.ts': 'export const ordersManifest = ;' });
const bare = drawPackage({});
const code = 'export {};';

ruleTester.run('use-case-is-declared', useCaseIsDeclared, {
  valid: [
    { name: 'a use case that is declared', filename: orders('src/use-cases/place-order.use-case.ts'), code },
    { name: 'one in a folder below', filename: orders('src/use-cases/placing/place-order.use-case.ts'), code },
    { name: 'a file that is no use case', filename: orders('src/use-cases/price.ts'), code },
    { name: 'a manifest that cannot be read', filename: broken('src/use-cases/cancel-order.use-case.ts'), code },
    { name: 'a package without a manifest', filename: bare('src/use-cases/cancel-order.use-case.ts'), code },
  ],
  invalid: [
    {
      name: 'a use case that is not',
      filename: orders('src/use-cases/cancel-order.use-case.ts'),
      code,
      errors: [
        {
          message:
            "orders does not declare the use case cancelOrder. Add cancelOrder: { status: 'draft', mutates: true } to useCases in " +
            'src/feature.manifest.ts, or remove the file.',
          line: 1,
          column: 1,
        },
      ],
    },
  ],
});
