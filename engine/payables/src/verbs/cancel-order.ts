import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { lockLedger } from '@irisflow/ledger';
import { cancelOrders } from '../acts/end-orders.ts';
import { findPayable } from '../storage/payables.ts';
import type { Surroundings } from '../surroundings.ts';

interface Cancellation {
  readonly actor: Actor;
  readonly administration: string;
  readonly caseId: string;
  readonly payableId: string;
  readonly reason: string;
}

export interface CanceledOrder {
  /** False where it is too late: the order waits for its release, or a bank has it. */
  readonly isCanceled: boolean;
}

/** Takes an order of a case back, as long as it is in no batch. A second time changes nothing. */
export const cancelOrder = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, administration, caseId, payableId, reason }: Cancellation,
): Promise<CanceledOrder> => {
  await lockLedger(tx, administration);
  const payable = await findPayable(tx, payableId);
  if (payable?.caseId !== caseId)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a payment that this case ordered, but found ${payableId.slice(0, 80)}`,
    );
  if (payable.outcome === 'canceled') return { isCanceled: true };
  if (payable.outcome !== null || payable.batchId !== null) return { isCanceled: false };
  const day = dayOf(surroundings.clock.now());
  const ending = { outcome: 'canceled', on: day, reason, bankStatus: null } as const;
  await cancelOrders(surroundings, { tx, actor, day }, [{ payable, ending }]);
  return { isCanceled: true };
};
