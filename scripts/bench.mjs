// Builds and runs the benchmark of the engine: `npm run bench -- [--instances 3000] [--only postgres|pglite] [--peer 300]`.
import path from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

try {
  await prepare();
  const bench = path.join(root, 'engine/broker/bench/w1/index.mjs');
  const { code } = await run([process.execPath, bench, ...process.argv.slice(2)]);
  process.exitCode = code;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
