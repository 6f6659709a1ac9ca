import type { Actor } from '@irisflow/access';
import type { Variables } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { findCase } from '@irisflow/casework';
import type { Surroundings } from '../surroundings.ts';
import type { TaskRow } from '../storage/tasks.ts';
import type { ProposalChange } from '../views.ts';
import { procedureOfTask } from '../tasks/procedure-of-task.ts';
import { noteVoidedProposal } from './note-voided.ts';
import { proposalChangesOf } from './proposal-changes.ts';

export const proposalChanged = (changes: readonly ProposalChange[]): CaseworkError =>
  new CaseworkError(
    'PROPOSAL_CHANGED',
    `Expected what was proposed, but changed since: ${changes.map(({ path }) => path).join(', ')}`,
  );

/** Refuses to approve what is not what was proposed, and says so in the case. */
export const refuseChangedProposal = async (
  surroundings: Surroundings,
  actor: Actor,
  { task, variables }: { task: TaskRow; variables: Variables },
): Promise<void> => {
  const { database } = surroundings;
  // Apart from the completion: what is said of the case stays when that is refused.
  const changes = await database.transaction(async (tx) => {
    const row = await findCase(tx, task.case_id);
    if (row === undefined) return [];
    const procedure = await procedureOfTask(surroundings, tx, { task, row });
    const found = await proposalChangesOf(tx, { task, procedure, variables });
    if (found.length > 0) await noteVoidedProposal(surroundings, tx, { actor, task, changes: found });
    return found;
  });
  if (changes.length > 0) throw proposalChanged(changes);
};
