// Plays every scenario of the engine on both stores and writes date and result to docs/stores.md, then every room that stands on a
// store on PGlite: `npm run stores`.
import path from 'node:path';
import { build, install, requireNode } from './lib/prepare.mjs';
import { runConformance } from './lib/run-conformance.mjs';
import { run } from './lib/run.mjs';

const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');

const playRooms = async () => {
  const command = [process.execPath, vitest, 'run', '--config', 'vitest.whole.config.ts', '--project', 'stores'];
  const { code } = await run(command, { env: { IRISFLOW_TEST_STORE: 'pglite' } });
  return code;
};

requireNode();
await install();
await build();
const scenarios = await runConformance({ where: 'src/scenarios', page: 'stores', env: { IRISFLOW_STORES: 'both' } });
process.exitCode = (await playRooms()) || scenarios;
