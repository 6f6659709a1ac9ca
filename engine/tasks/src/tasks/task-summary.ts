import type { Queryable } from '@irisflow/database';
import { instantOf, numberOrNull } from '@irisflow/foundation';
import { type KnownPerson, namesOf } from '@irisflow/access';
import type { Power } from '@irisflow/delegations';
import type { WorklistRow } from '../storage/worklist.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TaskSummary } from '../views.ts';
import { rightsOf } from './task-access.ts';
import { procedureOfTask } from './procedure-of-task.ts';

/** Whom a list is for. */
export interface ListReader {
  readonly person: KnownPerson;
  /** What they may do today in the name of colleagues. */
  readonly powers: readonly Power[];
}

const delegatorsOf = (row: WorklistRow, { person, powers }: ListReader): TaskSummary['delegators'] => {
  if (row.state !== 'open' || powers.length === 0) return [];
  const rights = rightsOf(person, powers, { task: row, procedureKey: row.procedure_key });
  const delegators = rights.flatMap((power) => (power === null ? [] : [power.delegator]));
  return [...new Map(delegators.map((delegator) => [delegator.id, delegator])).values()];
};

/** Tasks as the worklist shows them. */
export const summarizeTasks = async (
  surroundings: Surroundings,
  db: Queryable,
  { rows, reader }: { readonly rows: readonly WorklistRow[]; readonly reader: ListReader },
): Promise<TaskSummary[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ assignee }) => (assignee === null ? [] : [assignee])),
  );
  const summaries: TaskSummary[] = [];
  for (const row of rows) {
    const { description, version } = await procedureOfTask(surroundings, db, { task: row, row });
    const id = row.element_id;
    summaries.push({
      id: row.id,
      name: description.tasks[id]?.name ?? { fr: id, nl: id, en: id },
      elementId: id,
      state: row.state,
      caseId: row.case_id,
      reference: row.reference,
      procedureKey: row.procedure_key,
      procedureTitle: description.title,
      applicant: row.applicant,
      language: row.language,
      assignee: row.assignee === null ? null : { id: row.assignee, name: names.get(row.assignee) ?? row.assignee },
      candidateGroups: row.candidate_groups,
      createdAt: instantOf(row.created_at),
      dueOn: row.due_on,
      remainingDays: numberOrNull(row.remaining_days),
      priority: row.priority,
      delegators: delegatorsOf(row, reader),
      // Many at once are of one version, which is that of their cases.
      bulk: version === row.procedure_version && description.tasks[id]?.bulk !== undefined,
    });
  }
  return summaries;
};
