// Kills the server in the middle of a procedure, again and again, while people go on with it, and proves afterwards that nothing was
// lost or doubled: `npm run kills -- [--store postgres|embedded] [--kills 50] [--seed 7] [--minutes 60]`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');

try {
  const { values } = parseArgs({
    options: {
      store: { type: 'string', default: 'postgres' },
      kills: { type: 'string', default: '50' },
      seed: { type: 'string', default: '7' },
      minutes: { type: 'string', default: '60' },
    },
  });
  if (!['postgres', 'embedded'].includes(values.store))
    throw new Error(`Expected --store postgres or embedded, but found ${values.store}.`);
  await prepare();
  const options = ['--config', 'examples/vitest.kills.config.ts', '--disable-console-intercept=true'];
  const { code } = await run([process.execPath, vitest, 'run', ...options], {
    env: {
      IRISFLOW_TEST_KILLS_STORE: values.store,
      IRISFLOW_TEST_KILLS: values.kills,
      IRISFLOW_TEST_KILLS_SEED: values.seed,
      IRISFLOW_TEST_KILLS_MINUTES: values.minutes,
    },
  });
  process.exitCode = code;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
