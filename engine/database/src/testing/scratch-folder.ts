import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** What all stores of a run together never reach, in bytes; containers often have 64 MB there. */
const ROOM = 8 * 1024 ** 3;

const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Where stores lie that are thrown away: in memory where there is room, since a copied store is a thousand small files. */
export const scratchRoot = (): string => (existsSync(MEMORY) && freeIn(MEMORY) > ROOM ? MEMORY : tmpdir());

/** A new folder for a store of the tests; whoever makes it removes it. */
export const makeScratchFolder = (prefix: string): string => mkdtempSync(join(scratchRoot(), prefix));
