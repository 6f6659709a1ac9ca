// Plays random processes on the engine and on a reference of its rules, others in every run: `npm run search -- [path]`.
// A run of all searches writes its date and result to docs/search.md.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install, requireNode } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { writeSearchPage } from './lib/search-page.mjs';

const ALL = 'src/search';
const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const config = 'engine/conformance/vitest.config.ts';
const [where = ALL] = process.argv.slice(2);
const { IRISFLOW_SEARCH_SEED = String(Date.now() % 2 ** 31), IRISFLOW_SEARCH_MODELS = '2000' } = process.env;

requireNode();
await install();
const work = mkdtempSync(path.join(tmpdir(), 'irisflow-search-'));
const report = path.join(work, 'report.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { code } = await run([process.execPath, vitest, 'run', '--config', config, ...reporters, where], {
  env: { IRISFLOW_SEARCH_SEED, IRISFLOW_SEARCH_MODELS },
});
if (where === ALL && existsSync(report))
  writeSearchPage(report, { models: IRISFLOW_SEARCH_MODELS, seed: IRISFLOW_SEARCH_SEED });
rmSync(work, { recursive: true, force: true });
process.exitCode = code;
