import { appendAudit, type Actor } from '@irisflow/access';
import { type Answers, requireOpenTask, type TaskView } from '@irisflow/tasks';
import { readAt, segmentsOf } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import { listUsesOfTask, setKept, type UseOfTask } from '../storage/paragraph-uses.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ParagraphKept } from '../views/paragraph.ts';
import { judgeKept } from './judge-kept.ts';

type KeptUse = UseOfTask & { readonly kept: ParagraphKept };

const judge = (data: FormData, use: UseOfTask): KeptUse => {
  const answer = readAt(data, segmentsOf(use.field));
  return { ...use, kept: judgeKept(use.inserted, typeof answer === 'string' ? answer : '') };
};

/** Notes what the answers kept of each, before they are given: what is not completed counts for nothing. */
export const noteKept = (surroundings: Surroundings, actor: Actor, { taskId, data }: Answers): Promise<KeptUse[]> =>
  surroundings.database.transaction(async (tx) => {
    const uses = (await listUsesOfTask(tx, taskId)).map((use) => judge(data, use));
    if (uses.length === 0) return [];
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    if (task.assignee !== clerk.person.id) return [];
    for (const kept of ['whole', 'part', 'none'] as const) {
      const ids = uses.filter((use) => use.kept === kept).map(({ id }) => id);
      if (ids.length > 0) await setKept(tx, { ids, kept });
    }
    return uses;
  });

/** The audit says it once the task is completed. */
export const auditUses = async (
  surroundings: Surroundings,
  actor: Actor,
  { view, uses }: { view: TaskView; uses: KeptUse[] },
) => {
  if (uses.length === 0 || actor.kind !== 'person') return;
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'paragraphs.used',
      object: `task:${view.id}`,
      administration: actor.person.administration,
      detail: {
        case: view.caseId,
        paragraphs: uses.map(({ key, version, field, kept }) => ({ key, version, field, kept })),
      },
    }),
  );
};
