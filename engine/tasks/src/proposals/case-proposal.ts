import type { Queryable } from '@irisflow/database';
import type { CompiledForm } from '@irisflow/forms';
import type { PublishedProcedure } from '@irisflow/procedures';
import { listProposals } from '../storage/proposals.ts';
import type { Proposal } from './proposal.ts';

interface Approving {
  readonly caseId: string;
  readonly procedure: PublishedProcedure;
  /** The element of the task that approves. */
  readonly elementId: string;
}

/** What a task approves, with the forms that proposed it. */
export interface CaseProposal {
  readonly proposal: Proposal;
  readonly forms: readonly CompiledForm[];
  /** The elements that proposed it. */
  readonly proposedAt: readonly string[];
}

/** The last proposals of the tasks from which a task is separated; null when there are none. */
export const findCaseProposal = async (
  db: Queryable,
  { caseId, procedure, elementId }: Approving,
): Promise<CaseProposal | null> => {
  const { description, forms } = procedure;
  const elementIds = description.tasks[elementId]?.separateFrom ?? [];
  const proposals = await listProposals(db, { caseId, elementIds });
  if (proposals.length === 0) return null;
  return {
    proposal: Object.assign({}, ...proposals.map(({ proposal }) => proposal)) as Proposal,
    forms: elementIds.flatMap((id) => forms.get(description.tasks[id]?.form ?? '') ?? []),
    proposedAt: proposals.map((proposed) => proposed.element_id),
  };
};

/** Whether what a task gives to the process waits for the approval of a second person. */
export const isProposed = ({ description }: PublishedProcedure, elementId: string): boolean =>
  Object.values(description.tasks).some(({ separateFrom }) => separateFrom.includes(elementId));
