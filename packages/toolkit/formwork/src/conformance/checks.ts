import type { Check } from './check.ts';
import { declaredNotDone } from './checks/declared-not-done/index.ts';
import { doneNotDeclared } from './checks/done-not-declared/index.ts';
import { missingHandler } from './checks/missing-handler/index.ts';
import { missingUseCase } from './checks/missing-use-case/index.ts';
import { orphanConsumer } from './checks/orphan-consumer/index.ts';
import { pending } from './checks/pending/index.ts';
import { statusNotTrue } from './checks/status-not-true/index.ts';
import { undeclaredHandler } from './checks/undeclared-handler/index.ts';
import { undeclaredUseCase } from './checks/undeclared-use-case/index.ts';

/** Every check, by id; the meta-test ties this list to the folders. */
export const checks: readonly Check[] = [
  declaredNotDone,
  doneNotDeclared,
  missingHandler,
  missingUseCase,
  orphanConsumer,
  pending,
  statusNotTrue,
  undeclaredHandler,
  undeclaredUseCase,
];
