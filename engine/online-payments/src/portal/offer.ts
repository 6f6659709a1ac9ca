import { type Actor, appendAudit } from '@irisflow/access';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { amountOf, lockLedger, nextDue, reread } from '@irisflow/ledger';
import { findOffered, insertOnlinePayment, type OnlinePayment, replace } from '../storage/online-payments.ts';
import type { Surroundings } from '../surroundings.ts';

/** How long the page can be paid. */
const OFFERED_MS = 30 * 60_000;
/** Nobody is sent to a page that closes before they have found their card. */
const LEAST_LEFT_MS = 5 * 60_000;

interface Payer {
  readonly actor: Actor;
  readonly receivableId: string;
  readonly administration: string;
  readonly locale: Locale;
}

/**
 * What can be paid of a receivable now: the one that is offered already, or a new one. Who clicks twice, in two windows or as two
 * people, is offered the same, because the books of the administration are locked.
 */
export const offer = (
  surroundings: Surroundings,
  { actor, receivableId, administration, locale }: Payer,
): Promise<OnlinePayment> =>
  surroundings.database.transaction(async (tx) => {
    const now = surroundings.clock.now();
    await lockLedger(tx, administration);
    const amount = await nextDue(tx, await reread(tx, receivableId));
    if (amount <= 0n)
      throw new CaseworkError('NOTHING_LEFT', `Expected something left of ${receivableId}, but there is nothing`);
    const offered = await findOffered(tx, receivableId);
    if (offered?.amount === amount && +new Date(offered.expiresAt) - now > LEAST_LEFT_MS) return offered;
    if (offered !== undefined) await replace(tx, offered);
    const id = surroundings.random.id();
    const one = await insertOnlinePayment(tx, {
      id,
      administration,
      receivableId,
      amount,
      locale,
      startedAt: now,
      expiresAt: now + OFFERED_MS,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'onlinePayment.started',
      object: `receivable:${receivableId}`,
      administration,
      detail: { onlinePayment: id, amount: amountOf(amount) },
    });
    return one;
  });
