import { namesOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, recordOpening, requireClerkCase, requireSharedCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { isInForce, listParticipantRows, type ParticipantRow, type ReachView, reachOf } from '@irisflow/parties';
import { roleLabel } from '@irisflow/procedures';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseParticipants, SharedParticipant } from '../views/participant.ts';
import { householdOf } from './household.ts';
import { rolesOf, viewParticipant } from './participant-view.ts';

const reachesOf = async (
  db: Queryable,
  participants: readonly ParticipantRow[],
): Promise<ReadonlyMap<string, ReachView>> => {
  const reaches = new Map<string, ReachView>();
  for (const { party_id: id } of participants)
    if (id !== null && !reaches.has(id)) reaches.set(id, await reachOf(db, id));
  return reaches;
};

export const viewParticipants = async (
  surroundings: Surroundings,
  db: Queryable,
  row: CaseRow,
): Promise<CaseParticipants> => {
  const { clock, library } = surroundings;
  const { description } = await library.version(db, row.procedure_key, row.procedure_version);
  const participants = await listParticipantRows(db, row.id);
  const names = await namesOf(
    db,
    participants.map(({ added_by: by }) => by),
  );
  const reaches = await reachesOf(db, participants);
  const seen = { description, names, reaches, today: dayOf(clock.now()) };
  return {
    roles: rolesOf(description),
    applicantReach: await reachOf(db, row.person_id),
    participants: participants.map((one) => viewParticipant(one, seen)),
    household: await householdOf(surroundings, db, { row, description, participants }),
  };
};

/** Who takes part in a case beside its applicant, and who lives with them as each said it. */
export const listParticipants: UseCase<{ caseId: string }, CaseParticipants> = async (
  surroundings,
  actor,
  { caseId },
) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    await recordOpening(surroundings, tx, { clerk, row });
    return viewParticipants(surroundings, tx, row);
  });

/** Who takes part in a case now, for whoever reads it on the portal: names and parts, never how they are reached. */
export const listSharedParticipants: UseCase<{ caseId: string }, SharedParticipant[]> = async (
  surroundings,
  actor,
  { caseId },
) =>
  surroundings.database.transaction(async (tx) => {
    const { row } = await requireSharedCase(surroundings, tx, actor, caseId);
    const { description } = await surroundings.library.version(tx, row.procedure_key, row.procedure_version);
    const today = dayOf(surroundings.clock.now());
    return (await listParticipantRows(tx, caseId))
      .filter((one) => isInForce(one, today))
      .map(({ name, role, access, valid_from: validFrom, valid_to: validTo }) => ({
        name,
        role: roleLabel(description, role),
        access,
        validFrom,
        validTo,
      }));
  });
