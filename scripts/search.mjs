// Plays random processes on the engine and on a reference of its rules, others in every run: `npm run search -- [path]`.
// A run of all searches writes its date and result to docs/search.md.
import { install, requireNode } from './lib/prepare.mjs';
import { runConformance } from './lib/run-conformance.mjs';

const ALL = 'src/search';
const [where = ALL] = process.argv.slice(2);
const { IRISFLOW_SEARCH_SEED = String(Date.now() % 2 ** 31), IRISFLOW_SEARCH_MODELS = '2000' } = process.env;

requireNode();
await install();
process.exitCode = await runConformance({
  where,
  page: where === ALL ? 'search' : null,
  env: { IRISFLOW_SEARCH_SEED, IRISFLOW_SEARCH_MODELS },
});
