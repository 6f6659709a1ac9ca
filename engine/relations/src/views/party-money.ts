import { ReceivableSummary } from '@irisflow/ledger';
import { PayableView } from '@irisflow/payables';
import { Type, type Static } from 'typebox';

/** What somebody owes an administration and paid, and what goes out to them, the latest first. */
export const PartyMoney = Type.Object({
  receivables: Type.Array(ReceivableSummary),
  payables: Type.Array(PayableView),
});
export type PartyMoney = Static<typeof PartyMoney>;
