import {
  actingFor,
  appendAudit,
  refuseConflict,
  requireStaff,
  requireWhole,
  type Actor,
  type Clerk,
} from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCase, listCasesOfPerson, type CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { isGoing } from '../storage/destructions.ts';
import { insertHold, liftHold, lockHold } from '../storage/holds.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseRetention, HoldTarget } from '../views/retention.ts';
import { viewCaseRetention } from './view-holds.ts';

const requireHolder = (actor: Actor): Clerk => {
  const holder = requireStaff(actor, ['supervisor', 'administrator', 'auditor']);
  requireWhole(holder);
  return holder;
};

export interface HoldToPlace {
  readonly caseId: string;
  /** The case alone, or whatever is of its applicant. */
  readonly on: HoldTarget;
  readonly reason: string;
  /** Its last day; null until it is lifted. */
  readonly until: string | null;
}

const requireDayToCome = ({ clock }: Surroundings, until: string | null): void => {
  const today = dayOf(clock.now());
  if (until === null || until >= today) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a last day that is not over, but found ${until}`, {
    errors: [{ pointer: '/until', keyword: 'minimum', params: { limit: today } }],
  });
};

/** A case of my administration, which stays what it is until the transaction ends: nobody can begin to destroy it. */
const shareCase = async (tx: Queryable, { administration }: Clerk, caseId: string): Promise<CaseRow> => {
  const row = await findCase(tx, caseId);
  if (row !== undefined && row.administration === administration) return row;
  throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId} to be seen, but there is none`);
};

const refuseGoing = async (tx: Queryable, row: CaseRow, on: HoldTarget): Promise<void> => {
  const cases = on === 'case' ? [row] : [row, ...(await listCasesOfPerson(tx, row.person_id))];
  const isLate = await isGoing(
    tx,
    cases.map(({ id }) => id),
  );
  if (isLate)
    throw new CaseworkError('CASE_BEING_DESTROYED', `Expected ${row.id} to be kept, but it is being destroyed`);
};

/** Stops the destruction of a case, or of everything that my administration has of its applicant. */
export const placeHold: UseCase<HoldToPlace, CaseRetention> = async (given, actor, { caseId, on, until, ...wish }) => {
  const holder = requireHolder(actor);
  await refuseConflict(given.database, actor, caseId);
  const surroundings = actingFor(given, actor, 'privacy');
  const reason = requireReason(wish.reason);
  requireDayToCome(surroundings, until);
  const { database, clock, random } = surroundings;
  const id = random.id();
  await database.transaction(async (tx) => {
    const row = await shareCase(tx, holder, caseId);
    await insertHold(tx, {
      id,
      administration: holder.administration,
      caseId: on === 'case' ? row.id : null,
      partyId: on === 'party' ? row.person_id : null,
      reason,
      placedBy: holder.person.id,
      at: clock.now(),
      until,
    });
    // The row above waits for whoever is about to destroy the case: what they began is seen now.
    await refuseGoing(tx, row, on);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'hold.placed',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { hold: id, on, until },
    });
  });
  return viewCaseRetention(surroundings, given.database, caseId);
};

/** Lifts a hold, with a reason. Lifted twice it stays as it was. */
export const liftPlaced: UseCase<{ holdId: string; reason: string }, void> = async (given, actor, wish) => {
  const holder = requireHolder(actor);
  const surroundings = actingFor(given, actor, 'privacy');
  const reason = requireReason(wish.reason);
  const { holdId: id } = wish;
  await surroundings.database.transaction(async (tx) => {
    const hold = await lockHold(tx, id);
    if (hold === undefined || hold.administration !== holder.administration)
      throw new CaseworkError('NOT_FOUND', `Expected a hold ${id} to be seen, but there is none`);
    if (hold.case_id !== null) await refuseConflict(given.database, actor, hold.case_id);
    if (hold.lifted_at !== null) return;
    await liftHold(tx, { id, by: holder.person.id, at: surroundings.clock.now(), reason });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'hold.lifted',
      object: hold.case_id === null ? `party:${hold.party_id}` : `case:${hold.case_id}`,
      administration: hold.administration,
      detail: { hold: id },
    });
  });
};
