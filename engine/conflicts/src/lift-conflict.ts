import { appendAudit, requireStaff, sealDetail } from '@irisflow/access';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { findStanding, liftRow } from './storage/conflicts.ts';
import type { UseCase } from './surroundings.ts';

const none = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected a conflict ${id.slice(0, 40)} that stands, but there is none`);

/** Lets somebody work on the cases again, with a reason. Nobody lifts their own. */
export const liftConflict: UseCase<{ conflictId: string; reason: string }, void> = async (
  surroundings,
  actor,
  wanted,
) => {
  const { person, administration } = requireStaff(actor, ['supervisor']);
  const reason = requireReason(wanted.reason);
  const { conflictId: id } = wanted;
  await surroundings.database.transaction(async (tx) => {
    const row = await findStanding(tx, { administration, id });
    if (row === undefined) throw none(id);
    if (row.person_id === person.id)
      throw new CaseworkError('OWN_CONFLICT', `Expected somebody else to lift the conflict of ${person.id}`);
    const at = isoOf(surroundings.clock.now());
    if (!(await liftRow(tx, { id, at, by: person.id, reason }))) throw none(id);
    const sealed = await sealDetail(surroundings, tx, {
      administration,
      content: { reason, before: null, after: null, names: [] },
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'conflict.lifted',
      object: row.case_id === null ? `party:${row.party_id}` : `case:${row.case_id}`,
      administration,
      detail: { conflict: id, person: row.person_id, sealed },
    });
  });
};
