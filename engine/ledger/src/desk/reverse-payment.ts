import { appendAudit } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { undo } from '../acts/undo.ts';
import { type EntryRow, findEntry } from '../storage/entries.ts';
import type { UseCase } from '../surroundings.ts';
import type { PaymentView, ReceivableView } from '../views/money.ts';
import { onBooks, requireReceivable } from './accountant.ts';
import { onPayment } from './on-payment.ts';
import { viewForAccountant } from './read-books.ts';

export interface Reversal {
  readonly receivableId: string;
  readonly entryId: string;
  readonly reason: string;
}

const requireEntry = async (
  tx: Queryable,
  entryId: string,
  isOfIt: (entry: EntryRow) => boolean,
): Promise<EntryRow> => {
  const entry = await findEntry(tx, entryId);
  if (entry !== undefined && isOfIt(entry)) return entry;
  throw new CaseworkError('NOT_FOUND', `Expected an entry ${entryId.slice(0, 40)} of it, but there is none`);
};

/** Reverses a payment of a receivable that was entered by mistake, allotted to the wrong one, or did not hold. */
export const reversePayment: UseCase<Reversal, ReceivableView> = (
  surroundings,
  actor,
  { receivableId, entryId, reason },
) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    await requireReceivable(act.tx, clerk, receivableId);
    const entry = await requireEntry(act.tx, entryId, ({ receivable_id: id }) => id === receivableId);
    await undo(surroundings, act, { entry, reason: requireReason(reason) });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'payment.reversed',
      object: `receivable:${receivableId}`,
      administration: clerk.administration,
      detail: { entry: entry.number },
    });
    return viewForAccountant(surroundings, clerk, receivableId, act.tx);
  });

export interface Undoing {
  readonly paymentId: string;
  readonly entryId: string;
  readonly reason: string;
}

/** Reverses what a payment was booked on, or that it is to be given back; one that waits in whole and was entered by mistake, itself. */
export const reverseEntryOfPayment: UseCase<Undoing, PaymentView> = (
  surroundings,
  actor,
  { paymentId, entryId, reason },
) =>
  onPayment(surroundings, actor, {
    paymentId,
    action: 'payment.reversed',
    work: async (act) => {
      const entry = await requireEntry(act.tx, entryId, ({ payment_id: id }) => id === paymentId);
      await undo(surroundings, act, { entry, reason: requireReason(reason) });
      return { entry: entry.number };
    },
  });
