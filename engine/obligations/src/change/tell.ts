import { type Actor, appendAudit } from '@irisflow/access';
import { insertOutbox } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { PlatformMessage } from '@irisflow/protocol';
import type { ObligationRow } from '../storage/obligations.ts';
import type { OccurrenceRow } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';

interface Told {
  readonly actor: Actor;
  readonly name: Extract<PlatformMessage, `obligation.${string}`>;
  readonly obligation: ObligationRow;
  readonly occurrence: Pick<OccurrenceRow, 'id' | 'day' | 'due_on' | 'answer_until' | 'state'>;
  /** How the audit calls it, where the message alone does not say it. */
  readonly action?: string;
  /** Key of the step of the sanctions that is reached. */
  readonly step?: string | null;
  /** What the office made of it. */
  readonly outcome?: string | null;
}

/** Tells the process that follows an occurrence what became of it, once, and writes it into the audit. Nothing of it says what was answered. */
export const tell = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, name, obligation, occurrence, action = name, step = null, outcome = null }: Told,
): Promise<void> => {
  const { id, case_id: caseId, administration, right_id: rightId, obligation: key } = obligation;
  const variables = {
    obligation: {
      obligationId: id,
      occurrenceId: occurrence.id,
      rightId,
      key,
      day: occurrence.day,
      dueOn: occurrence.due_on,
      answerUntil: occurrence.answer_until,
      state: occurrence.state,
      step,
      outcome,
      caseId,
    },
  };
  await insertOutbox(tx, {
    caseId,
    at: surroundings.clock.now(),
    message: { kind: 'publishMessage', name, key: occurrence.id, variables, beginsOn: occurrence.day },
  });
  await appendAudit(surroundings, tx, {
    actor,
    action,
    object: `case:${caseId}`,
    administration,
    detail: { obligation: key, occurrence: occurrence.id, step, outcome },
  });
};
