import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder that only its owner may enter, where there is none, and those above it. One by one: asked to make them
 * all, Node tries for ever where none can be made, as in `/proc`.
 */
export const makePrivateFolder = (path: string): void => {
  const folder = resolve(path);
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (!existsSync(above)) makePrivateFolder(above);
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER });
  } catch (cause) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw cause;
  }
};
