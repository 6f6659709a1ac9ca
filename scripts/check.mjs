// Format, lint, types, import rules, dead code, spelling, versions, generated files. Green on every commit.
import { requireNode, install } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { step } from './lib/step.mjs';

const bin = (name) => `node_modules/.bin/${name}`;
const rooms = ['engine', 'connectors', 'forms-runtime', 'designer'];
/** With a compiler it does not know, dependency-cruiser sees no module and finds no fault; this is how we notice. */
const moduleFloor = 400;

const countModules = (output) => Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);

const cruise = async () => {
  const result = await run([bin('depcruise'), ...rooms, '--config', '.dependency-cruiser.cjs'], { quiet: true });
  const modules = countModules(result.output);
  if (result.code === 0 && modules < moduleFloor) {
    return {
      code: 1,
      output: `Expected at least ${moduleFloor} modules, but only ${modules} were looked at.\n${result.output}`,
    };
  }
  return result;
};

const checks = [
  ['Format', () => run([bin('oxfmt'), '--check', '.'], { quiet: true })],
  ['Types', () => run([bin('tsc'), '-b'], { quiet: true })],
  ['Lint', () => run([bin('oxlint'), '--type-aware', '--deny-warnings', '.'], { quiet: true })],
  ['Import rules', cruise],
  ['Dead code', () => run([bin('knip'), '--no-progress'], { quiet: true })],
  ['Spelling', () => run([bin('cspell'), '--no-progress', '--no-summary', '--dot', '.'], { quiet: true })],
  ['Versions', () => run([bin('sherif'), '--fail-on-warnings'], { quiet: true })],
  ['Generated files', () => run([process.execPath, 'scripts/generate-api.mjs', '--check'], { quiet: true })],
];

requireNode();
await install();
let failed = 0;
for (const [title, check] of checks) {
  const result = await step(title, check);
  if (result.code !== 0) {
    failed += 1;
    process.stdout.write(`${result.output}\n✗ ${title}\n`);
  }
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
