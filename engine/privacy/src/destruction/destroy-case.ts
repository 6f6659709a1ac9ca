import { appendAudit, eraseDetailsOf, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { contentOfCase, dropContent } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { EngineFailure, isEngineFailure } from '@irisflow/engine-client';
import { isoOf, jsonOf } from '@irisflow/foundation';
import { lockItem, setItem, type ItemRow } from '../storage/destructions.ts';
import { findDueCase, type DueRow } from '../storage/due-cases.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Obstacle } from '../views/retention.ts';
import { isProcessRunning, obstacleOf } from './obstacle-of.ts';
import { leftParties, lockMatter, partiesIn, partWith } from './part-with.ts';

/** After so many failures of the engine the case is kept: somebody has to look. */
const MOST_ATTEMPTS = 5;

const keep = (tx: Queryable, item: ItemRow, because: Obstacle) =>
  setItem(tx, item, { state: 'kept', kept_because: because });

/** The case when it may go today; else it is noted why it is kept. */
const judge = async ({ clock }: Surroundings, tx: Queryable, item: ItemRow): Promise<DueRow | null> => {
  const today = dayOf(clock.now());
  const rule = { procedureKey: item.procedure_key, outcome: item.outcome, years: item.years };
  const row = await findDueCase(tx, { caseId: item.case_id, rule, today });
  const obstacle = obstacleOf(row, today);
  if (row !== undefined && obstacle === null) return row;
  await keep(tx, item, obstacle ?? 'notDue');
  return null;
};

/** Says that the case goes now, or why it is kept. From here on nobody can place a hold on it. */
const begin = async (surroundings: Surroundings, item: ItemRow): Promise<DueRow | null> =>
  surroundings.database.transaction(async (tx) => {
    await lockMatter(tx, item.case_id);
    const locked = await lockItem(tx, item);
    if (locked?.state !== 'waiting' && locked?.state !== 'going') return null;
    const row = await judge(surroundings, tx, item);
    if (row === null) return null;
    await setItem(tx, item, { state: 'going', attempts: item.attempts });
    return row;
  });

type EngineAnswer = 'gone' | 'running';

/** What the engine keeps goes first: as long as it does not answer, nothing else does. */
const destroyInEngine = async (surroundings: Surroundings, row: DueRow): Promise<EngineAnswer> => {
  const { process_instance_key: now, earlier_instances: earlier } = row;
  const keys = now === null ? earlier : [...earlier, now];
  for (const key of keys) if (await isProcessRunning(surroundings, key)) return 'running';
  for (const key of keys)
    await surroundings.engine.deleteInstance(key).catch((thrown: unknown) => {
      if (!isEngineFailure(thrown, 'notFound')) throw thrown;
    });
  return 'gone';
};

const sum = (all: readonly Record<string, number>[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [table, rows] of Object.entries(counts)) total[table] = (total[table] ?? 0) + rows;
  return total;
};

const destroyRows = async (surroundings: Surroundings, tx: Queryable, item: ItemRow): Promise<void> => {
  const { administration, case_id: caseId } = item;
  const partyIds = await partiesIn(tx, caseId);
  const content = await contentOfCase(tx, caseId);
  const ofCase = await partWith(tx, 'case', caseId);
  await dropContent(tx, content);
  const ofParties = [];
  for (const id of await leftParties(tx, { partyIds, administration })) ofParties.push(await partWith(tx, 'party', id));
  const details = await eraseDetailsOf(surroundings, tx, { administration, caseId });
  const counts = sum([ofCase, ...ofParties, ...(details === 0 ? [] : [{ sealed_detail: details }])]);
  await setItem(tx, item, {
    state: 'destroyed',
    counts: jsonOf(counts),
    destroyed_at: isoOf(surroundings.clock.now()),
  });
  await appendAudit(surroundings, tx, {
    actor: job('retention'),
    action: 'case.destroyed',
    object: `case:${caseId}`,
    administration,
    detail: { destruction: item.destruction_id, outcome: item.outcome, years: item.years, closedOn: item.closed_on },
  });
};

const finish = (surroundings: Surroundings, begun: ItemRow): Promise<void> =>
  surroundings.database.transaction(async (tx) => {
    await lockMatter(tx, begun.case_id);
    const item = await lockItem(tx, begun);
    if (item?.state !== 'going') return;
    // Somebody may have reopened it, or proposed to, while the engine was asked.
    if ((await judge(surroundings, tx, item)) !== null) await destroyRows(surroundings, tx, item);
  });

/** The engine did not say: tried again later, and given up after a few times. */
const postpone = (surroundings: Surroundings, item: ItemRow): Promise<void> =>
  surroundings.database.transaction(async (tx) => {
    const attempts = item.attempts + 1;
    if (attempts >= MOST_ATTEMPTS) await keep(tx, item, 'engine');
    else await setItem(tx, item, { state: 'going', attempts });
  });

/** Destroys one case of an approved destruction everywhere, or notes why it is kept. What was begun is finished after a restart. */
export const destroyCase = async (surroundings: Surroundings, item: ItemRow): Promise<void> => {
  const row = await begin(surroundings, item);
  if (row === null) return;
  try {
    const answer = await destroyInEngine(surroundings, row);
    if (answer === 'gone') await finish(surroundings, item);
    else await surroundings.database.transaction((tx) => keep(tx, item, 'running'));
  } catch (thrown) {
    if (!(thrown instanceof EngineFailure)) throw thrown;
    await postpone(surroundings, item);
    throw thrown;
  }
};
