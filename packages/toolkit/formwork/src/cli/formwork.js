#!/usr/bin/env node
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`formwork needs Node 22.18 or later, and this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  // Before anything that has types in it, and in plain JavaScript itself: types are erased and code is compiled once, not at each start.
  module.enableCompileCache();
  await import('./bin.ts');
}
