import { actingAs, actorLater, type Actor } from '@irisflow/access';
import {
  countWaitingMessages,
  eraseFile,
  endImport,
  listToErase,
  releaseImport,
  takeImport,
  type ImportRow,
} from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkRows } from './check-rows.ts';
import { takeRightsOver } from './take-over.ts';

/** A file that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 120_000;
/** A store or engine that does not answer is asked again this much later. */
const RETRY_MS = 10_000;
/** What came in and never became whole: whoever sent it has long gone. */
const BROKEN_MS = 24 * 3600 * 1000;
/**
 * So many messages may wait to go out before no more rights are taken over: each starts a process, and whoever else has something
 * to tell one waits behind them. At a hundred a second that is ten seconds.
 */
const MOST_WAITING = 1000;
const REST_MS = 1000;

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
  return row.state === 'checking' ? checkRows(surroundings, row) : takeRightsOver(surroundings, actor, row);
};

/** Whether the processes of what was taken over before have to catch up first. */
const hasToRest = async ({ database }: Surroundings, { state }: ImportRow): Promise<boolean> =>
  state === 'running' && (await countWaitingMessages(database, MOST_WAITING)) >= MOST_WAITING;

const endOf = (row: ImportRow): 'checked' | 'finished' => (row.state === 'checking' ? 'checked' : 'finished');

/**
 * Looks through a stretch of one file, or takes rights over from it. Whoever stops the platform does not wait for a hundred
 * thousand: what is left is for the next round, which the bell calls. Answers how many files were at work.
 */
export const workOffRightImports = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, rightImportBell } = surroundings;
  const row = await takeImport(database, { at: clock.now(), keepMs: KEEP_MS });
  if (row === undefined) return 0;
  try {
    if (await hasToRest(surroundings, row)) {
      await releaseImport(database, { id: row.id, at: clock.now() + REST_MS });
      return 0;
    }
    const isLeft = await goOn(surroundings, row);
    const at = clock.now();
    if (isLeft) await releaseImport(database, { id: row.id, at });
    else await endImport(database, { id: row.id, from: row.state, to: endOf(row), at });
    rightImportBell.ring();
    return 1;
  } catch (thrown) {
    await releaseImport(database, { id: row.id, at: clock.now() + RETRY_MS });
    throw thrown;
  }
};

/** Takes uploaded rows away whose time is over, and those of files that never came in whole. */
export const sweepRightImports = async ({ database, clock }: Surroundings): Promise<void> => {
  const at = clock.now();
  for (const id of await listToErase(database, { at, brokenBefore: at - BROKEN_MS }))
    await database.transaction((tx) => eraseFile(tx, { id, at }));
};
