import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { World } from './world.ts';

const run = promisify(execFile);
const folder = path.dirname(createRequire(import.meta.url).resolve('zbctl/package.json'));

/** Whether the command line client has a program for this machine. */
export const hasZbctl = process.platform === 'linux' && process.arch === 'x64';

/** Calls the public command line client with its defaults and gives what it prints; fails with what it complains of. */
export const zbctl = async (world: World, ...words: readonly string[]): Promise<string> => {
  const program = path.join(folder, 'bin', 'zbctl-cli.linux');
  const { stdout } = await run(program, [...words, '--insecure', '--address', world.rest.engine.broker.grpcAddress]);
  return stdout;
};

/** The same, for answers in JSON. */
export const zbctlJson = async (world: World, ...words: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse(await zbctl(world, ...words));
