import type { Queryable } from '@irisflow/database';
import { instantOf, numberOrNull } from '@irisflow/foundation';
import { namesOf } from '@irisflow/access';
import type { WorklistRow } from '../storage/worklist.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TaskSummary } from '../views.ts';

/** Tasks as the worklist shows them. */
export const summarizeTasks = async (
  { library }: Surroundings,
  db: Queryable,
  rows: readonly WorklistRow[],
): Promise<TaskSummary[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ assignee }) => (assignee === null ? [] : [assignee])),
  );
  const summaries: TaskSummary[] = [];
  for (const row of rows) {
    const { description } = await library.version(db, row.procedure_key, row.procedure_version);
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
      bulk: description.tasks[id]?.bulk !== undefined,
    });
  }
  return summaries;
};
