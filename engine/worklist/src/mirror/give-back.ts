import { findPerson, knownPersonOf } from '@irisflow/access';
import { findSentBack, groupsOf, setAssignee } from '@irisflow/tasks';
import { isEngineFailure, type EngineTask } from '@irisflow/engine-client';
import type { Surroundings } from '../surroundings.ts';

/** A task that was sent back is with who did it, if they still may do it: they know what was meant. */
export const giveBack = async (surroundings: Surroundings, task: EngineTask, caseId: string): Promise<void> => {
  const { database, engine, clock } = surroundings;
  if (task.assignee !== null) return;
  const found = await findSentBack(database, { caseId, elementId: task.elementId });
  const person = found === undefined ? undefined : await findPerson(database, found.proposed_by);
  if (person === undefined) return;
  const isCandidate =
    task.candidateGroups.length === 0 ||
    groupsOf(knownPersonOf(person)).some((group) => task.candidateGroups.includes(group));
  if (!isCandidate) return;
  const { userTaskKey } = task;
  try {
    await engine.tasks.assign({ userTaskKey, assignee: person.id, override: 'refused' });
  } catch (thrown) {
    // Somebody was faster, or the task is over: nobody has to have it back.
    if (isEngineFailure(thrown)) return;
    throw thrown;
  }
  await setAssignee(database, { id: userTaskKey, assignee: person.id, at: clock.now() });
};
