#!/usr/bin/env node
import { constants } from 'node:os';
import { Interrupted } from '../report/interrupted.ts';
import { nodeMachine } from '../report/node-machine.ts';
import { main } from './main.ts';
import { folderRegistry } from './registry.ts';

const machine = nodeMachine();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // What waits for a program cleans up when that has ended; nothing else can be under way, as files are written synchronously.
  process.on(signal, () => {
    if (machine.interrupt(signal) === 0) process.exit(128 + constants.signals[signal]);
  });
}

for (const stream of [process.stdout, process.stderr]) {
  // A reader that has seen enough (`| head`) is no failure of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await main(process.argv.slice(2), machine, folderRegistry(machine.files));
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
  process.exitCode = 128 + constants.signals[error.signal];
}
