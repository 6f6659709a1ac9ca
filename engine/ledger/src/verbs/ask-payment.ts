import { type Actor, actorReference } from '@irisflow/access';
import { daysBetween, dayOf, legalCalendar, startTerm } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { structuredCommunication } from '@irisflow/identifiers';
import { post } from '../acts/post.ts';
import { amountOf, centsOf } from '../amount.ts';
import { lockLedger } from '../storage/entries.ts';
import { findPayee } from '../storage/payees.ts';
import { insertReceivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ReceivableKind } from '../views/money.ts';
import { communicationOf } from './communication.ts';

/** What a procedure asks somebody to pay. */
export interface PaymentAsked {
  readonly administration: string;
  readonly caseId: string;
  readonly procedureKey: string;
  readonly personId: string;
  readonly debtor: string;
  readonly kind: ReceivableKind;
  readonly label: LocalizedText;
  readonly legalReference: string;
  /** `125.00`. */
  readonly amount: string;
  /** Days to pay, from tomorrow on; a last day on which offices are closed moves to the next working day. */
  readonly days?: number;
  /** The last day itself. */
  readonly dueOn?: string;
  /** Days overdue after which the process is told to remind of it; left out, it is not. */
  readonly reminderDays?: number;
  /** Days after the reminder on which it is told to give formal notice. */
  readonly noticeDays?: number;
}

/** What the process goes on with. */
export interface AskedPayment {
  readonly receivableId: string;
  /** As people copy it: `+++090/9337/55493+++`. */
  readonly communication: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly iban: string;
}

const USUAL_DAYS = 30;
const FARTHEST_DAYS = 3660;
const MOST_TRIES = 10;

const dueDay = (today: string, { days = USUAL_DAYS, dueOn }: Pick<PaymentAsked, 'days' | 'dueOn'>): string => {
  if (dueOn === undefined)
    return startTerm(
      legalCalendar,
      { kind: 'calendarDays', length: days, startsAfter: 'receipt', warnAfter: null },
      today,
    ).dueOn;
  const ahead = daysBetween(today, dueOn);
  if (ahead >= 0 && ahead <= FARTHEST_DAYS) return dueOn;
  throw new CaseworkError('INPUT_INVALID', `Expected a due day from ${today} on, within ten years, but found ${dueOn}`);
};

const requirePayee = async (tx: Queryable, administration: string) => {
  const payee = await findPayee(tx, administration);
  if (payee !== null) return payee;
  throw new CaseworkError(
    'PAYEE_MISSING',
    `Expected ${administration} to have said to which account people pay, but it has not`,
  );
};

/** Another receivable may have a communication already, one that this actor does not see too. */
const insertUnder = async (
  { random }: Surroundings,
  insert: (own: { readonly id: string; readonly communication: string }) => Promise<boolean>,
): Promise<{ readonly id: string; readonly communication: string }> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const id = random.id();
    const own = { id, communication: communicationOf(id) };
    if (await insert(own)) return own;
  }
  throw new Error(`Expected a free communication within ${MOST_TRIES} tries, but found none`);
};

const requireLadder = ({ reminderDays, noticeDays }: PaymentAsked): void => {
  if (noticeDays === undefined || reminderDays !== undefined) return;
  throw new CaseworkError('INPUT_INVALID', 'Expected a reminder before a formal notice, but found none');
};

/** Asks for a payment in the transaction of a case: writes the receivable and charges it. */
export const askPayment = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, asked }: { readonly actor: Actor; readonly asked: PaymentAsked },
): Promise<AskedPayment> => {
  const { administration } = asked;
  const now = surroundings.clock.now();
  const day = dayOf(now);
  const amount = centsOf(asked.amount);
  const dueOn = dueDay(day, asked);
  requireLadder(asked);
  const { iban } = await requirePayee(tx, administration);
  await lockLedger(tx, administration);
  const { id, communication } = await insertUnder(surroundings, (own) =>
    insertReceivable(tx, {
      ...own,
      administration,
      caseId: asked.caseId,
      procedureKey: asked.procedureKey,
      personId: asked.personId,
      debtor: asked.debtor,
      kind: asked.kind,
      label: asked.label,
      legalReference: asked.legalReference,
      dueOn,
      askedAt: now,
      askedBy: actorReference(actor),
      reminderDays: asked.reminderDays ?? null,
      noticeDays: asked.noticeDays ?? null,
    }),
  );
  const act = { tx, actor, day };
  await post(surroundings, act, {
    administration,
    kind: 'charge',
    receivableId: id,
    lines: [
      { account: 'receivable', amount },
      { account: 'revenue', amount: -amount },
    ],
  });
  return {
    receivableId: id,
    communication: structuredCommunication.format(communication),
    dueOn,
    amount: amountOf(amount),
    iban,
  };
};
