import { appendAudit } from '@irisflow/access';
import { recordOpening, requireClerkCase, touchCase } from '@irisflow/casework';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { endParticipantRow, lockParticipant } from '@irisflow/parties';
import type { UseCase } from '../surroundings.ts';
import type { CaseParticipants } from '../views/participant.ts';
import { viewParticipants } from './list-participants.ts';
import { noteParticipant } from './note-participant.ts';

export interface EndParticipant {
  readonly caseId: string;
  readonly participantId: string;
  readonly reason: string;
}

/** Says that somebody takes part in a case no more: they see it no more from now on. That they did stays on record. */
export const endParticipant: UseCase<EndParticipant, CaseParticipants> = async (surroundings, actor, wanted) => {
  const reason = requireReason(wanted.reason);
  const { clock, database, library } = surroundings;
  return database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, wanted.caseId);
    const found = await lockParticipant(tx, { caseId: row.id, id: wanted.participantId });
    if (found === undefined || found.ended_at !== null)
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a participant ${wanted.participantId} of ${row.id}, but there is none`,
      );
    const at = clock.now();
    await endParticipantRow(tx, { id: found.id, at: isoOf(at), by: clerk.person.id, reason });
    await recordOpening(surroundings, tx, { clerk, row });
    await touchCase(tx, { id: row.id, at });
    const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
    await noteParticipant(surroundings, tx, { what: 'participantEnded', row, description, participant: found });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'participant.ended',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { participant: found.id, role: found.role },
    });
    return viewParticipants(surroundings, tx, row);
  });
};
