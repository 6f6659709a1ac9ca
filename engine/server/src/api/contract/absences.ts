import { AbsenceView, CandidateView, MAX_MOVES, ReassignmentPlan, ReassignmentResult } from '@irisflow/absences';
import { CalendarDate, EngineKey, nullable, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { clerks, operationsOf, submissionLimit } from './operation.ts';

const byAbsence = Type.Object({ absenceId: OpaqueId });
const PersonId = Type.String({ minLength: 1, maxLength: 100 });

/** Who is away, and who has their tasks meanwhile. */
export const absenceOperations = operationsOf({
  listAbsences: {
    method: 'GET',
    path: '/api/absences',
    summary: 'Who of my administration is away or will be.',
    access: clerks,
    reply: Type.Array(AbsenceView),
  },
  recordAbsence: {
    method: 'POST',
    path: '/api/absences',
    summary: 'Notes that I am away, or as a supervisor that a colleague is. Why, nobody is asked.',
    access: clerks,
    body: Type.Object({ personId: PersonId, from: CalendarDate, to: CalendarDate, standInId: nullable(PersonId) }),
    reply: AbsenceView,
  },
  endAbsence: {
    method: 'POST',
    path: '/api/absences/{absenceId}/end',
    summary: 'Somebody is back earlier, or was not away after all.',
    access: clerks,
    params: byAbsence,
    reply: 'none',
  },
  listCandidates: {
    method: 'GET',
    path: '/api/tasks/{taskId}/candidates',
    summary: 'Who can have a task, the one to take first on top, and why the others cannot.',
    access: ['supervisor'],
    params: Type.Object({ taskId: EngineKey }),
    reply: Type.Array(CandidateView),
  },
  previewReassignment: {
    method: 'GET',
    path: '/api/absences/{absenceId}/reassignment',
    summary: 'Who would get the open tasks of an absent colleague, and what that does to terms.',
    access: ['supervisor'],
    params: byAbsence,
    reply: ReassignmentPlan,
  },
  reassignTasks: {
    method: 'POST',
    path: '/api/absences/{absenceId}/reassignment',
    summary: 'Gives the tasks of an absent colleague to others, as it was previewed.',
    access: ['supervisor'],
    limit: submissionLimit,
    params: byAbsence,
    body: Type.Object({
      moves: Type.Array(Type.Object({ taskId: EngineKey, personId: PersonId }), { minItems: 1, maxItems: MAX_MOVES }),
    }),
    reply: ReassignmentResult,
  },
});
