import { appendAudit, requireStaff, type Actor, type Clerk } from '@irisflow/access';
import { tasksRoom } from '@irisflow/tasks';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, numberOrNull } from '@irisflow/foundation';
import { barOfCandidate, readCandidates, readTasks, type Candidate } from './judge-candidates.ts';
import { planMoves, type Move } from './plan-moves.ts';
import type { AbsenceRow } from './storage/absences.ts';
import { listTasksOf } from './storage/workload.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { requireAbsence, viewAbsence } from './view-absences.ts';
import { MAX_MOVES, type MoveOfTask, type ReassignmentPlan, type ReassignmentResult } from './views/absence.ts';

type ByAbsence = { readonly absenceId: string };

/** Whoever is planned to be away is not given to themselves, and today's absence decides about everybody else. */
const planFor = async (surroundings: Surroundings, { administration }: Clerk, absence: AbsenceRow) => {
  const { database, clock } = surroundings;
  const ids = await listTasksOf(database, { personId: absence.person_id, limit: MAX_MOVES });
  const tasks = await readTasks(surroundings, database, ids);
  const all = await readCandidates(database, { administration, today: dayOf(clock.now()) });
  const colleagues = all.filter(({ id }) => id !== absence.person_id);
  return { colleagues, moves: planMoves({ tasks, colleagues, standInId: absence.stand_in }) };
};

const reasonOf = ({ task, to }: Move, colleagues: readonly Candidate[]): MoveOfTask['reason'] => {
  if (to !== null) return null;
  const bars = colleagues.map((colleague) => barOfCandidate(task, colleague));
  return bars.includes(null) || bars.includes('language') ? 'language' : 'nobody';
};

const viewMove = (move: Move, colleagues: readonly Candidate[]): MoveOfTask => {
  const { row } = move.task;
  return {
    taskId: row.id,
    reference: row.reference,
    applicant: row.applicant,
    language: row.language,
    dueOn: row.due_on,
    remainingDays: numberOrNull(row.remaining_days),
    to: move.to === null ? null : { id: move.to.id, name: move.to.name },
    reason: reasonOf(move, colleagues),
  };
};

const receiversOf = (moves: readonly Move[]): ReassignmentPlan['receivers'] => {
  const receivers = new Map(moves.flatMap(({ to }) => (to === null ? [] : [[to.id, to] as const])));
  return [...receivers.values()].map(({ id, name, open_tasks: before }) => {
    const got = moves.filter(({ to }) => to?.id === id);
    const inLanguage = (language: string): number => got.filter(({ task }) => task.row.language === language).length;
    return {
      person: { id, name },
      french: inLanguage('fr'),
      dutch: inLanguage('nl'),
      openTasks: { before, after: before + got.length },
    };
  });
};

/** Their term ends before the colleague is back. */
const isAtRisk = ({ to_day: back }: AbsenceRow, { task }: Move): boolean =>
  task.row.due_on !== null && task.row.due_on <= back;

/** Who would get the open tasks of an absent colleague, and what that does to terms. Nothing is moved. */
export const previewReassignment: UseCase<ByAbsence, ReassignmentPlan> = async (surroundings, actor, { absenceId }) => {
  const clerk = requireStaff(actor, ['supervisor']);
  const absence = await requireAbsence(surroundings.database, clerk, absenceId);
  const { moves, colleagues } = await planFor(surroundings, clerk, absence);
  const atRisk = moves.filter((move) => isAtRisk(absence, move));
  return {
    absence: viewAbsence(absence),
    moves: moves.map((move) => viewMove(move, colleagues)),
    receivers: receiversOf(moves),
    atRisk: { before: atRisk.length, after: atRisk.filter(({ to }) => to === null).length },
  };
};

export interface Reassign extends ByAbsence {
  readonly moves: readonly { readonly taskId: string; readonly personId: string }[];
}

/** Gives one task as a supervisor does on its own page, which refuses what it refuses there. */
const move = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, personId }: Reassign['moves'][number],
): Promise<string | null> => {
  try {
    await tasksRoom(surroundings).assign(actor, { taskId, personId });
    return null;
  } catch (thrown) {
    if (thrown instanceof CaseworkError) return thrown.code;
    throw thrown;
  }
};

/** Moves the tasks as they were previewed; what the absent colleague no longer has stays where it is. */
export const reassign: UseCase<Reassign, ReassignmentResult> = async (surroundings, actor, { absenceId, moves }) => {
  const { database } = surroundings;
  const clerk = requireStaff(actor, ['supervisor']);
  const { administration } = clerk;
  const absence = await requireAbsence(database, clerk, absenceId);
  const theirs = new Set(await listTasksOf(database, { personId: absence.person_id, limit: MAX_MOVES }));
  const failed: ReassignmentResult['failed'] = [];
  for (const one of moves) {
    const code = theirs.has(one.taskId) ? await move(surroundings, actor, one) : 'TASK_MOVED';
    if (code !== null) failed.push({ taskId: one.taskId, code });
  }
  const assigned = moves.length - failed.length;
  await database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'tasks.reassigned',
      object: `person:${absence.person_id}`,
      administration,
      detail: { absence: absenceId, assigned, failed: failed.length },
    }),
  );
  return { assigned, failed };
};
