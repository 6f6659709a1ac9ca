import { actorReference } from '@irisflow/access';
import { amountOf, type Cents } from '../amount.ts';
import { insertReceived } from '../storage/news.ts';
import { insertPayments } from '../storage/payments.ts';
import { type Receivable, rereadAll } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import { accountOf } from './pay.ts';
import { type Act, postEach, type Posted } from './post.ts';
import { overpaid, overpayment } from './settle.ts';
import { type Incoming, takeIn } from './take-in.ts';

/** Money that came in on a day of its own. */
export type IncomingOn = Incoming & { readonly day: string };

/** What stands of a receivable between one payment and the next. */
interface Standing {
  readonly rest: Cents;
  readonly refund: Cents;
}

interface Written extends IncomingOn {
  readonly paymentId: string;
  /** As it stands after it; undefined where nobody knows what it is for. */
  readonly after: Standing | undefined;
  readonly entries: readonly Posted[];
}

const entry = (
  { administration, amount, channel }: IncomingOn,
  to: Pick<Posted, 'receivableId' | 'paymentId'>,
): Posted => ({
  administration,
  kind: 'payment',
  ...to,
  lines: [
    { account: accountOf[channel], amount },
    { account: to.receivableId === null ? 'suspense' : 'receivable', amount: -amount },
  ],
});

/** What each payment does, one after the other, without asking the books in between: nobody else acts on them. */
const follow = ({ random }: Surroundings, all: readonly IncomingOn[], now: readonly Receivable[]): Written[] => {
  const standing = new Map<string, Standing>(now.map((one) => [one.id, one]));
  return all.map((incoming) => {
    const paymentId = random.id();
    const { receivable, amount } = incoming;
    const before = receivable && standing.get(receivable.id);
    if (receivable === undefined || before === undefined)
      return {
        ...incoming,
        paymentId,
        after: undefined,
        entries: [entry(incoming, { receivableId: null, paymentId })],
      };
    const paid = { rest: before.rest - amount, refund: before.refund };
    const moved = overpaid(paid);
    const after = { rest: paid.rest + moved, refund: paid.refund + moved };
    standing.set(receivable.id, after);
    return {
      ...incoming,
      paymentId,
      after,
      entries: [
        entry(incoming, { receivableId: receivable.id, paymentId }),
        ...(moved === 0n ? [] : [overpayment(receivable, moved)]),
      ],
    };
  });
};

const newsOf = ({ receivable, after, amount, day }: Written) =>
  receivable === undefined || after === undefined || receivable.caseId === null
    ? []
    : [
        {
          receivableId: receivable.id,
          administration: receivable.administration,
          caseId: receivable.caseId,
          payment: { receivableId: receivable.id, amount: amountOf(amount), rest: amountOf(after.rest), day },
        },
      ];

/**
 * The same as `takeIn` of each in this order, in five statements for all of them. Whoever pays for what was given up owes it again:
 * that is left to `takeIn`.
 */
export const takeInAll = async (
  surroundings: Surroundings,
  act: Pick<Act, 'tx' | 'actor'>,
  all: readonly IncomingOn[],
): Promise<string[]> => {
  const ids = [...new Set(all.flatMap(({ receivable }) => receivable?.id ?? []))];
  const now = await rereadAll(act.tx, ids);
  if (now.some(({ writtenOff }) => writtenOff > 0n)) {
    const keys: string[] = [];
    for (const { day, ...incoming } of all) keys.push(await takeIn(surroundings, { ...act, day }, incoming));
    return keys;
  }
  const written = follow(surroundings, all, now);
  const recordedAt = surroundings.clock.now();
  await insertPayments(
    act.tx,
    written.map(({ paymentId, receivable, administration, channel, amount, day, reference, payer }) => ({
      id: paymentId,
      receivableId: receivable?.id ?? null,
      administration,
      channel,
      amount,
      day,
      reference,
      payer,
      recordedAt,
      recordedBy: actorReference(act.actor),
    })),
  );
  await postEach(
    surroundings,
    act,
    written.flatMap(({ day, entries }) => entries.map((posted) => ({ day, posted }))),
  );
  await insertReceived(act.tx, written.flatMap(newsOf), recordedAt);
  return written.map(({ paymentId }) => paymentId);
};
