// Plays the scenarios of procedure folders on the core and writes what became of each to a page with the day, the commit and the
// machine: `npm run scenarios -- [--page <file>] [<folder> …]`, without folders those below examples. One that does not hold fails
// the run after all have been played; its page is written all the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compiler } from './lib/compiler.mjs';
import { table } from './lib/markdown-table.mjs';
import { install, requireNode } from './lib/prepare.mjs';
import { procedureFolders } from './lib/procedure-folders.mjs';
import { root } from './lib/root.mjs';
import { run, runOrFail } from './lib/run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', default: path.join(root, 'test-results', 'scenarios.md') },
    // For whoever has just compiled.
    compiled: { type: 'boolean', default: false },
  },
});
const page = path.resolve(values.page);

if (!values.compiled) {
  requireNode();
  await install();
  await runOrFail([...compiler, '-b', 'engine/server'], { quiet: true });
}
const { readProcedure } = await import('../engine/server/dist/scenarios/index.js');
const { coverProcedure, differenceText, runScenario } = await import('../engine/scenarios/dist/index.js');

/** What became of one scenario; one that cannot be played at all has failed like one that ends otherwise. */
const play = async (procedure, { file, scenario }) => {
  const began = performance.now();
  const result = await runScenario(procedure, scenario).then(
    ({ differences, footprint }) => ({ faults: differences.map(differenceText), footprint }),
    (error) => ({ faults: [String(error)], footprint: undefined }),
  );
  return { ...result, file, title: scenario.title, milliseconds: Math.round(performance.now() - began) };
};

const playFolder = async (folder) => {
  const procedure = readProcedure(folder);
  const played = [];
  for (const one of procedure.scenarios) played.push(await play(procedure, one));
  const footprints = played.flatMap(({ footprint }) => footprint ?? []);
  return { title: procedure.title.en, played, coverage: coverProcedure(procedure.own, footprints) };
};

const share = (list) => `${list.filter(({ scenarios }) => scenarios > 0).length} of ${list.length}`;
const failed = ({ played }) => played.filter(({ faults }) => faults.length > 0);

const summary = (results) =>
  table(
    ['Procedure', 'Hold', 'Fail', 'Elements reached', 'Ways out of choices taken'],
    results.map((one) => [
      one.title,
      one.played.length - failed(one).length,
      failed(one).length,
      share(one.coverage.flatMap(({ elements }) => elements)),
      share(one.coverage.flatMap(({ choices }) => choices)),
    ]),
  );

const section = ({ title, played }) => [
  `## ${title}`,
  table(
    ['Result', 'Scenario', 'File', 'Milliseconds', 'What was otherwise'],
    played.map(({ faults, title: name, file, milliseconds }) => [
      faults.length === 0 ? '✅ holds' : '❌ **fails**',
      name,
      `\`${file}\``,
      milliseconds,
      faults.join(' '),
    ]),
  ),
];

const commit = async () => {
  const head = await run(['git', 'rev-parse', '--short=12', 'HEAD'], { quiet: true });
  if (head.code !== 0) return 'no commit';
  const { output } = await run(['git', 'status', '--porcelain'], { quiet: true });
  return output.trim() === '' ? head.output.trim() : `${head.output.trim()} with changes`;
};

const machine = () =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node.js ${process.version}`;

const folders = positionals.length > 0 ? positionals.map((folder) => path.resolve(folder)) : procedureFolders();
const results = [];
for (const folder of folders) results.push(await playFolder(folder));
// One that brings no scenarios has no result: tests through the front door play it.
const withScenarios = results.filter(({ played }) => played.length > 0);
const all = withScenarios.flatMap(({ played }) => played);
const failures = withScenarios.flatMap(failed);

mkdirSync(path.dirname(page), { recursive: true });
writeFileSync(
  page,
  `${[
    '# Result of the scenarios',
    `Played on ${new Date().toISOString()} at ${await commit()}, by ${machine()}.`,
    `**${all.length - failures.length} of ${all.length} scenarios hold.**`,
    summary(withScenarios),
    ...withScenarios.flatMap(section),
  ].join('\n\n')}\n`,
);
for (const { file, faults } of failures) console.error(`${file}: ${faults.join(' ')}`);
console.log(`${all.length - failures.length} of ${all.length} scenarios hold; ${path.relative(root, page)} says more.`);
if (failures.length > 0 || all.length === 0) process.exitCode = 1;
