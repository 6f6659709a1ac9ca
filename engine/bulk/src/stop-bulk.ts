import { appendAudit, requireClerk, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { lockBulkDecision, setCanceledAt, type BulkDecisionRow } from './storage/bulk-decisions.ts';
import { cancelItems, reviveItems } from './storage/bulk-items.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { viewBulk } from './view-bulk.ts';
import type { BulkDecisionView } from './views/bulk.ts';

type ByBulk = { readonly bulkId: string };

interface Change extends ByBulk {
  readonly actor: Actor;
  readonly action: 'bulk.canceled' | 'bulk.resumed';
  /** Whether it may be done to what a colleague started. */
  readonly bySupervisors: boolean;
  readonly change: (tx: Queryable, row: BulkDecisionRow) => Promise<unknown>;
}

const changeBulk = async (
  surroundings: Surroundings,
  { actor, bulkId, action, bySupervisors, change }: Change,
): Promise<BulkDecisionView> => {
  const { person, administration } = requireClerk(actor);
  return surroundings.database.transaction(async (tx) => {
    const row = await lockBulkDecision(tx, bulkId);
    const isMine = row?.started_by === person.id;
    const isSeen = isMine || person.roles.includes('supervisor');
    if (row === undefined || row.administration !== administration || !isSeen)
      throw new CaseworkError('NOT_FOUND', `Expected a bulk decision ${bulkId}, but there is none`);
    if (!isMine && !bySupervisors)
      throw new CaseworkError('FORBIDDEN', `Expected ${row.started_by}, who started it, but found ${person.id}`);
    await change(tx, row);
    const view = await viewBulk(surroundings, tx, bulkId);
    const detail = { waiting: view.counts.waiting, done: view.counts.done };
    await appendAudit(surroundings, tx, { actor, action, object: `bulk:${bulkId}`, administration, detail });
    return view;
  });
};

/** Stops what is not done yet. What is under way at this moment may still be done, and is told as such. */
export const cancelBulk: UseCase<ByBulk, BulkDecisionView> = (surroundings, actor, { bulkId }) =>
  changeBulk(surroundings, {
    actor,
    bulkId,
    action: 'bulk.canceled',
    bySupervisors: true,
    change: async (tx, row) => {
      const at = surroundings.clock.now();
      if (row.canceled_at === null) await setCanceledAt(tx, { id: bulkId, at });
      await cancelItems(tx, { bulkId, at });
    },
  });

/** Tries again what was stopped or failed. Each task is completed in the name of who started: nobody else may say that. */
export const resumeBulk: UseCase<ByBulk, BulkDecisionView> = async (surroundings, actor, { bulkId }) => {
  const view = await changeBulk(surroundings, {
    actor,
    bulkId,
    action: 'bulk.resumed',
    bySupervisors: false,
    change: async (tx) => {
      await setCanceledAt(tx, { id: bulkId, at: null });
      await reviveItems(tx, { bulkId, at: surroundings.clock.now() });
    },
  });
  surroundings.bulkBell.ring();
  return view;
};
