import { parseArgs } from 'node:util';
import { readConfig } from '../config/config.ts';
import { readRoles } from '../start/role.ts';
import { startPlatform } from '../start/start-platform.ts';
import { createStopStack } from '../start/stop-stack.ts';
import { welcomeScreen } from '../start/welcome-screen.ts';
import type { Command } from './command.ts';

const stopSeconds = 10;

const reportStop = (name: string, error: unknown): void => {
  process.stderr.write(`Stopping the ${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
};

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** Whoever waits for us (a terminal, an orchestrator) is not kept waiting by a part that hangs. */
const guardStop = (): void => {
  setTimeout(() => {
    process.stderr.write(
      `Expected to stop within ${stopSeconds} s, but something hangs. Nothing that was acknowledged is lost.\n`,
    );
    process.exit(1);
  }, stopSeconds * 1000).unref();
};

const run = async (parameters: readonly string[]): Promise<number> => {
  const since = performance.now();
  const { values } = parseArgs({ args: [...parameters], options: { role: { type: 'string', default: 'all' } } });
  const config = readConfig(process.env);
  const stops = createStopStack(reportStop);
  const stopped = stopSignal();
  try {
    const welcome = await startPlatform(config, readRoles(values.role, config.zeebeAddress !== ''), stops);
    process.stdout.write(welcomeScreen({ ...welcome, seconds: (performance.now() - since) / 1000 }));
    await stopped;
    process.stdout.write('Stopping …\n');
    return 0;
  } finally {
    guardStop();
    await stops.stop();
  }
};

export const startCommand: Command = {
  usage: 'start [--role all|broker|web|workers]',
  summary: 'Starts the platform, or some of its parts.',
  run,
};
