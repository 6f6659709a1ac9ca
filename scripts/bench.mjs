// Builds and runs a benchmark: of the engine, `npm run bench -- [--instances 3000] [--only postgres|pglite] [--peer 300]`, or of the
// portal on a telephone, `npm run bench -- portal [--runs 5]`, of what clerks wait for, `npm run bench -- casework [--cases 100000]`,
// of a bank statement, `npm run bench -- statements [--lines 10000]`, of a month of payments that goes out at once,
// `npm run bench -- payouts [--orders 12500]`, of rights that are taken over from an earlier system,
// `npm run bench -- living-rights [--rights 2000]`, of whom a campaign is for, `npm run bench -- campaigns [--parties 50000]`, or of its
// letters, `npm run bench -- campaign-letters [--recipients 5000]`.
import path from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const [subject = '', ...options] = process.argv.slice(2);

const benchmarks = {
  portal: async () => {
    const bench = path.join(root, 'examples/bench/portal.mjs');
    return run([process.execPath, bench, ...options], { env: { IRISFLOW_TEST_CHROMIUM: await findChromium() } });
  },
  casework: () => run([process.execPath, path.join(root, 'engine/platform/bench/casework.mjs'), ...options]),
  campaigns: () => run([process.execPath, path.join(root, 'engine/platform/bench/campaigns.mjs'), ...options]),
  'campaign-letters': () =>
    run([process.execPath, path.join(root, 'engine/platform/bench/campaign-letters.mjs'), ...options]),
  'living-rights': () =>
    run([process.execPath, path.join(root, 'engine/platform/bench/living-rights.mjs'), ...options]),
  payouts: () => run([process.execPath, path.join(root, 'engine/platform/bench/payouts.mjs'), ...options]),
  statements: () => run([process.execPath, path.join(root, 'engine/statements/bench/statements.mjs'), ...options]),
  engine: () => run([process.execPath, path.join(root, 'engine/broker/bench/w1/index.mjs'), ...process.argv.slice(2)]),
};

try {
  await prepare();
  const { code } = await (Object.hasOwn(benchmarks, subject) ? benchmarks[subject] : benchmarks.engine)();
  process.exitCode = code;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
