import { findPerson, type KnownPerson, knownPersonOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCase } from '@irisflow/casework';
import { listPowersOf, type Power } from '@irisflow/delegations';
import { findSentBack, findTask, rightsOf, setAssignee, type TaskRow } from '@irisflow/tasks';
import { isEngineFailure, type EngineTask } from '@irisflow/engine-client';
import type { Surroundings } from '../surroundings.ts';

/** By which right somebody may do a task themselves or by delegation, were it not for what they did before; undefined for none. */
const rightTo = async (
  { database, clock }: Surroundings,
  person: KnownPerson,
  task: TaskRow,
): Promise<Power | null | undefined> => {
  const row = await findCase(database, task.case_id);
  if (row === undefined) return undefined;
  const powers = await listPowersOf(database, { personId: person.id, today: dayOf(clock.now()) });
  return rightsOf(person, powers, { task, procedureKey: row.procedure_key })[0];
};

/** A task that was sent back is with who did it, if they still may do it: they know what was meant. */
export const giveBack = async (surroundings: Surroundings, task: EngineTask, caseId: string): Promise<void> => {
  const { database, engine, clock } = surroundings;
  if (task.assignee !== null) return;
  const found = await findSentBack(database, { caseId, elementId: task.elementId });
  const person = found === undefined ? undefined : await findPerson(database, found.proposed_by);
  if (person === undefined) return;
  const { userTaskKey } = task;
  const known = await findTask(database, userTaskKey);
  const right = known === undefined ? undefined : await rightTo(surroundings, knownPersonOf(person), known);
  if (right === undefined) return;
  try {
    await engine.tasks.assign({ userTaskKey, assignee: person.id, override: 'refused' });
  } catch (thrown) {
    // Somebody was faster, or the task is over: nobody has to have it back.
    if (isEngineFailure(thrown)) return;
    throw thrown;
  }
  await setAssignee(database, { id: userTaskKey, assignee: person.id, under: right?.id ?? null, at: clock.now() });
};
