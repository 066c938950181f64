import type { Stop } from './ports.ts';

/**
 * Starts one after the other. Where one fails, what was started before it is stopped again, and the failure passes through.
 * @returns what stops all of them, the last one first.
 */
export const startAll = async (starts: readonly (() => Promise<Stop>)[]): Promise<Stop> => {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    for (const start of starts) stops.push(await start());
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
};
