#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before anything with types in it is loaded, and plain JavaScript itself: so types are erased and code is compiled once, not at each start.
enableCompileCache();
await import('./bin.ts');
