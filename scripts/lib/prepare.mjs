import { existsSync } from 'node:fs';
import path from 'node:path';
import { compiler } from './compiler.mjs';
import { root } from './root.mjs';
import { runOrFail } from './run.mjs';
import { fingerprint, isUpToDate, remember } from './stamp.mjs';
import { step } from './step.mjs';

const pnpm = ['npx', '--yes', 'pnpm@10.34.9'];
const rooms = ['engine', 'connectors', 'forms-runtime', 'designer', 'examples'];
/** What runs; everything it needs is compiled with it, the tests are not. */
const programs = ['engine/server', 'forms-runtime/portal', 'forms-runtime/desk', 'designer'];
const apps = ['@irisflow/portal', '@irisflow/desk', '@irisflow/designer'];

/** Says it before npm or TypeScript fail in a way that nobody understands. */
export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    console.error(
      `Expected Node 20.20 or newer, but this is Node ${process.versions.node}. Install a newer Node and try again.`,
    );
    process.exit(1);
  }
};

export const install = async () => {
  const stamp = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']);
  if (existsSync(path.join(root, 'node_modules')) && isUpToDate('install', stamp)) return;
  await step('Installing the libraries', () => runOrFail([...pnpm, 'install', '--frozen-lockfile'], { quiet: true }));
  remember('install', stamp);
};

/** Compiles what changed, and bundles the server and the three apps. */
export const build = async () => {
  const stamp = fingerprint([...rooms, 'scripts/lib', 'tsconfig.base.json', 'pnpm-lock.yaml']);
  if (isUpToDate('build', stamp)) return;
  await step('Compiling', () => runOrFail([...compiler, '-b', ...programs], { quiet: true }));
  // Its library is there only once the libraries were installed.
  const { bundleProgram } = await import('./bundle-program.mjs');
  await step('Bundling the server', bundleProgram);
  for (const app of apps) {
    await step(`Bundling ${app}`, () => runOrFail([...pnpm, '--filter', app, 'build'], { quiet: true }));
  }
  remember('build', stamp);
};

export const prepare = async () => {
  requireNode();
  await install();
  await build();
};
