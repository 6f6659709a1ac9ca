import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type Act, post, reread } from '../acts/post.ts';
import { reverseStanding } from '../acts/reverse.ts';
import { settle } from '../acts/settle.ts';
import { tellOfLess } from '../acts/tell-of-payment.ts';
import { amountOf, type Cents, centsOf } from '../amount.ts';
import { lockLedger } from '../storage/entries.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import { requireOfCase } from './require-of-case.ts';

export interface LoweredPayment {
  /** What is left to pay. */
  readonly rest: string;
  /** What was paid beyond the new amount and is to be given back. */
  readonly refundDue: string;
}

interface Lowering {
  readonly actor: Actor;
  readonly caseId: string;
  readonly receivableId: string;
  /** What is owed in all from now on, `125.00`. */
  readonly amount: string;
  readonly reason: string;
}

const requireLess = (amount: Cents, { charged }: Receivable): void => {
  if (amount < charged) return;
  throw new CaseworkError('INPUT_INVALID', `Expected less than ${amountOf(charged)}, but found ${amountOf(amount)}`, {
    errors: [{ pointer: '/amount', keyword: 'maximum' }],
  });
};

/** What was given up stays given up: of what is left now. */
const giveUpAgain = async (
  surroundings: Surroundings,
  act: Act,
  { receivableId, reason }: Pick<Lowering, 'receivableId' | 'reason'>,
): Promise<void> => {
  const { administration, rest } = await reread(act.tx, receivableId);
  if (rest <= 0n) return;
  await post(surroundings, act, {
    administration,
    kind: 'writeOff',
    receivableId,
    reason,
    lines: [
      { account: 'loss', amount: rest },
      { account: 'receivable', amount: -rest },
    ],
  });
};

/** Asks for less than a case had asked: what it charged is reversed, and less is charged. What was paid beyond that is to be given back. */
export const lowerPayment = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, caseId, receivableId, amount: written, reason }: Lowering,
): Promise<LoweredPayment> => {
  const amount = centsOf(written);
  const { administration } = await requireOfCase(tx, { caseId, receivableId });
  await lockLedger(tx, administration);
  const before = await reread(tx, receivableId);
  requireLess(amount, before);
  const act = { tx, actor, day: dayOf(surroundings.clock.now()) };
  const givenUp = await reverseStanding(surroundings, act, { receivableId, kind: 'writeOff', reason });
  await reverseStanding(surroundings, act, { receivableId, kind: 'charge', reason });
  await post(surroundings, act, {
    administration,
    kind: 'charge',
    receivableId,
    reason,
    lines: [
      { account: 'receivable', amount },
      { account: 'revenue', amount: -amount },
    ],
  });
  await settle(surroundings, act, receivableId);
  if (givenUp > 0) await giveUpAgain(surroundings, act, { receivableId, reason });
  const after = await reread(tx, receivableId);
  await tellOfLess(surroundings, act, { before, after });
  return { rest: amountOf(after.rest), refundDue: amountOf(after.refund) };
};
