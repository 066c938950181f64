import { drawPackage, manifestOf, ruleTester } from '../rule-tester.ts';
import { useCaseExportsContract } from './index.ts';

const orders = drawPackage({ 'src/feature.manifest.ts': manifestOf('') });
const bare = drawPackage({});
const file = 'src/use-cases/place-order.use-case.ts';

const whole = `
  export const placeOrderInputSchema = z.object({});
  export const placeOrderOutputSchema = z.object({});
  export type IPlaceOrderUseCase = UseCase<'orders.placeOrder', typeof placeOrderInputSchema, typeof placeOrderOutputSchema>;
  export const placeOrderUseCase = (): IPlaceOrderUseCase => async () => ({});
`;
const missing = (name: string, form: string) => ({
  message: `The file of placeOrder does not export ${name}. Write it as \`${form}\`.`,
  line: 1,
});

ruleTester.run('use-case-exports-contract', useCaseExportsContract, {
  valid: [
    { name: 'all four by their names', filename: orders(file), code: whole },
    {
      name: 'in other forms',
      filename: orders(file),
      code: `
        import { placeOrderInputSchema } from './schemas.ts';
        export { placeOrderInputSchema };
        export { placeOrderOutputSchema } from './schemas.ts';
        export interface IPlaceOrderUseCase { (): Promise<void> }
        export function placeOrderUseCase(): IPlaceOrderUseCase { return async () => {}; }
      `,
    },
    { name: 'a package without a manifest', filename: bare(file), code: '' },
  ],
  invalid: [
    {
      name: 'none of them',
      filename: orders(file),
      code: 'export const other = 1;',
      errors: [
        missing('placeOrderInputSchema', 'export const placeOrderInputSchema = z.object({ … });'),
        missing('placeOrderOutputSchema', 'export const placeOrderOutputSchema = z.object({ … });'),
        missing(
          'IPlaceOrderUseCase',
          "export type IPlaceOrderUseCase = UseCase<'orders.placeOrder', typeof placeOrderInputSchema, typeof placeOrderOutputSchema>;",
        ),
        missing(
          'placeOrderUseCase',
          'export const placeOrderUseCase = (dependencies: PlaceOrderDependencies): IPlaceOrderUseCase => async (input) => { … };',
        ),
      ],
    },
    {
      name: 'one that is there and not exported',
      filename: orders(file),
      code: whole.replace('export const placeOrderInputSchema', 'const placeOrderInputSchema'),
      errors: [missing('placeOrderInputSchema', 'export const placeOrderInputSchema = z.object({ … });')],
    },
  ],
});
