import { dayOf } from '@irisflow/calendar';
import { iban as ibanIdentifier } from '@irisflow/identifiers';
import { amountOf } from '@irisflow/ledger';
import type { Payable } from './storage/payables.ts';
import type { PayableState, PayableView, PayoutView } from './views/payables.ts';

export const stateOf = ({ outcome, batchId, isReleased }: Payable): PayableState => {
  if (outcome !== null) return outcome;
  if (batchId === null) return 'ordered';
  return isReleased ? 'released' : 'gathered';
};

/** As whoever gets it sees it. */
export const viewPayout = (payable: Payable): PayoutView => ({
  id: payable.id,
  administration: payable.administration,
  label: payable.label,
  amount: amountOf(payable.amount),
  dueOn: payable.dueOn,
  state: stateOf(payable),
  heldOn: payable.heldOn,
  endedOn: payable.outcomeOn,
  iban: payable.iban === null ? null : ibanIdentifier.format(payable.iban),
});

/** As the office sees it. */
export const viewPayable = (payable: Payable): PayableView => ({
  ...viewPayout(payable),
  caseId: payable.caseId,
  payee: payable.payee,
  communication: payable.communication,
  orderedOn: dayOf(+new Date(payable.orderedAt)),
  receivableId: payable.receivableId,
  batchId: payable.batchId,
  reason: payable.outcomeReason,
  bankStatus: payable.bankStatus,
  verification: payable.verification,
});
