// Runs the public compatibility kit of DMN, which is not part of this repository: `npm run kit -- <path of its checkout>`.
// Get it with `git clone https://github.com/dmn-tck/tck`. Date and result go to docs/decision-kit.md.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { install, requireNode } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

const page = 'docs/decision-kit.md';
const [where = ''] = process.argv.slice(2);
const checkout = path.resolve(process.env.INIT_CWD ?? '.', where);
const cases = [path.join(checkout, 'TestCases'), checkout].find((folder) =>
  existsSync(path.join(folder, 'compliance-level-2')),
);

/** The commit of a checkout; a copy without history has none. */
const commitOf = async (folder) => {
  const { code, output } = await run(['git', '-C', folder, 'rev-parse', 'HEAD'], { quiet: true });
  return code === 0 ? output.trim() : 'unknown';
};

const play = async () => {
  requireNode();
  await install();
  const env = { IRISFLOW_TCK: cases, IRISFLOW_TCK_COMMIT: process.env.IRISFLOW_TCK_COMMIT ?? (await commitOf(cases)) };
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run([process.execPath, vitest, 'run', '--project', 'dmn', 'test/tck'], { env });
  await run([path.join('node_modules', '.bin', 'oxfmt'), page], { quiet: true });
  return code;
};

if (cases === undefined) {
  console.log(
    `Skipped the compatibility kit of DMN: expected its checkout at "${where}", but there is none. See scripts/kit.mjs.`,
  );
} else {
  process.exitCode = await play();
}
