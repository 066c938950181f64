import type { EffectKind } from '../workspace/model.ts';
import { contractExport, parseContractName } from '../workspace/naming.ts';

const capabilities = { publishes: 'publish', enqueues: 'enqueue', broadcasts: 'broadcast', audits: 'audit' } as const;

/** The call by which code performs an effect: `publish(orderPlacedV1, …)`, `audit('order.placed')`. */
export function effectCall(kind: EffectKind, name: string): string {
  const contract = kind === 'audits' ? null : parseContractName(name);
  return `${capabilities[kind]}(${contract === null ? `'${name}'` : `${contractExport(contract)}, …`})`;
}
