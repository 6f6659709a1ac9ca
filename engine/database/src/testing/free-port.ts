import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Below the range from which systems serve whoever does not care, so that no connection takes a port that was picked. */
const FIRST = 15_000;
const COUNT = 17_000;
/** Whoever picked a port listens to it by then. */
const KEPT_MS = 60_000;

const folder = join(tmpdir(), 'irisflow-test-ports');

/** Keeps a port for this caller, whatever other test processes pick at the same time. */
const keep = (port: number): boolean => {
  const file = join(folder, String(port));
  mkdirSync(folder, { recursive: true });
  try {
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && Date.now() - made > KEPT_MS) rmSync(file, { force: true });
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/**
 * A port on loopback for a server that a test starts a while later, as an address that must be known before.
 * No other test is given it in the meantime, in whichever process it runs.
 */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (keep(port) && (await canListen(port))) return port;
  }
};
