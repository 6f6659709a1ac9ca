import { appendAudit, isAccountOf } from '@irisflow/access';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { type Act, post, reread } from '../acts/post.ts';
import { tellOfLess } from '../acts/tell-of-payment.ts';
import { amountOf } from '../amount.ts';
import { decideRow, findAsked, findAskedFor, insertWriteOff, type WriteOffRow } from '../storage/write-offs.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ReceivableView } from '../views/money.ts';
import { onBooks, requireReceivable } from './accountant.ts';
import { viewForAccountant } from './read-books.ts';

const requireRest = (id: string, rest: bigint): void => {
  if (rest > 0n) return;
  throw new CaseworkError('NOTHING_LEFT', `Expected something left of ${id}, but found ${amountOf(rest)}`);
};

/** Asks that what is left of a receivable be given up; somebody else decides. */
export const askWriteOff: UseCase<{ readonly receivableId: string; readonly reason: string }, ReceivableView> = (
  surroundings,
  actor,
  { receivableId, reason },
) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const { rest } = await requireReceivable(act.tx, clerk, receivableId);
    requireRest(receivableId, rest);
    if ((await findAskedFor(act.tx, receivableId)) !== undefined)
      throw new CaseworkError(
        'WRITE_OFF_ASKED',
        `Expected nobody to have asked it of ${receivableId}, but somebody has`,
      );
    const id = surroundings.random.id();
    await insertWriteOff(act.tx, {
      id,
      administration: clerk.administration,
      receivable_id: receivableId,
      reason: requireReason(reason),
      askedAt: surroundings.clock.now(),
      asked_by: clerk.person.id,
    });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'writeOff.asked',
      object: `receivable:${receivableId}`,
      administration: clerk.administration,
      detail: { writeOff: id, rest: amountOf(rest) },
    });
    return viewForAccountant(surroundings, clerk, receivableId, act.tx);
  });

/** Gives up what is left today: less than was asked for where somebody paid meanwhile. */
const giveUp = async (surroundings: Surroundings, act: Act, row: WriteOffRow): Promise<void> => {
  const { administration, receivable_id: receivableId, reason } = row;
  const before = await reread(act.tx, receivableId);
  const { rest } = before;
  requireRest(receivableId, rest);
  await post(surroundings, act, {
    administration,
    kind: 'writeOff',
    receivableId,
    reason,
    lines: [
      { account: 'loss', amount: rest },
      { account: 'receivable', amount: -rest },
    ],
  });
  await tellOfLess(surroundings, act, { before, after: await reread(act.tx, receivableId) });
};

export interface Decision {
  readonly writeOffId: string;
  readonly isApproved: boolean;
}

/** Approves or refuses what a colleague asked; nobody decides what they asked themselves, under whatever account. */
export const decideWriteOff: UseCase<Decision, ReceivableView> = (surroundings, actor, { writeOffId, isApproved }) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const row = await findAsked(act.tx, writeOffId);
    if (row?.administration !== clerk.administration)
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a write-off ${writeOffId.slice(0, 40)} that waits, but there is none`,
      );
    if (await isAccountOf(act.tx, row.asked_by, clerk.person))
      throw new CaseworkError(
        'FOUR_EYES',
        'Expected somebody else than who asked to decide, but it is the same person',
      );
    if (isApproved) await giveUp(surroundings, act, row);
    await decideRow(act.tx, {
      id: writeOffId,
      state: isApproved ? 'approved' : 'refused',
      at: surroundings.clock.now(),
      by: clerk.person.id,
    });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: isApproved ? 'writeOff.approved' : 'writeOff.refused',
      object: `receivable:${row.receivable_id}`,
      administration: clerk.administration,
      detail: { writeOff: writeOffId },
    });
    return viewForAccountant(surroundings, clerk, row.receivable_id, act.tx);
  });
