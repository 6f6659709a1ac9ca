// Writes docs/openapi.json and the client's types from the contract, and docs/engine-openapi.json from the routes of the engine. `--check` only says whether they are up to date.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const isCheck = process.argv.includes('--check');
const { describeApi } = await import('../engine/server/dist/api/openapi.js');
const { describeRestApi } = await import('../engine/broker/dist/index.js');

const work = mkdtempSync(path.join(tmpdir(), 'irisflow-api-'));
const openapi = `${JSON.stringify(describeApi(), null, 2)}\n`;
writeFileSync(path.join(work, 'openapi.json'), openapi);
execFileSync(
  process.execPath,
  [
    path.join(root, 'node_modules/openapi-typescript/bin/cli.js'),
    path.join(work, 'openapi.json'),
    '-o',
    path.join(work, 'api.gen.ts'),
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
const types = readFileSync(path.join(work, 'api.gen.ts'), 'utf8');
rmSync(work, { recursive: true });

const files = [
  [path.join(root, 'docs/openapi.json'), openapi],
  [path.join(root, 'docs/engine-openapi.json'), `${JSON.stringify(describeRestApi(), null, 2)}\n`],
  [path.join(root, 'forms-runtime/client/src/api.gen.ts'), types],
];
for (const [file, content] of files) {
  if (!isCheck) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) {
    console.error(
      `Expected ${path.relative(root, file)} to follow the contract, but it is stale: run node scripts/generate-api.mjs.`,
    );
    process.exitCode = 1;
  }
}
