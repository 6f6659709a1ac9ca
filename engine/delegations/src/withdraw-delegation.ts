import { appendAudit, requireStaff } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { findDelegation, withdrawRow } from './storage/delegations.ts';
import type { UseCase } from './surroundings.ts';
import { oversees } from './view-delegations.ts';

const ended = (id: string) =>
  new CaseworkError('DELEGATION_ENDED', `Expected delegation ${id} to hold or to come, but it is over`);

/** Takes a delegation back, from this moment on: what was done under it stays done. */
export const withdrawDelegation: UseCase<{ delegationId: string }, void> = async (
  surroundings,
  actor,
  { delegationId: id },
) => {
  const { database, clock } = surroundings;
  const clerk = requireStaff(actor, ['agent', 'supervisor', 'administrator']);
  const { administration, person } = clerk;
  const at = clock.now();
  await database.transaction(async (tx) => {
    const row = await findDelegation(tx, id);
    const isParty = row?.delegator_id === person.id || row?.delegate_id === person.id;
    if (row?.administration !== administration || (!isParty && !oversees(clerk)))
      throw new CaseworkError('NOT_FOUND', `Expected a delegation ${id}, but there is none`);
    if (row.delegator_id !== person.id && !oversees(clerk))
      throw new CaseworkError('FORBIDDEN', `Expected ${row.delegator_id} or who oversees, but found ${person.id}`);
    if (row.to_day < dayOf(at) || !(await withdrawRow(tx, { id, by: person.id, at }))) throw ended(id);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'delegation.withdrawn',
      object: `person:${row.delegate_id}`,
      administration,
      detail: { delegation: id, of: `person:${row.delegator_id}` },
    });
  });
};
