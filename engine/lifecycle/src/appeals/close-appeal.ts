import { type Actor, appendAudit } from '@irisflow/access';
import { type CaseRow, closeCaseRow, insertOutbox, moveCase, noteByOffice } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import type { AppealOutcome } from '../views/appeal.ts';

interface Closing {
  readonly actor: Actor;
  /** The appeal, and the case whose decision it is against; both are locked. */
  readonly row: CaseRow;
  readonly against: CaseRow;
  readonly outcome: AppealOutcome;
  /** What both sides read of it. */
  readonly text: LocalizedText;
}

/** A process that waits for what becomes of it goes on; one that is over hears nothing. */
const tellProcess = async (
  { clock }: Surroundings,
  tx: Queryable,
  { row, against, outcome }: Closing,
): Promise<void> => {
  if (against.closed_at !== null) return;
  await insertOutbox(tx, {
    caseId: against.id,
    at: clock.now(),
    message: {
      kind: 'publishMessage',
      name: 'appeal.ended',
      variables: { appeal: { caseId: row.id, reference: row.reference, outcome } },
    },
  });
};

/** Ends an appeal on paper, which has no process that would. */
export const closeAppeal = async (surroundings: Surroundings, tx: Queryable, closing: Closing): Promise<void> => {
  const { actor, row, against, outcome, text } = closing;
  await moveCase(surroundings, tx, row, outcome === 'withdrawn' ? 'withdrawn' : 'closed');
  await closeCaseRow(tx, { id: row.id, at: surroundings.clock.now() });
  await noteByOffice(surroundings, tx, { row, kind: 'appealEnded', text, isPublic: true });
  await tellProcess(surroundings, tx, closing);
  await appendAudit(surroundings, tx, {
    actor,
    action: 'appeal.ended',
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { against: against.id, outcome },
  });
};
