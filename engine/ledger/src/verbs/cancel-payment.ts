import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { reread } from '../acts/post.ts';
import { reverseStanding } from '../acts/reverse.ts';
import { settle } from '../acts/settle.ts';
import { tellOfLess } from '../acts/tell-of-payment.ts';
import { amountOf } from '../amount.ts';
import { lockLedger } from '../storage/entries.ts';
import type { Surroundings } from '../surroundings.ts';
import { listDisputed } from '../storage/disputes.ts';
import { requireOfCase } from './require-of-case.ts';

export interface CanceledPayment {
  /** What was paid already and is to be given back. */
  readonly refundDue: string;
}

interface DisputedCancellation {
  readonly actor: Actor;
  readonly caseId: string;
  /** What the dispute came of. */
  readonly cause: string;
  readonly reason: string;
}

/** Takes back what is in dispute because of one cause: whoever attacked it was right. */
export const cancelDisputed = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, caseId, cause, reason }: DisputedCancellation,
): Promise<void> => {
  for (const receivableId of await listDisputed(tx, cause))
    await cancelPayment(surroundings, tx, { actor, caseId, receivableId, reason });
};

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
  const before = await reread(tx, receivableId);
  await reverseStanding(surroundings, act, { receivableId, kind: 'writeOff', reason });
  await reverseStanding(surroundings, act, { receivableId, kind: 'charge', reason });
  const after = await settle(surroundings, act, receivableId);
  await tellOfLess(surroundings, act, { before, after });
  return { refundDue: amountOf(after.refund) };
};
