#!/usr/bin/env node
import { runCommandLine } from './cli/run-command-line.ts';

// Everything of ours is stopped by now; the pollers of closed Zeebe clients would keep the process alive.
process.exit(await runCommandLine(process.argv.slice(2)));
