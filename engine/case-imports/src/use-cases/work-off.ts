import { actingAs, actorLater, type Actor } from '@irisflow/access';
import { eraseFile, endImport, listToErase, releaseImport, takeImport, type ImportRow } from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkRows } from './check-rows.ts';
import { openReadyCases } from './open-cases.ts';

/** A file that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 120_000;
/** A store or engine that does not answer is asked again this much later. */
const RETRY_MS = 10_000;

/** Whoever sees some of the cases alone by now takes none over. */
const mayStill = (actor: Actor, { administration }: ImportRow): boolean =>
  actor.kind === 'person' &&
  actor.person.administration === administration &&
  actor.person.reach === undefined &&
  actor.person.roles.includes('supervisor');

/** Goes on with one file, as the person who asked for it; answers whether something of it is left. */
const goOn = async (given: Surroundings, row: ImportRow): Promise<boolean> => {
  const actor = await actorLater(given.database, row.started_by ?? '');
  if (!mayStill(actor, row)) {
    const to = row.state === 'running' ? 'stopped' : 'uploaded';
    await endImport(given.database, { id: row.id, from: row.state, to, at: given.clock.now() });
    return false;
  }
  const surroundings = actingAs(given, actor);
  return row.state === 'checking' ? checkRows(surroundings, row) : openReadyCases(surroundings, actor, row);
};

const endOf = (row: ImportRow): 'checked' | 'finished' => (row.state === 'checking' ? 'checked' : 'finished');

/**
 * Looks through a stretch of one file, or opens cases from it. Whoever stops the platform does not wait for ten thousand: what is
 * left is for the next round, which the bell calls. Answers how many files were at work.
 */
export const workOffImports = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, importBell } = surroundings;
  const row = await takeImport(database, { at: clock.now(), keepMs: KEEP_MS });
  if (row === undefined) return 0;
  try {
    const isLeft = await goOn(surroundings, row);
    const at = clock.now();
    if (isLeft) await releaseImport(database, { id: row.id, at });
    else await endImport(database, { id: row.id, from: row.state, to: endOf(row), at });
    importBell.ring();
    return 1;
  } catch (thrown) {
    await releaseImport(database, { id: row.id, at: clock.now() + RETRY_MS });
    throw thrown;
  }
};

/** Takes uploaded rows away whose time is over. */
export const sweepImports = async ({ database, clock }: Surroundings): Promise<void> => {
  for (const id of await listToErase(database, clock.now()))
    await database.transaction((tx) => eraseFile(tx, { id, at: clock.now() }));
};
