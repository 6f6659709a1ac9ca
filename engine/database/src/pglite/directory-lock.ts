import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFault } from '../database-fault.ts';

interface Holder {
  readonly pid: number;
  /** Kernel start time of the process, so that a reused pid is not taken for the holder; null where there is no /proc. */
  readonly startTime: string | null;
}

const LOCK_NAME = 'irisflow.lock';

const startTimeOf = (pid: number): string | null => {
  try {
    // Field 22 of /proc/<pid>/stat; the second field is a name in parentheses that may contain spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it runs, as somebody else.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
};

const isAlive = ({ pid, startTime }: Holder): boolean =>
  isRunning(pid) && (startTime === null || startTimeOf(pid) === startTime);

const parseHolder = (text: string): Holder | null => {
  try {
    const holder: unknown = JSON.parse(text);
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || typeof holder.pid !== 'number')
      return null;
    const startTime = 'startTime' in holder && typeof holder.startTime === 'string' ? holder.startTime : null;
    return { pid: holder.pid, startTime };
  } catch {
    return null;
  }
};

const lockedFault = (dir: string, holder: Holder | null) =>
  new DatabaseFault(
    'LOCKED',
    `Expected to open ${dir} alone, but process ${holder?.pid ?? 'unknown'} holds it (${join(dir, LOCK_NAME)})`,
  );

const tryLink = (candidate: string, lock: string): boolean => {
  try {
    linkSync(candidate, lock);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  }
};

/** Moves a dead holder's lock aside. Between our look and our move somebody may have taken over: then theirs goes back. */
const moveAside = (dir: string, lock: string, judged: string) => {
  const aside = join(dir, `${LOCK_NAME}.${process.pid}.stale`);
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved !== judged && !tryLink(aside, lock)) throw lockedFault(dir, parseHolder(moved));
  unlinkSync(aside);
};

const claim = (dir: string, candidate: string): void => {
  const lock = join(dir, LOCK_NAME);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryLink(candidate, lock)) return;
    const text = existsSync(lock) ? readFileSync(lock, 'utf8') : null;
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder === null || isAlive(holder)) throw lockedFault(dir, holder);
    moveAside(dir, lock, text);
  }
  throw lockedFault(dir, null);
};

const makeWritable = (dir: string, candidate: string, text: string) => {
  try {
    mkdirSync(dir, { recursive: true });
    writeFileSync(candidate, text, { flag: 'wx' });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DatabaseFault('UNWRITABLE', `Expected to write to the data folder ${dir}, but ${reason}`, {
      cause: thrown,
    });
  }
};

let claims = 0;

/**
 * Takes `dir` for this process alone and returns how to give it back; fails with LOCKED naming the holder, or UNWRITABLE.
 * A lock is only ever taken over from a process that no longer runs, never because time has passed: a busy holder that
 * lost its lock would corrupt the store.
 */
export const lockDirectory = (dir: string): (() => void) => {
  claims += 1;
  const candidate = join(dir, `${LOCK_NAME}.${process.pid}.${claims}`);
  const holder: Holder = { pid: process.pid, startTime: startTimeOf(process.pid) };
  // The nonce makes two takeovers by one process distinguishable.
  makeWritable(dir, candidate, JSON.stringify({ ...holder, nonce: claims }));
  try {
    claim(dir, candidate);
  } finally {
    rmSync(candidate, { force: true });
  }
  return () => rmSync(join(dir, LOCK_NAME), { force: true });
};
