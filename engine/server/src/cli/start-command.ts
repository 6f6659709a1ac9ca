import { parseArgs } from 'node:util';
import { readConfig } from '../config/config.ts';
import { readRoles } from '../start/role.ts';
import { createStopStack } from '../start/stop-stack.ts';
import { welcomeScreen } from '../start/welcome-screen.ts';
import type { Run } from './command.ts';

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

export const runStart: Run = async (parameters) => {
  const since = performance.now();
  const { values } = parseArgs({ args: [...parameters], options: { role: { type: 'string', default: 'all' } } });
  const roles = readRoles(values.role, (process.env['ZEEBE_ADDRESS'] ?? '') !== '');
  const config = readConfig(process.env, roles);
  // Only now, when the settings are right: loading takes longer than reading them.
  const { startPlatform } = await import('../start/start-platform.ts');
  const stops = createStopStack(reportStop);
  const stopped = stopSignal();
  try {
    const welcome = await startPlatform(config, roles, stops);
    process.stdout.write(welcomeScreen({ ...welcome, seconds: (performance.now() - since) / 1000 }));
    await stopped;
    process.stdout.write('Stopping …\n');
    return 0;
  } finally {
    guardStop();
    await stops.stop();
  }
};
