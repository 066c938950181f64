import type { TriggerKind } from '../workspace/model.ts';

/** What stands between a trigger and its use case. */
export const triggerWords = { consumes: 'handler', works: 'worker', receives: 'receiver' } as const satisfies Record<TriggerKind, string>;
