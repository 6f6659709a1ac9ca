import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { cancelDisputed } from '@irisflow/ledger';
import { listRunning, updateAppealRow } from '../storage/appeal-rows.ts';
import type { EffectSurroundings } from '../surroundings.ts';
import type { AppealRuling } from '../views/appeal.ts';
import { endEffect, isReplaced } from './suspensive-effect.ts';

interface Settled {
  readonly actor: Actor;
  /** The case that was decided again. */
  readonly row: CaseRow;
  readonly decisionId: string;
  /** What it does with the decision that was attacked; null where the step does not say. */
  readonly ruling: AppealRuling | null;
  /** Why money is taken back, for the books. */
  readonly reason: string;
}

/** Whether somebody appealed against the decision of a case, and nobody has decided on that yet. */
export const isUnderAppeal = async (db: Queryable, caseId: string): Promise<boolean> =>
  (await listRunning(db, caseId)).length > 0;

/**
 * The decision on the appeals against a case ends what they suspend, in the transaction that records it. Annulled, the money that is
 * in dispute is taken back, and what was paid of it is to be given back; how much a reformed decision asks its process says.
 */
export const settleAppeals = async (
  surroundings: EffectSurroundings,
  tx: Queryable,
  { actor, row, decisionId, ruling, reason }: Settled,
): Promise<void> => {
  for (const appeal of await listRunning(tx, row.id)) {
    const { case_id: cause, suspends } = appeal;
    if (ruling === 'annulled' && suspends.includes('payments'))
      await cancelDisputed(surroundings, tx, { actor, caseId: row.id, cause, reason });
    await endEffect(surroundings, tx, { actor, clerk: null, row, appeal, ruling });
    await updateAppealRow(tx, cause, {
      ended_on: dayOf(surroundings.clock.now()),
      outcome: appeal.outcome ?? 'decided',
      ruling: ruling ?? appeal.ruling,
      replaced_by: isReplaced(ruling) ? decisionId : null,
    });
  }
};
