import { type Actor, appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, closeCaseRow, insertOutbox, moveCase, noteByOffice } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { findAppealRow, updateAppealRow } from '../storage/appeal-rows.ts';
import type { Surroundings } from '../surroundings.ts';
import type { AppealOutcome, AppealRuling } from '../views/appeal.ts';
import { endEffect, isReplaced } from './suspensive-effect.ts';

interface Closing {
  readonly actor: Actor;
  /** The appeal, and the case whose decision it is against; both are locked. */
  readonly row: CaseRow;
  readonly against: CaseRow;
  readonly outcome: AppealOutcome;
  readonly ruling: AppealRuling | null;
  /** Id of the clerk who ends it; null where the clock does. */
  readonly clerk: string | null;
  /** What both sides read of it. */
  readonly text: LocalizedText;
}

/** Annulled or reformed elsewhere, the decision goes on not to count until its case was decided again. */
const endRow = async (surroundings: Surroundings, tx: Queryable, closing: Closing): Promise<void> => {
  const { actor, clerk, row, against, outcome } = closing;
  const appeal = await findAppealRow(tx, row.id);
  if (appeal === undefined || appeal.ended_on !== null) return;
  const { ruling } = closing;
  if (outcome === 'decidedElsewhere' && isReplaced(ruling)) {
    await updateAppealRow(tx, row.id, { outcome, ruling });
    return;
  }
  await endEffect(surroundings, tx, { actor, clerk, row: against, appeal, ruling });
  await updateAppealRow(tx, row.id, { ended_on: dayOf(surroundings.clock.now()), outcome, ruling });
};

/** A process that waits for what becomes of it goes on; one that is over hears nothing. */
const tellProcess = async (
  { clock }: Surroundings,
  tx: Queryable,
  { row, against, outcome, ruling }: Closing,
): Promise<void> => {
  if (against.closed_at !== null) return;
  await insertOutbox(tx, {
    caseId: against.id,
    at: clock.now(),
    message: {
      kind: 'publishMessage',
      name: 'appeal.ended',
      variables: { appeal: { caseId: row.id, reference: row.reference, outcome, ruling } },
    },
  });
};

/** Ends an appeal on paper, which has no process that would. */
export const closeAppeal = async (surroundings: Surroundings, tx: Queryable, closing: Closing): Promise<void> => {
  const { actor, row, against, outcome, text } = closing;
  await moveCase(surroundings, tx, row, outcome === 'withdrawn' ? 'withdrawn' : 'closed');
  await closeCaseRow(tx, { id: row.id, at: surroundings.clock.now() });
  await noteByOffice(surroundings, tx, { row, kind: 'appealEnded', text, isPublic: true });
  await endRow(surroundings, tx, closing);
  await tellProcess(surroundings, tx, closing);
  await appendAudit(surroundings, tx, {
    actor,
    action: 'appeal.ended',
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { against: against.id, outcome },
  });
};
