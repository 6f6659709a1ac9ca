import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Play } from './play.ts';

const folder = join(import.meta.dirname, '../../../corpus');

/** A play that once told the engine and the reference apart. */
export interface Remembered {
  readonly name: string;
  readonly played: Play;
}

/** All remembered plays; they are played before anything new. */
export const readCorpus = (): readonly Remembered[] => {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, played: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Play }));
};

/** Remembers a play, and gives the name of its file. */
export const remember = (played: Play): string => {
  const text = `${JSON.stringify(played, null, 2)}\n`;
  const name = `process-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return name;
};
