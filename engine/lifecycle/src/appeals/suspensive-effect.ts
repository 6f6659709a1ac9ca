import { dayOf } from '@irisflow/calendar';
import { type CaseRow, administrationName } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { disputePayments, endDispute } from '@irisflow/ledger';
import { holdOrders, releaseOrders } from '@irisflow/payables';
import { enforceRights, holdRights, restoreRights } from '@irisflow/rights';
import { type AppealRow, listRunning, type NewAppealRow } from '../storage/appeal-rows.ts';
import type { EffectSurroundings } from '../surroundings.ts';
import type { AppealRuling } from '../views/appeal.ts';

/** Who lodges an appeal, or ends one: the actor, and the clerk who says so. */
export interface Said {
  readonly actor: Parameters<typeof holdRights>[1]['voice']['actor'];
  /** Null where no clerk does. */
  readonly clerk: string | null;
}

const voiceOf = ({ actor, clerk }: Said) => ({ actor, author: clerk, name: administrationName });

interface Begun extends Said {
  readonly row: CaseRow;
  readonly appeal: NewAppealRow;
}

/** What the procedure says that an appeal suspends does not count from its day on: in the transaction that lodges it. */
export const beginEffect = async (
  surroundings: EffectSurroundings,
  tx: Queryable,
  { row, appeal, ...said }: Begun,
): Promise<void> => {
  const { administration, suspends, since_on: on, case_id: cause } = appeal;
  if (suspends.includes('right'))
    await holdRights(surroundings, { tx, decided: row, appealId: cause, on, voice: voiceOf(said) });
  if (suspends.includes('payments')) await disputePayments(tx, { administration, caseId: row.id, cause, on });
  if (suspends.includes('payouts')) await holdOrders(tx, { administration, caseId: row.id, cause, on });
};

/** What a case orders while an appeal holds payouts back is held back as well, from its own day on. */
export const holdLaterOrders = async (
  { clock }: Pick<EffectSurroundings, 'clock'>,
  tx: Queryable,
  row: CaseRow,
): Promise<void> => {
  const { id: caseId, administration } = row;
  const on = dayOf(clock.now());
  for (const { case_id: cause, suspends } of await listRunning(tx, caseId))
    if (suspends.includes('payouts')) await holdOrders(tx, { administration, caseId, cause, on });
};

/** Rulings after which the decision that was attacked counts no more. */
export const isReplaced = (ruling: AppealRuling | null): boolean => ruling === 'reformed' || ruling === 'annulled';

interface Ended extends Said {
  /** The case whose decision it is against. */
  readonly row: CaseRow;
  readonly appeal: AppealRow;
  readonly ruling: AppealRuling | null;
}

/** Rights stay held back as long as another appeal holds them. */
const endRights = async (surroundings: EffectSurroundings, tx: Queryable, ended: Ended): Promise<void> => {
  const { row, appeal, ruling } = ended;
  const of = { tx, decided: row, on: dayOf(surroundings.clock.now()), voice: voiceOf(ended) };
  if (isReplaced(ruling)) return void (await restoreRights(surroundings, of));
  const others = await listRunning(tx, row.id);
  if (others.some(({ case_id: id, suspends }) => id !== appeal.case_id && suspends.includes('right'))) return;
  await enforceRights(surroundings, of);
};

/** The effect of an appeal is over: clocks of debts go on, orders may leave, and a right is as the decision, or what was before it, says. */
export const endEffect = async (surroundings: EffectSurroundings, tx: Queryable, ended: Ended): Promise<void> => {
  const { administration, suspends, case_id: cause } = ended.appeal;
  const on = dayOf(surroundings.clock.now());
  if (suspends.includes('right')) await endRights(surroundings, tx, ended);
  if (suspends.includes('payments')) await endDispute(tx, { administration, cause, on });
  if (suspends.includes('payouts')) await releaseOrders(tx, { administration, cause, on });
};
