// Drives the engine with the clients of others: those from npm, and those of other languages that this machine has.
import path from 'node:path';
import { install, requireNode } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const suites = [
  ['--config', 'engine/conformance/vitest.config.ts', 'src/clients'],
  ['--project', 'broker', 'client.test'],
];

requireNode();
await install();
for (const suite of suites) {
  const { code } = await run([process.execPath, vitest, 'run', '--reporter=verbose', ...suite], {
    env: { IRISFLOW_CLIENTS: '1' },
  });
  if (code !== 0) process.exitCode = code;
}
