import { requireClerk, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findAbsence, listAbsences, type AbsenceRow } from './storage/absences.ts';
import type { UseCase } from './surroundings.ts';
import type { AbsenceView } from './views/absence.ts';

export const viewAbsence = (row: AbsenceRow): AbsenceView => ({
  id: row.id,
  person: { id: row.person_id, name: row.person },
  from: row.from_day,
  to: row.to_day,
  standIn: row.stand_in === null ? null : { id: row.stand_in, name: row.stand_in_name ?? row.stand_in },
  openTasks: row.open_tasks,
});

/** An absence of the clerk's administration that was not ended. */
export const requireAbsence = async (db: Queryable, { administration }: Clerk, id: string): Promise<AbsenceRow> => {
  const row = await findAbsence(db, id);
  if (row?.administration === administration) return row;
  throw new CaseworkError('NOT_FOUND', `Expected an absence ${id}, but there is none`);
};

/** Who of my administration is away or will be. */
export const listOfficeAbsences: UseCase<Record<string, never>, AbsenceView[]> = async (surroundings, actor) => {
  const { administration } = requireClerk(actor);
  const today = dayOf(surroundings.clock.now());
  return (await listAbsences(surroundings.database, { administration, today })).map(viewAbsence);
};
