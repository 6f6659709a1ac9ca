export { absencesRoom } from './absences-room.ts';
export { listAbsences } from './storage/absences.ts';
export { absencesMigrations } from './storage/migrations.ts';
export type { AbsencesTables } from './storage/tables.gen.ts';
export { listColleagues, listTasksOf } from './storage/workload.ts';
export { AbsenceView, CandidateView, MAX_MOVES, ReassignmentPlan, ReassignmentResult } from './views/absence.ts';
export { absenceWalls } from './walls/absence-walls.ts';
