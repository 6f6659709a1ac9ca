import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFault } from './database-fault.ts';

/** Modes of what only its owner may read: the store holds personal data. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

const isTight = (found: Stats): boolean => process.platform === 'win32' || (found.mode & 0o077) === 0;

const tightenOne = (path: string, found: Stats): void => {
  if (isTight(found)) return;
  try {
    chmodSync(path, found.isDirectory() ? PRIVATE_FOLDER : PRIVATE_FILE);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DatabaseFault('UNWRITABLE', `Expected to keep ${path} for its owner alone, but ${reason}`, {
      cause: thrown,
    });
  }
};

/** Takes what others may do from `path` and from all that is in it; links are left alone, and so is what they name. */
export const keepPrivate = (path: string): void => {
  const found = lstatSync(path);
  if (found.isDirectory()) {
    tightenOne(path, found);
    for (const name of readdirSync(path)) keepPrivate(join(path, name));
  } else if (found.isFile()) tightenOne(path, found);
};

/** Makes a folder that only its owner may enter, where there is none. */
export const makePrivateFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
};
