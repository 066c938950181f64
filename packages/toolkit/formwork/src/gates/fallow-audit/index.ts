import type { Gate } from '../gate.ts';
import { audit } from './audit.ts';

export const fallowAuditGate = {
  id: 'fallow:audit',
  why: 'What nobody uses, what goes round in circles and what no package.json lists is found before it is committed.',
  run: ({ machine, root, base }) => audit(base, { machine, root }),
} as const satisfies Gate<'fallow:audit'>;
