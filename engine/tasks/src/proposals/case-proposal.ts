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

/** Whoever does a step beside others, each of them once, proposes nothing to them. */
const proposedTo = ({ description }: PublishedProcedure, elementId: string): readonly string[] =>
  (description.tasks[elementId]?.separateFrom ?? []).filter((proposing) => proposing !== elementId);

/** The last proposals of the tasks from which a task is separated; null when there are none. */
export const findCaseProposal = async (
  db: Queryable,
  { caseId, procedure, elementId }: Approving,
): Promise<CaseProposal | null> => {
  const { description, forms } = procedure;
  const elementIds = proposedTo(procedure, elementId);
  const proposals = await listProposals(db, { caseId, elementIds });
  if (proposals.length === 0) return null;
  return {
    proposal: Object.assign({}, ...proposals.map(({ proposal }) => proposal)) as Proposal,
    forms: elementIds.flatMap((id) => forms.get(description.tasks[id]?.form ?? '') ?? []),
    proposedAt: proposals.map((proposed) => proposed.element_id),
  };
};

/** Whether what a task gives to the process waits for the approval of a second person. */
export const isProposed = (procedure: PublishedProcedure, elementId: string): boolean =>
  Object.keys(procedure.description.tasks).some((approving) => proposedTo(procedure, approving).includes(elementId));
