import { ok } from 'node:assert/strict';
import { inspect } from 'node:util';
import { fakeMachine, type FakeMachine } from '../../report/fake-machine.ts';

/** Why a call failed: its process is dead. */
class Dead extends Error {
  override readonly name = 'Dead';
}

export type MortalMachine = FakeMachine & {
  /** Lets the next process die before its n-th change of the disk, from 0; null lets it live. */
  readonly diesAt: (step: number | null) => void;
  /** The tree without what formwork keeps for itself. */
  readonly repository: () => Readonly<Record<string, string>>;
};

/** A machine in memory on which one process after the other can die: from then on nothing that it does has an effect. */
export function mortalMachine(given: Omit<NonNullable<Parameters<typeof fakeMachine>[0]>, 'beforeWrite' | 'processId'>): MortalMachine {
  let stepsToLive = Infinity;
  let clock = 1_800_000_000_000;
  const machine = fakeMachine({
    processes: [{ argv: ['git'], ends: { exitCode: 128 } }],
    now: () => clock++,
    ...given,
    beforeWrite: () => {
      if (stepsToLive-- <= 0) throw new Dead();
    },
  });
  return {
    ...machine,
    diesAt: (step) => void (stepsToLive = step ?? Infinity),
    repository: () => Object.fromEntries(Object.entries(machine.tree()).filter(([path]) => !path.startsWith('.formwork/'))),
  };
}

/** Whether some work came to its end before its process died. Nothing else may have kept it from that. */
export async function survives(work: Promise<unknown>): Promise<boolean> {
  const failure: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  ok(failure === null || failure instanceof Dead, inspect(failure));
  return failure === null;
}
