import type { RejectOrderDependencies } from './orders.ts';

export const reject = ({ publish }: RejectOrderDependencies) => publish;
