import type { FrontDoor } from './front-door.ts';
import { waitFor } from './wait-for.ts';

interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
/** Seconds: a case passes through several procedures before somebody has something to do. */
const patience = 60;

/** Takes and completes a task of a case without a screen: for what other journeys show, or what is done many times. */
export const completeBehind = async (
  clerk: FrontDoor,
  caseId: string,
  elementId: string,
  data: object,
): Promise<void> => {
  const { id } = await waitFor(
    `the task ${elementId}`,
    async () =>
      (await clerk.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100')).items.find(
        (task) => task.caseId === caseId && task.elementId === elementId,
      ),
    patience,
  );
  await clerk.post(`/tasks/${id}/claim`);
  await clerk.post(`/tasks/${id}/completion`, { data });
};
