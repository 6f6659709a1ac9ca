import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DatabaseLocation } from '@irisflow/database';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The process runs the build: a child cannot run the sources on Node 20. */
const checkBuild = (): void => {
  for (const build of ['../../dist/index.js', '../../../database/dist/index.js']) {
    if (existsSync(here(build))) continue;
    throw new Error(`Expected the build at ${here(build)}, but it is missing; run "npx tsc -b engine/broker" first`);
  }
};

/** A broker in a process of its own, which can be killed. */
export interface BrokerProcess {
  /** `host:port` of its gRPC gateway. */
  readonly address: string;
  /** Ends the process without a word, as a power failure does. */
  kill(): Promise<void>;
  /** Lets the broker stop in good order. */
  stop(): Promise<void>;
}

const endWith = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill(signal);
  await exited;
};

/** Starts a broker on a store that nobody else has open; fails when it ends before it listens. */
export const startBrokerProcess = async (location: DatabaseLocation): Promise<BrokerProcess> => {
  checkBuild();
  const child = fork(here('../../bench/serve.mjs'), [JSON.stringify(location)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Not the conditions of the test runner: the child runs the build.
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { address } = await new Promise<{ address: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { address: string }));
    child.once('exit', (code) => reject(new Error(`Expected the broker to start, but it ended with ${code}`)));
  });
  return { address, kill: () => endWith(child, 'SIGKILL'), stop: () => endWith(child, 'SIGTERM') };
};
