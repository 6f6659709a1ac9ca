import { job } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { structuredCommunication } from '@irisflow/identifiers';
import { type Act, type Receivable, takeBack, takeIn } from '@irisflow/ledger';
import { listTakenBack, type MovementRow, type Outcome } from '../storage/movements.ts';
import type { Surroundings } from '../surroundings.ts';

const actOf = (tx: Queryable, { bookedOn }: MovementRow): Act => ({ tx, actor: job('statements'), day: bookedOn });

const referenceOf = ({ communicationKind, communication }: MovementRow): string =>
  communicationKind === 'structured' ? structuredCommunication.format(communication) : communication;

/** Books what came: on the receivable that it names, else it waits to be recognized. */
export const bookIncoming = async (
  surroundings: Surroundings,
  tx: Queryable,
  { movement, receivable }: { readonly movement: MovementRow; readonly receivable: Receivable | undefined },
): Promise<Outcome> => {
  const paymentId = await takeIn(surroundings, actOf(tx, movement), {
    administration: movement.administration,
    channel: 'statement',
    amount: movement.amount,
    reference: referenceOf(movement),
    payer: movement.counterparty,
    receivable,
  });
  return { place: movement.place, state: receivable === undefined ? 'unmatched' : 'matched', paymentId };
};

/** Whether both sides name another account; a bank that takes back may leave it out. */
const isOfOther = (movement: MovementRow, payment: MovementRow): boolean =>
  movement.counterpartyAccount !== '' &&
  payment.counterpartyAccount !== '' &&
  movement.counterpartyAccount !== payment.counterpartyAccount;

/**
 * What left is not ours to match, unless the bank says that it takes a payment back and there is only one which that can be: then
 * that payment never came.
 */
export const bookOutgoing = async (
  surroundings: Surroundings,
  tx: Queryable,
  movement: MovementRow,
): Promise<Outcome> => {
  const { place, returnReason } = movement;
  const candidates = returnReason === null ? [] : await listTakenBack(tx, movement);
  const [one, ...others] = candidates.filter((payment) => !isOfOther(movement, payment));
  const paymentId = others.length === 0 ? (one?.paymentId ?? null) : null;
  if (paymentId === null) return { place, state: 'outgoing', paymentId: null };
  await takeBack(surroundings, actOf(tx, movement), { paymentId, reason: `The bank took it back: ${returnReason}` });
  return { place, state: 'tookBack', paymentId };
};
