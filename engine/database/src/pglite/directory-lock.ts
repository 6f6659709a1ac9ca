import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { DatabaseFault } from '../database-fault.ts';
import { makePrivateFolder, PRIVATE_FILE } from '../private-files.ts';
import { sharedFilesystemAt } from './shared-filesystem.ts';

const LOCK_NAME = 'irisflow.lock';
const ATTEMPTS = 5;

const reasonOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** Read for people only: who leads is what the kernel says, never what stands in the file. */
const holderOf = (lock: string): string => {
  try {
    const { pid, host } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: unknown; host: unknown };
    return typeof pid === 'number' && typeof host === 'string' ? `process ${pid} on ${host}` : 'another process';
  } catch {
    // Windows lets nobody read what another has locked.
    return 'another process';
  }
};

const cannotLock = (dir: string, reason: string, cause?: unknown) =>
  new DatabaseFault(
    'UNLOCKABLE',
    `Expected a filesystem that can lock ${dir} for one process, but ${reason}. Choose a folder on a disk of this machine.`,
    { cause },
  );

const openLock = (dir: string): number => {
  try {
    makePrivateFolder(dir);
    const fd = openSync(join(dir, LOCK_NAME), constants.O_RDWR | constants.O_CREAT, PRIVATE_FILE);
    fchmodSync(fd, PRIVATE_FILE);
    return fd;
  } catch (thrown) {
    throw new DatabaseFault('UNWRITABLE', `Expected to write to the data folder ${dir}, but ${reasonOf(thrown)}`, {
      cause: thrown,
    });
  }
};

const tryOn = (dir: string, fd: number): boolean => {
  try {
    return tryLock(fd);
  } catch (thrown) {
    // What Windows answers when another has it.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EBUSY') return false;
    throw cannotLock(dir, `its locks fail: ${reasonOf(thrown)}`, thrown);
  }
};

/** Somebody may have removed the file between our opening and our locking: then we hold a file that nobody else sees. */
const isStillThere = (dir: string, fd: number): boolean =>
  statSync(join(dir, LOCK_NAME), { bigint: true, throwIfNoEntry: false })?.ino === fstatSync(fd, { bigint: true }).ino;

/** A filesystem without locks lets everybody have them: a second open file must be refused. */
const requireHeld = (dir: string): void => {
  const second = openLock(dir);
  try {
    if (tryOn(dir, second)) throw cannotLock(dir, 'it gives the same lock twice');
  } finally {
    closeSync(second);
  }
};

const nameHolder = (fd: number): void => {
  ftruncateSync(fd);
  writeSync(fd, JSON.stringify({ pid: process.pid, host: hostname() }), 0);
};

const claim = (dir: string, fd: number): boolean => {
  if (!tryOn(dir, fd))
    throw new DatabaseFault(
      'LOCKED',
      `Expected to open ${dir} alone, but ${holderOf(join(dir, LOCK_NAME))} holds it (${join(dir, LOCK_NAME)})`,
    );
  if (!isStillThere(dir, fd)) return false;
  requireHeld(dir);
  nameHolder(fd);
  return true;
};

const openClaimed = (dir: string): number => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const fd = openLock(dir);
    try {
      if (claim(dir, fd)) return fd;
    } catch (thrown) {
      closeSync(fd);
      throw thrown;
    }
    closeSync(fd);
  }
  throw cannotLock(dir, `${LOCK_NAME} is replaced while it is locked`);
};

/**
 * Takes `dir` for this process alone and returns how to give it back; fails when another process holds it, naming it, when
 * it cannot be written, and when its filesystem cannot hold a lock. The kernel keeps the lock with the open file and frees
 * it when the process ends, however it ends; every process of the machine sees it, whatever namespaces it lives in. The
 * file itself stays: removing it would let a third process lock a new one beside a second that has just locked the old.
 */
export const lockDirectory = (dir: string): (() => void) => {
  closeSync(openLock(dir));
  const shared = sharedFilesystemAt(dir);
  if (shared !== null) throw cannotLock(dir, `it is on ${shared}, which other machines may write too`);
  const fd = openClaimed(dir);
  return () => closeSync(fd);
};
