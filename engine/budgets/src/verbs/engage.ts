import { type Actor, actorReference } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { amountOf, centsOf } from '@irisflow/ledger';
import { movementOf } from '../acts/engagement-act.ts';
import { yearOf } from '../acts/change-engagement.ts';
import { insertEngagements } from '../storage/engagements.ts';
import { findLineOf, knowsCode, type LineKey, lockLine } from '../storage/lines.ts';
import { insertMovements } from '../storage/movements.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a procedure sets aside. */
export interface Engaging {
  readonly administration: string;
  readonly caseId: string;
  readonly procedureKey: string;
  /** The code of a line, as the budget has it. */
  readonly budgetLine: string;
  /** `125.00`. */
  readonly amount: string;
  readonly label: LocalizedText;
}

/** What the process goes on with. */
export interface Engaged {
  readonly result: 'engaged' | 'noBudgetLeft';
  /** Null where nothing was engaged. */
  readonly engagementId: string | null;
  /** What can still be engaged on the line after it. */
  readonly available: string;
}

/** A line that no year has is a fault of the procedure; one that this year does not have yet holds nothing. */
const requireCode = async (tx: Queryable, { administration, code }: LineKey): Promise<void> => {
  if (await knowsCode(tx, { administration, code })) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a budget line of ${administration}, but found ${code.slice(0, 80)}`,
    { errors: [{ pointer: '/budgetLine', keyword: 'unknown' }] },
  );
};

/** Sets an amount aside on the line of this year, in the transaction of a case; never more than its credit. */
export const engage = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, wanted }: { readonly actor: Actor; readonly wanted: Engaging },
): Promise<Engaged> => {
  const { administration, caseId, procedureKey, label } = wanted;
  const amount = centsOf(wanted.amount);
  const key = { administration, code: wanted.budgetLine.trim(), year: yearOf(surroundings) };
  const found = await findLineOf(tx, key);
  if (found === undefined) {
    await requireCode(tx, key);
    return { result: 'noBudgetLeft', engagementId: null, available: amountOf(0n) };
  }
  const line = await lockLine(tx, found.id);
  const available = line.engagementCredit - line.engaged;
  if (amount > available) return { result: 'noBudgetLeft', engagementId: null, available: amountOf(available) };
  const id = surroundings.random.id();
  const engagement = { id, administration, lineId: line.id, rootId: id, caseId, procedureKey, label };
  const openedBy = actorReference(actor);
  await insertEngagements(tx, [{ ...engagement, openedAt: surroundings.clock.now(), openedBy }]);
  await insertMovements(tx, [movementOf(surroundings, { tx, actor }, engagement, { kind: 'engage', engaged: amount })]);
  return { result: 'engaged', engagementId: id, available: amountOf(available - amount) };
};
