// Compiles the models of other tools, as a deployment does: `npm run interchange -- <folder> [<folder> …]`.
// Prints what became of them and writes it, with its date, to docs/interchange.md.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { install, requireNode } from './lib/prepare.mjs';
import { runConformance } from './lib/run-conformance.mjs';

const folders = process.argv.slice(2).map((folder) => path.resolve(folder));
const missing = folders.filter((folder) => !existsSync(folder));
if (folders.length === 0 || missing.length > 0) {
  const found = folders.length === 0 ? 'none was named' : `there is no ${missing.join(', ')}`;
  console.error(`Expected folders with .bpmn files, but ${found}: npm run interchange -- <folder> [<folder> …]`);
  process.exit(1);
}

requireNode();
await install();
const env = { IRISFLOW_INTERCHANGE: folders.join(path.delimiter) };
process.exitCode = await runConformance({ where: 'src/interchange', page: 'interchange', env });
