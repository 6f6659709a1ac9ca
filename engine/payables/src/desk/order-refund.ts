import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { structuredCommunication } from '@irisflow/identifiers';
import { amountOf, onBooks, requireReceivable } from '@irisflow/ledger';
import { order } from '../acts/order.ts';
import { findPayable } from '../storage/payables.ts';
import type { UseCase } from '../surroundings.ts';
import { viewPayable } from '../view-payable.ts';
import type { PayableView } from '../views/payables.ts';

export interface Refund {
  readonly receivableId: string;
  readonly iban: string;
  /** Whose account it is. */
  readonly payee: string;
}

/** Orders that what was paid beyond a debt is given back, all of it. */
export const orderRefund: UseCase<Refund, PayableView> = (surroundings, actor, { receivableId, iban, payee }) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const owed = await requireReceivable(act.tx, clerk, receivableId);
    const { administration, refund, debtor } = owed;
    if (refund <= 0n)
      throw new CaseworkError('NOTHING_LEFT', `Expected something to give back of ${receivableId}, but found none`);
    const id = await order(surroundings, act, {
      administration,
      caseId: owed.caseId,
      procedureKey: owed.procedureKey,
      // Somebody else than the debtor is known by name alone.
      personId: payee.trim() === debtor ? owed.personId : null,
      payee,
      iban,
      label: owed.label,
      communication: structuredCommunication.format(owed.communication),
      amount: refund,
      dueOn: act.day,
      receivableId,
      rightId: null,
      from: 'refund',
    });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'refund.ordered',
      object: `payable:${id}`,
      administration,
      detail: { receivable: receivableId, amount: amountOf(refund) },
    });
    const ordered = await findPayable(act.tx, id);
    if (ordered === undefined) throw new Error(`Expected payable ${id} to be written, but it is not`);
    return viewPayable(ordered);
  });
