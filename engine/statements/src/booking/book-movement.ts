import { job } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { structuredCommunication } from '@irisflow/identifiers';
import { type Act, type Receivable, takeBack, takeInAll } from '@irisflow/ledger';
import { settleByDebit, takeReturn } from '@irisflow/payables';
import { listTakenBack, type MovementRow, type Outcome } from '../storage/movements.ts';
import type { Surroundings } from '../surroundings.ts';

const actOf = (tx: Queryable, { bookedOn }: MovementRow): Act => ({ tx, actor: job('statements'), day: bookedOn });

const referenceOf = ({ communicationKind, communication }: MovementRow): string =>
  communicationKind === 'structured' ? structuredCommunication.format(communication) : communication;

/** As we name batches and orders to banks. */
const ours = /\b[BP][0-9A-F]{30}\b/g;

/** By which it may name a batch or an order of ours: what the bank says apart, then what stands among words. */
const namesOn = ({ endToEndId, batchReference, communicationKind, communication }: MovementRow): string[] => {
  const words = communicationKind === 'free' ? (communication.match(ours) ?? []) : [];
  return [...new Set([endToEndId, batchReference, ...words].filter((name) => name !== null))];
};

/** What came back of what we had paid: the order is rejected after all. */
export const bookReturn = async (
  surroundings: Surroundings,
  tx: Queryable,
  movement: MovementRow,
): Promise<Outcome | undefined> => {
  const { administration, amount, returnReason: reason, place } = movement;
  if (reason === null || amount <= 0n) return undefined;
  const on = { administration, names: namesOn(movement), amount, reason };
  const settled = await takeReturn(surroundings, actOf(tx, movement), on);
  return settled && { place, state: 'cameBack', paymentId: null, settled };
};

/** What came and brings back nothing of ours, with what it is for. */
export interface Came {
  readonly movement: MovementRow;
  readonly receivable: Receivable | undefined;
}

/** Books what came, all of it at once: on the receivables that it names, else it waits to be recognized. */
export const bookIncoming = async (
  surroundings: Surroundings,
  tx: Queryable,
  all: readonly Came[],
): Promise<Outcome[]> => {
  const keys = await takeInAll(
    surroundings,
    { tx, actor: job('statements') },
    all.map(({ movement, receivable }) => ({
      administration: movement.administration,
      channel: 'statement',
      amount: movement.amount,
      day: movement.bookedOn,
      reference: referenceOf(movement),
      payer: movement.counterparty,
      receivable,
    })),
  );
  return all.map(({ movement: { place }, receivable }, index) => ({
    place,
    state: receivable === undefined ? 'unmatched' : 'matched',
    paymentId: keys[index] ?? null,
  }));
};

/** Whether both sides name another account; a bank that takes back may leave it out. */
const isOfOther = (movement: MovementRow, payment: MovementRow): boolean =>
  movement.counterpartyAccount !== '' &&
  payment.counterpartyAccount !== '' &&
  movement.counterpartyAccount !== payment.counterpartyAccount;

/** What left for a batch or an order of ours settles it; what names one that it does not fit is left to a person. */
const bookDebit = async (
  surroundings: Surroundings,
  tx: Queryable,
  movement: MovementRow,
): Promise<Outcome | undefined> => {
  const { administration, amount, place } = movement;
  const on = { administration, names: namesOn(movement), amount: -amount };
  const settled = await settleByDebit(surroundings, actOf(tx, movement), on);
  return settled && { place, state: settled.misfit === null ? 'settled' : 'misfit', paymentId: null, settled };
};

/**
 * What left settles what we had ordered, or the bank takes a payment back and there is only one which that can be: then that payment
 * never came. Anything else is not ours to match.
 */
export const bookOutgoing = async (
  surroundings: Surroundings,
  tx: Queryable,
  movement: MovementRow,
): Promise<Outcome> => {
  const { place, returnReason } = movement;
  const debited = returnReason === null ? await bookDebit(surroundings, tx, movement) : undefined;
  if (debited !== undefined) return debited;
  const candidates = returnReason === null ? [] : await listTakenBack(tx, movement);
  const [one, ...others] = candidates.filter((payment) => !isOfOther(movement, payment));
  const paymentId = others.length === 0 ? (one?.paymentId ?? null) : null;
  if (paymentId === null) return { place, state: 'outgoing', paymentId: null };
  await takeBack(surroundings, actOf(tx, movement), { paymentId, reason: `The bank took it back: ${returnReason}` });
  return { place, state: 'tookBack', paymentId };
};
