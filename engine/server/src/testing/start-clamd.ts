import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connectScanner } from '../start/create-file-scanner.ts';

/** What the scanner of the tests takes for a virus, wherever it stands in a file. */
export const threat = 'IRISFLOW-TEST-THREAT';

export interface Clamd {
  /** As the setting has it. */
  readonly address: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and takes its folder away. */
  remove(): Promise<void>;
}

const PATIENCE_MS = 30_000;

const answers = async (address: string): Promise<boolean> => {
  const socket = connectScanner(address);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** The real clamd, with one signature of its own in place of those that it would fetch. */
export const createClamd = (): Clamd => {
  const folder = mkdtempSync(path.join(tmpdir(), 'irisflow-clamd-'));
  const socket = path.join(folder, 'clamd.sock');
  const settings = path.join(folder, 'clamd.conf');
  writeFileSync(path.join(folder, 'test.ndb'), `Irisflow.Test:0:*:${Buffer.from(threat).toString('hex')}\n`);
  writeFileSync(
    settings,
    [`DatabaseDirectory ${folder}`, `LocalSocket ${socket}`, 'Foreground yes', 'StreamMaxLength 20M'].join('\n'),
  );
  const address = `clamd://${socket}`;
  let running: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (running === undefined) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    running = undefined;
    await gone;
    rmSync(socket, { force: true });
  };
  return {
    address,
    start: async () => {
      running = spawn('clamd', ['--config-file', settings], { stdio: 'ignore' });
      running.once('error', (thrown) =>
        process.stderr.write(`Expected clamd (Debian: clamav-daemon): ${thrown.message}\n`),
      );
      for (const until = Date.now() + PATIENCE_MS; !(await answers(address)); await setTimeout(100))
        if (Date.now() > until) throw new Error(`Expected clamd to listen within ${PATIENCE_MS} ms, but it does not`);
    },
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
