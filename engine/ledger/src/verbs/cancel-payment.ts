import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { reverseStanding } from '../acts/reverse.ts';
import { settle } from '../acts/settle.ts';
import { amountOf } from '../amount.ts';
import { lockLedger } from '../storage/entries.ts';
import type { Surroundings } from '../surroundings.ts';
import { requireOfCase } from './require-of-case.ts';

export interface CanceledPayment {
  /** What was paid already and is to be given back. */
  readonly refundDue: string;
}

/** Takes a receivable of a case back: nothing of it is owed any more. A second time changes nothing. */
export const cancelPayment = async (
  surroundings: Surroundings,
  tx: Queryable,
  {
    actor,
    caseId,
    receivableId,
    reason,
  }: { readonly actor: Actor; readonly caseId: string; readonly receivableId: string; readonly reason: string },
): Promise<CanceledPayment> => {
  const { administration } = await requireOfCase(tx, { caseId, receivableId });
  await lockLedger(tx, administration);
  const act = { tx, actor, day: dayOf(surroundings.clock.now()) };
  await reverseStanding(surroundings, act, { receivableId, kind: 'writeOff', reason });
  await reverseStanding(surroundings, act, { receivableId, kind: 'charge', reason });
  return { refundDue: amountOf((await settle(surroundings, act, receivableId)).refund) };
};
