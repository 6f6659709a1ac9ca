// Installs, builds and runs the tests that every change must pass; with `all` every test there is, as continuous integration does; or the
// suites that are named. Ends with a table and what failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { readTestReport } from './lib/test-report.mjs';

const asked = process.argv.slice(2);
const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');

/**
 * The suites in order: what is cheap and says most comes first. What of it runs when nobody asks for it by name nor for all: files
 * that have one of `usually` in their path, or those of `usualConfig`; all of it unless said.
 */
const suites = [
  {
    name: 'check',
    title: 'Format, lint, types, import rules, dead code, spelling',
    command: [process.execPath, 'scripts/check.mjs'],
  },
  {
    name: 'unit',
    title: 'Unit, engine and casework on PGlite and PostgreSQL',
    config: 'vitest.whole.config.ts',
    usualConfig: 'vitest.usual.config.ts',
  },
  {
    name: 'conformance',
    title: 'What the engine promises, through its gateways, on PostgreSQL and a sample on PGlite',
    config: 'engine/conformance/vitest.config.ts',
    reporters: ['./engine/conformance/src/pages/conformance-reporter.ts'],
  },
  {
    name: 'scenarios',
    title: 'Scenarios of the examples, on the core and on the full stack',
    config: 'examples/vitest.scenarios.config.ts',
  },
  {
    name: 'program',
    title: 'The bundled program, as operators start it',
    config: 'engine/server/vitest.program.config.ts',
    usually: [],
  },
  {
    name: 'lives',
    title: 'Years of the examples, through the front door',
    config: 'examples/vitest.lives.config.ts',
    usually: [],
  },
  {
    name: 'journeys',
    title: 'Journeys in a real browser',
    config: 'examples/vitest.journeys.config.ts',
    usually: ['/a-'],
  },
];

/** Each suite that runs, with the files of it that do; none named means all of them. */
const chosenSuites = () => {
  const names = new Set(asked.filter((name) => name !== 'all'));
  const unknown = [...names].filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Error(
      `Expected suites among all, ${suites.map(({ name }) => name).join(', ')}, but found ${unknown.join(', ')}`,
    );
  if (asked.includes('all')) return suites.map((suite) => ({ ...suite, files: [] }));
  if (names.size > 0) return suites.filter(({ name }) => names.has(name)).map((suite) => ({ ...suite, files: [] }));
  return suites
    .filter(({ usually }) => usually === undefined || usually.length > 0)
    .map((suite) => ({ ...suite, config: suite.usualConfig ?? suite.config, files: suite.usually ?? [] }));
};

const runVitest = async ({ config, files, reporters = [] }, environment) => {
  const work = mkdtempSync(path.join(tmpdir(), 'irisflow-test-'));
  const report = path.join(work, 'report.json');
  const { code } = await run(
    [
      process.execPath,
      vitest,
      'run',
      ...files,
      '--config',
      config,
      '--reporter=default',
      `--reporter=${path.join(root, 'scripts/lib/test-reporter.mjs')}`,
      ...reporters.map((reporter) => `--reporter=${reporter}`),
    ],
    { env: { ...environment, IRISFLOW_TEST_REPORT: report } },
  );
  const result = readTestReport(report);
  rmSync(work, { recursive: true, force: true });
  const isUnexplained = code !== 0 && result.failed === 0;
  return isUnexplained ? { ...result, failed: 1, stories: [`vitest ended with ${code}, and names no test`] } : result;
};

const runCheck = async ({ command }) => {
  const { code } = await run(command);
  return code === 0
    ? { passed: 1, failed: 0, stories: [] }
    : { passed: 0, failed: 1, stories: ['npm run check: see its output above'] };
};

const minutes = (since) => `${((performance.now() - since) / 60_000).toFixed(1)} min`;

const main = async () => {
  const chosen = chosenSuites();
  await prepare();
  const chromium = chosen.some(({ name }) => name === 'journeys') ? await findChromium() : '';
  const rows = [];
  for (const suite of chosen) {
    console.log(`\n── ${suite.title}`);
    const since = performance.now();
    const environment = { IRISFLOW_TEST_CHROMIUM: chromium };
    const result = suite.command === undefined ? await runVitest(suite, environment) : await runCheck(suite);
    rows.push({ suite: suite.name, ...result, time: minutes(since) });
  }
  console.table(rows, ['suite', 'passed', 'failed', 'time']);
  for (const { suite, stories } of rows) for (const story of stories) console.log(`\nFailed in ${suite}: ${story}`);
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
