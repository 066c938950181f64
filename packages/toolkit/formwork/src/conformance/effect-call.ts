import { effectVerbs, type EffectKind } from '../workspace/model.ts';
import { contractExport, parseContractName } from '../workspace/naming.ts';

/** The call by which code performs an effect: `publish(orderPlacedV1, …)`, `audit('order.placed')`. */
export function effectCall(kind: EffectKind, name: string): string {
  const contract = kind === 'audits' ? null : parseContractName(name);
  return `${effectVerbs[kind]}(${contract === null ? `'${name}'` : `${contractExport(contract)}, …`})`;
}
