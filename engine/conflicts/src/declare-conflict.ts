import {
  actingFor,
  type Actor,
  appendAudit,
  type Clerk,
  findPerson,
  requireClerk,
  requireStaff,
  sealDetail,
} from '@irisflow/access';
import { type CaseRow, requireClerkCase } from '@irisflow/casework';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { giveBackTask } from '@irisflow/tasks';
import { type ConflictRow, findSame, insertConflict, listTasksAtHand } from './storage/conflicts.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { viewConflicts } from './view-conflict.ts';
import type { ConflictScope, ConflictView } from './views/conflict.ts';

export interface DeclareConflict {
  readonly caseId: string;
  /** Whose it is; left out for one's own. */
  readonly personId?: string;
  /** With the case alone, or with its applicant and every case of theirs. */
  readonly scope: ConflictScope;
  readonly reason: string;
}

/** Whose it is: one's own, or that of a colleague who handles cases, which supervisors note. */
const requireConcerned = async (
  { database }: Surroundings,
  actor: Actor,
  personId: string | undefined,
): Promise<string> => {
  const clerk = requireClerk(actor);
  if (personId === undefined || personId === clerk.person.id) return clerk.person.id;
  requireStaff(actor, ['supervisor']);
  const found = await findPerson(database, personId);
  const isColleague = found?.administration === clerk.administration;
  if (found === undefined || !isColleague || !found.roles.some((role) => role === 'agent' || role === 'supervisor'))
    throw new CaseworkError('NOT_FOUND', `Expected a colleague ${personId}, but there is none`);
  return found.id;
};

const conflictOf = (
  { random, clock }: Surroundings,
  { clerk, row, personId, ...wanted }: DeclareConflict & { clerk: Clerk; row: CaseRow; personId: string },
): ConflictRow => ({
  id: random.id(),
  administration: clerk.administration,
  person_id: personId,
  case_id: wanted.scope === 'case' ? row.id : null,
  party_id: wanted.scope === 'party' ? row.person_id : null,
  about: wanted.scope === 'case' ? row.reference : row.applicant,
  reason: wanted.reason,
  declared_by: clerk.person.id,
  declared_at: isoOf(clock.now()),
});

/** Writes it down; the same one stands once, however often it is said. */
const write = (surroundings: Surroundings, actor: Actor, wanted: ConflictRow): Promise<ConflictRow> =>
  surroundings.database.transaction(async (tx) => {
    if (!(await insertConflict(tx, wanted))) return (await findSame(tx, wanted)) ?? wanted;
    const { id, administration, person_id: person, case_id: caseId, party_id: partyId, reason } = wanted;
    const sealed = await sealDetail(surroundings, tx, {
      administration,
      content: { reason, before: null, after: null, names: [] },
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'conflict.declared',
      object: caseId === null ? `party:${partyId}` : `case:${caseId}`,
      administration,
      detail: { conflict: id, person, sealed },
    });
    return wanted;
  });

/**
 * Says that somebody has a conflict of interest with a case, or with its applicant. What they have at hand goes back to its group
 * first: should the engine not answer, nothing was said and it is said again.
 */
export const declareConflict: UseCase<DeclareConflict, ConflictView> = async (surroundings, actor, wanted) => {
  const { database } = surroundings;
  const reason = requireReason(wanted.reason);
  const { clerk, row } = await requireClerkCase(database, actor, wanted.caseId);
  const personId = await requireConcerned(surroundings, actor, wanted.personId);
  const conflict = conflictOf(surroundings, { ...wanted, clerk, row, personId, reason });
  const { administration } = clerk;
  // In the hands of the platform: whoever notes it may have one with another case of the same party, and does not see its task.
  const platform = actingFor(surroundings, actor, 'terms');
  for (const id of await listTasksAtHand(database, conflict))
    await giveBackTask(platform, actor, { id, administration });
  const written = await write(surroundings, actor, conflict);
  const [view] = await viewConflicts(database, clerk, [written]);
  if (view === undefined) throw new CaseworkError('NOT_FOUND', `Expected the conflict ${written.id}, but it is gone`);
  return view;
};
