// Plays random processes on the engine and on a reference of its rules, others in every run: `npm run search -- [path]`.
import path from 'node:path';
import { install, requireNode } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

requireNode();
await install();
const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const config = 'engine/conformance/vitest.config.ts';
const [where = 'src/search'] = process.argv.slice(2);
const { IRISFLOW_SEARCH_SEED = String(Date.now() % 2 ** 31) } = process.env;
const { code } = await run([process.execPath, vitest, 'run', '--config', config, where], {
  env: { IRISFLOW_SEARCH_SEED },
});
process.exitCode = code;
