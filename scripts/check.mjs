// Format, types, lint, import rules, dead code, spelling, versions, spaces of French texts, generated files and pages. Green on every commit.
import { requireNode, install } from './lib/prepare.mjs';
import { compiler } from './lib/compiler.mjs';
import { runLanes } from './lib/lanes.mjs';
import { run } from './lib/run.mjs';

const bin = (name) => `node_modules/.bin/${name}`;
const quietly = (...command) => run(command, { quiet: true });
const rooms = ['engine', 'connectors', 'forms-runtime', 'designer'];
/** With a compiler it does not know, dependency-cruiser sees no module and finds no fault; this is how we notice. */
const moduleFloor = 1200;

const countModules = (output) => Number(/\((\d+) modules|(\d+) modules,/.exec(output)?.slice(1).find(Boolean) ?? 0);

const cruise = async () => {
  const result = await quietly(bin('depcruise'), ...rooms, '--config', '.dependency-cruiser.cjs');
  const modules = countModules(result.output);
  if (result.code !== 0 || modules >= moduleFloor) return result;
  return {
    code: 1,
    output: `Expected at least ${moduleFloor} modules, but only ${modules} were looked at.\n${result.output}`,
  };
};

/** The compiler goes first: the linter and the generator read what it builds. */
const checks = [
  { title: 'Types', work: () => quietly(...compiler, '-b') },
  { title: 'Spelling', work: () => quietly(bin('cspell'), '--no-progress', '--no-summary', '--dot') },
  { title: 'Format', work: () => quietly(bin('oxfmt'), '--check', '.') },
  { title: 'Dead code', work: () => quietly(bin('knip'), '--no-progress', '--no-config-hints') },
  { title: 'Lint', after: 'Types', work: () => quietly(bin('oxlint'), '--type-aware', '--deny-warnings', '.') },
  { title: 'Import rules', work: cruise },
  { title: 'Versions', work: () => quietly(bin('sherif'), '--fail-on-warnings') },
  {
    title: 'Generated files',
    after: 'Types',
    work: () => quietly(process.execPath, 'scripts/generate-api.mjs', '--check'),
  },
  {
    title: 'Page of procedures',
    after: 'Types',
    work: () => quietly(process.execPath, 'scripts/procedures.mjs', '--check'),
  },
  { title: 'Texts', work: () => quietly(process.execPath, 'scripts/unique-texts.mjs') },
  { title: 'French spaces', work: () => quietly(process.execPath, 'scripts/french-spaces.mjs', '--check') },
  { title: 'Generated tables', work: () => quietly(process.execPath, 'scripts/generate-tables.mjs', '--check') },
];

const report = ({ title, result, seconds }) => {
  const isGood = result.code === 0;
  process.stdout.write(`${isGood ? '✓' : '✗'} ${title} ${seconds.toFixed(1)} s\n${isGood ? '' : result.output}`);
};

requireNode();
await install();
const results = await runLanes(checks, { lanes: 2, report });
const failed = results.filter(({ code }) => code !== 0).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
