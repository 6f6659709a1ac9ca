import { appendAudit, findPerson, requireClerk, type Clerk, type PersonRow } from '@irisflow/access';
import { dayOf, daysBetween } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { endAbsence, insertAbsence, lockOverlap } from './storage/absences.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { requireAbsence, viewAbsence } from './view-absences.ts';
import type { AbsenceView } from './views/absence.ts';

export interface RecordAbsence {
  readonly personId: string;
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly standInId: string | null;
}

const LONGEST_DAYS = 366;

const requireDays = ({ clock }: Surroundings, { from, to }: RecordAbsence): void => {
  const today = dayOf(clock.now());
  if (from <= to && to >= today && daysBetween(from, to) < LONGEST_DAYS) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected days from ${today} on, at most ${LONGEST_DAYS} of them, but found ${from} to ${to}`,
  );
};

/** Everybody says of themselves that they are away; of others, supervisors do. */
const requireOwn = ({ person }: Clerk, personId: string): void => {
  if (person.id === personId || person.roles.includes('supervisor')) return;
  throw new CaseworkError('FORBIDDEN', `Expected ${personId} or a supervisor, but found ${person.id}`);
};

const requireColleague = async (db: Queryable, { administration }: Clerk, personId: string): Promise<PersonRow> => {
  const found = await findPerson(db, personId);
  const isClerk = found?.roles.some((role) => role === 'agent' || role === 'supervisor') ?? false;
  if (found?.administration !== administration || !isClerk)
    throw new CaseworkError('NOT_FOUND', `Expected a colleague ${personId.slice(0, 80)}, but there is none`);
  return found;
};

/** Notes that somebody is away, and who stands in. */
export const recordAbsence: UseCase<RecordAbsence, AbsenceView> = async (surroundings, actor, input) => {
  const { database, clock, random } = surroundings;
  const clerk = requireClerk(actor);
  const { administration } = clerk;
  requireDays(surroundings, input);
  return database.transaction(async (tx) => {
    const away = await requireColleague(tx, clerk, input.personId);
    requireOwn(clerk, input.personId);
    const standIn = input.standInId === null ? null : await requireColleague(tx, clerk, input.standInId);
    if (standIn?.party_id === away.party_id)
      throw new CaseworkError('INPUT_INVALID', 'Expected somebody else to stand in, but found the same person');
    const absence = { ...input, id: random.id(), administration, recordedBy: clerk.person.id, at: clock.now() };
    if (await lockOverlap(tx, absence))
      throw new CaseworkError('ABSENCE_OVERLAPS', `Expected days of no other absence of ${input.personId}`);
    await insertAbsence(tx, absence);
    const view = viewAbsence(await requireAbsence(tx, clerk, absence.id));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'absence.recorded',
      object: `person:${input.personId}`,
      administration,
      detail: { absence: absence.id, from: input.from, to: input.to, standIn: input.standInId },
    });
    return view;
  });
};

/** Somebody is back earlier, or was not away after all. */
export const finishAbsence: UseCase<{ absenceId: string }, void> = async (surroundings, actor, { absenceId }) => {
  const clerk = requireClerk(actor);
  const { administration } = clerk;
  await surroundings.database.transaction(async (tx) => {
    const row = await requireAbsence(tx, clerk, absenceId);
    requireOwn(clerk, row.person_id);
    await endAbsence(tx, { id: absenceId, at: surroundings.clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'absence.ended',
      object: `person:${row.person_id}`,
      administration,
      detail: { absence: absenceId },
    });
  });
};
