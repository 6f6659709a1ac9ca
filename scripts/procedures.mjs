// Plays the scenarios of every procedure folder below examples on the core and writes what they prove to docs/procedures.md:
// `npm run procedures`. `--check` only says whether the page is up to date; both fail where a scenario does not hold. `--draw` draws
// each process anew, for which it needs a browser.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compiler } from './lib/compiler.mjs';
import { drawProcesses } from './lib/draw-processes.mjs';
import { table } from './lib/markdown-table.mjs';
import { install, requireNode } from './lib/prepare.mjs';
import { procedureFolders } from './lib/procedure-folders.mjs';
import { root } from './lib/root.mjs';
import { runOrFail } from './lib/run.mjs';

const isCheck = process.argv.includes('--check');
const page = path.join(root, 'docs/procedures.md');
const pictures = path.join(root, 'docs/pictures/procedures');

// The check has compiled before.
if (!isCheck) {
  requireNode();
  await install();
  await runOrFail([...compiler, '-b', 'engine/server'], { quiet: true });
}
const { readProcedure } = await import('../engine/server/dist/scenarios/index.js');
const { coverProcedure, differenceText, runScenario } = await import('../engine/scenarios/dist/index.js');

const folders = procedureFolders().map((folder) => ({ folder, procedure: readProcedure(folder) }));

const isProcess = (name) => name.endsWith('.bpmn');
const pictureOf = (folder, file) => path.join(pictures, `${path.basename(folder)}.${path.basename(file, '.bpmn')}.svg`);

const drawAll = async () => {
  const files = folders.flatMap(({ folder }) =>
    readdirSync(folder)
      .filter(isProcess)
      .map((name) => ({ file: path.join(folder, name), picture: pictureOf(folder, name) })),
  );
  const drawings = await drawProcesses(files.map(({ file }) => file));
  mkdirSync(pictures, { recursive: true });
  files.forEach(({ picture }, index) => writeFileSync(picture, drawings[index]));
};
if (process.argv.includes('--draw')) await drawAll();

/** The drawings of a folder that there are, each under its name. */
const pictureLinks = (folder) =>
  readdirSync(folder)
    .filter(isProcess)
    .map((name) => ({ name, picture: pictureOf(folder, name) }))
    .filter(({ picture }) => existsSync(picture))
    .map(({ name, picture }) => `![${name}](${path.relative(path.dirname(page), picture).split(path.sep).join('/')})`);

const kinds = {
  startEvent: 'start',
  endEvent: 'end',
  intermediateCatchEvent: 'event',
  intermediateThrowEvent: 'event',
  boundaryEvent: 'event at the edge',
  userTask: 'task of a person',
  serviceTask: 'connector',
  sendTask: 'connector',
  scriptTask: 'calculation',
  businessRuleTask: 'decision table',
  callActivity: 'block or process',
  subProcess: 'sub-process',
  eventSubProcess: 'event sub-process',
  exclusiveGateway: 'choice',
  inclusiveGateway: 'choice of several',
  parallelGateway: 'all at once',
  eventBasedGateway: 'wait for the first',
};

const reached = (list) => list.filter(({ scenarios }) => scenarios > 0).length;
const share = (list) => `${reached(list)} of ${list.length}`;

/** What each scenario did, and where its instances have been. */
const play = async (procedure) => {
  const played = [];
  for (const { file, scenario } of procedure.scenarios) {
    const { differences, footprint } = await runScenario(procedure, scenario);
    const faults = differences.map(differenceText);
    if (faults.length > 0) throw new Error(`${procedure.key}/tests/${file}: ${faults.join(' ')}`);
    played.push({ file, scenario, footprint });
  }
  return played;
};

const processSection = ({ processId, name, elements, choices }) => {
  const nameOf = new Map(elements.map((element) => [element.id, element.name]));
  const missed = choices.filter(({ scenarios }) => scenarios === 0);
  return [
    `### ${name} (\`${processId}\`)`,
    table(
      ['Element', 'Kind', 'Scenarios that reach it'],
      elements.map((element) => [element.name, kinds[element.kind] ?? element.kind, element.scenarios || 'none']),
    ),
    missed.length === 0
      ? 'Every way out of every choice is taken.'
      : `Not taken: ${missed.map(({ from, to }) => `${nameOf.get(from)} → ${nameOf.get(to)}`).join('; ')}.`,
  ];
};

const scenarioRows = (played, ids) =>
  played.map(({ file, scenario, footprint }) => [
    scenario.title,
    scenario.when.length,
    scenario.then.rests.join(', '),
    ids.filter((id) => footprint.elements.has(id)).length,
    `\`${file}\``,
  ]);

/** What the scenarios of a folder prove by name, one row each. */
const proofRows = (title, played) =>
  played.flatMap(({ file, scenario }) =>
    (scenario.proves ?? []).map((proof) => [proof, title, scenario.title, `\`${file}\``]),
  );

const folderSection = async ({ folder, procedure }) => {
  const where = path.relative(path.dirname(page), folder).split(path.sep).join('/');
  const heading = [
    `## ${procedure.title.en}`,
    `[${where.replace('../', '')}](${where}): ${procedure.title.fr} / ${procedure.title.nl}.`,
    ...pictureLinks(folder),
  ];
  if (procedure.scenarios.length === 0)
    return {
      row: [procedure.title.en, 0, '', ''],
      proofs: [],
      text: [...heading, 'Its folder brings no scenarios; tests through the front door play it.'],
    };
  const played = await play(procedure);
  const coverage = coverProcedure(
    procedure.own,
    played.map(({ footprint }) => footprint),
  );
  const ids = coverage.flatMap(({ elements }) => elements.map(({ id }) => id));
  const all = (part) => share(coverage.flatMap((process) => process[part]));
  return {
    row: [procedure.title.en, played.length, all('elements'), all('choices')],
    proofs: proofRows(procedure.title.en, played),
    text: [
      ...heading,
      table(['Scenario', 'Steps', 'Ends at', 'Elements', 'File'], scenarioRows(played, ids)),
      ...coverage.flatMap(processSection),
    ],
  };
};

const writePage = async () => {
  const sections = [];
  for (const one of folders) sections.push(await folderSection(one));
  return `${[
    '# Procedures and what their scenarios reach',
    'Written by `npm run procedures`, which plays every scenario of the folders below [examples](../examples) on the core of the engine, with a clock that can be moved. An element is reached when it begins. Elements of blocks of the platform count with the platform.',
    table(
      ['Procedure', 'Scenarios', 'Elements reached', 'Ways out of choices taken'],
      sections.map(({ row }) => row),
    ),
    '## Exceptions that were asked for by name',
    table(
      ['Exception', 'Procedure', 'How it ends', 'File'],
      sections
        .flatMap(({ proofs }) => proofs)
        .toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true })),
    ),
    ...sections.flatMap(({ text }) => text),
  ].join('\n\n')}\n`;
};

const written = await writePage();
if (!isCheck) writeFileSync(page, written);
else if (!existsSync(page) || readFileSync(page, 'utf8') !== written) {
  console.error('Expected docs/procedures.md to follow the scenarios, but it is stale: run npm run procedures.');
  process.exitCode = 1;
}
