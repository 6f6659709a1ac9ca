import type { Queryable } from '@irisflow/database';
import type { Variables } from '@irisflow/engine-client';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { TaskRow } from '../storage/tasks.ts';
import type { ProposalChange } from '../views.ts';
import { findCaseProposal } from './case-proposal.ts';
import { describeChanges } from './describe-changes.ts';

/** What keeps an open task from approving: the fields that changed since they were proposed. */
export const proposalChangesOf = async (
  db: Queryable,
  { task, procedure, variables }: { task: TaskRow; procedure: PublishedProcedure; variables: Variables },
): Promise<ProposalChange[]> => {
  if (task.state !== 'open') return [];
  const found = await findCaseProposal(db, { caseId: task.case_id, procedure, elementId: task.element_id });
  return found === null ? [] : describeChanges({ ...found, variables });
};
