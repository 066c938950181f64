import { constants } from 'node:os';
import { Interrupted } from '../report/interrupted.ts';
import { nodeMachine } from '../report/node-machine.ts';
import { main } from './main.ts';
import { folderRegistry } from './registry.ts';

/** Runs this process's own command line with the commands under a folder, and sets the exit code of the process. Never rejects. */
export async function runAsProcess(commands?: URL): Promise<void> {
  // What never settles has not passed: without it, a process that has nothing left to do ends with 13.
  process.exitCode = 2;
  // Node's own exit code for it is 1, which would say that findings were made.
  process.on('uncaughtException', (error) => stop(2, `${error.stack}`));

  const machine = nodeMachine();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // What waits for a program ends when that has; nothing else is half done, as files are written synchronously.
    process.on(signal, () => {
      if (machine.interrupt(signal) === 0) stop(exitOfSignal(signal), new Interrupted(signal).message);
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough (`| head`) is no failure of ours.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  try {
    process.exitCode = await main(process.argv.slice(2), machine, folderRegistry(machine.files, commands));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    machine.stderr.write(`${error.message}\n`);
    process.exitCode = exitOfSignal(error.signal);
  }
}

function stop(exitCode: number, words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(exitCode);
}

/** The exit code that a shell gives a program which a signal ended. */
function exitOfSignal(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
