import type { Queryable } from '@irisflow/database';
import { appendAudit, type Actor } from '@irisflow/access';
import { insertTimelineEntry, timelineText } from '@irisflow/casework';
import type { Surroundings } from '../surroundings.ts';
import type { TaskRow } from '../storage/tasks.ts';
import { noteVoided } from '../storage/proposals.ts';
import type { ProposalChange } from '../views.ts';
import { inEveryLocale } from '@irisflow/foundation';
import { hashOfProposal } from './proposal.ts';

const platformName = { fr: 'Irisflow', nl: 'Irisflow', en: 'Irisflow' };

interface Voided {
  readonly actor: Actor;
  readonly task: Pick<TaskRow, 'id' | 'case_id' | 'administration' | 'element_id'>;
  readonly changes: readonly ProposalChange[];
}

/** Says in the case that its proposal is void, once for each change. */
export const noteVoidedProposal = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, task, changes }: Voided,
): Promise<void> => {
  const hash = hashOfProposal(Object.fromEntries(changes.map(({ path, found }) => [path, found])));
  if (!(await noteVoided(tx, { id: task.id, hash }))) return;
  const fields = inEveryLocale((locale) => `(${changes.map(({ label }) => label[locale]).join(', ')}).`);
  await insertTimelineEntry(tx, {
    caseId: task.case_id,
    administration: task.administration,
    at: surroundings.clock.now(),
    kind: 'proposalVoided',
    text: timelineText('proposalVoided', fields),
    actor: platformName,
    visibleToApplicant: false,
  });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'proposal.voided',
    object: `task:${task.id}`,
    administration: task.administration,
    detail: { case: task.case_id, paths: changes.map(({ path }) => path) },
  });
};
