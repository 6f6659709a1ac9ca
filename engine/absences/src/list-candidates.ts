import { requireStaff } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { barOfCandidate, readCandidates, readTasks, speaks } from './judge-candidates.ts';
import type { UseCase } from './surroundings.ts';
import type { CandidateView } from './views/absence.ts';

/** First those who can have it, of these who work in its language, of these who have the least at hand. */
const inOrder = (left: CandidateView, right: CandidateView): number =>
  Number(left.bar !== null) - Number(right.bar !== null) ||
  Number(right.speaks) - Number(left.speaks) ||
  left.openTasks - right.openTasks ||
  left.name.localeCompare(right.name);

/** Who can have a task, the one to take first on top, and why the others cannot. */
export const listCandidates: UseCase<{ taskId: string }, CandidateView[]> = async (surroundings, actor, { taskId }) => {
  const { database, clock } = surroundings;
  const { administration } = requireStaff(actor, ['supervisor']);
  const [task] = await readTasks(surroundings, database, [taskId]);
  if (task?.row.administration !== administration)
    throw new CaseworkError('NOT_FOUND', `Expected a task ${taskId} to be seen, but there is none`);
  const colleagues = await readCandidates(database, { administration, today: dayOf(clock.now()) });
  const candidates = colleagues
    .map((colleague): CandidateView => ({
      id: colleague.id,
      name: colleague.name,
      openTasks: colleague.open_tasks,
      speaks: speaks(task, colleague),
      absentUntil: colleague.absent_until,
      bar: barOfCandidate(task, colleague),
      isSuggested: false,
    }))
    .toSorted(inOrder);
  // Whoever has it already is not suggested to have it.
  const first = candidates.find(({ id, bar }) => bar === null && id !== task.row.assignee);
  return candidates.map((candidate) => ({ ...candidate, isSuggested: candidate === first }));
};
