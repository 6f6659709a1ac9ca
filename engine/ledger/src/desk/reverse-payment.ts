import { appendAudit } from '@irisflow/access';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { refuseReversed, reverse } from '../acts/reverse.ts';
import { settle } from '../acts/settle.ts';
import { findEntry, listEntriesOf } from '../storage/entries.ts';
import type { UseCase } from '../surroundings.ts';
import type { ReceivableView } from '../views/money.ts';
import { onBooks, requireReceivable } from './accountant.ts';
import { viewForAccountant } from './read-books.ts';

export interface Reversal {
  readonly receivableId: string;
  readonly entryId: string;
  readonly reason: string;
}

/** Reverses a payment that was entered by mistake or did not hold. What came from suspense goes back there. */
export const reversePayment: UseCase<Reversal, ReceivableView> = (
  surroundings,
  actor,
  { receivableId, entryId, reason },
) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    await requireReceivable(act.tx, clerk, receivableId);
    const entry = await findEntry(act.tx, entryId);
    if (entry?.receivable_id !== receivableId)
      throw new CaseworkError('NOT_FOUND', `Expected an entry ${entryId.slice(0, 40)} of it, but there is none`);
    if (entry.kind !== 'payment' && entry.kind !== 'allotment')
      throw new CaseworkError(
        'INPUT_INVALID',
        `Expected a payment to reverse, but entry ${entry.number} is ${entry.kind}`,
      );
    refuseReversed(entry, await listEntriesOf(act.tx, receivableId));
    await reverse(surroundings, act, { entry, reason: requireReason(reason) });
    await settle(surroundings, act, receivableId);
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'payment.reversed',
      object: `receivable:${receivableId}`,
      administration: clerk.administration,
      detail: { entry: entry.number },
    });
    return viewForAccountant(surroundings, clerk, receivableId, act.tx);
  });
