export { findSignatory, isSigning } from './letters/signatory.ts';
export { letterOfTask, letterValues } from './letters/task-letter.ts';
export { refuseUnapprovedDecision } from './proposals/refuse-unapproved-decision.ts';
export { tasksMigrations } from './storage/migrations.ts';
export { findLastPerformer } from './storage/performers.ts';
export { noteHands } from './hands/note-hands.ts';
export { viewHands } from './hands/view-hands.ts';
export { keptApart, readDeeds, separationOf } from './tasks/separation.ts';
export { findSentBack } from './storage/sent-back.ts';
export type { TasksTables } from './storage/tables.gen.ts';
export {
  adoptAssignee,
  eldestOpenTask,
  endTasks,
  escalateTasks,
  findKnownTasks,
  findTask,
  insertTasks,
  listCasesOfTasks,
  listOpenTasks,
  listProposedElements,
  type NewTask,
  orderTasks,
  setAssignee,
  type TaskRow,
} from './storage/tasks.ts';
export { findWorklistRows, type WorklistRow } from './storage/worklist.ts';
export { type Answers } from './tasks/complete-task.ts';
export { giveBackTask, giveBackWithoutPower } from './tasks/give-back.ts';
export { moveTask } from './tasks/move-task.ts';
export { evaluateExpression } from './tasks/evaluate-expression.ts';
export { judgeCondition, type Known, knownOfTask } from './tasks/known-variables.ts';
export {
  barOf,
  groupsOf,
  maySign,
  refuseBar,
  requireOpenTask,
  requireTask,
  rightsOf,
  separateRight,
  standingOf,
} from './tasks/task-access.ts';
export { procedureOfTask, versionOfTask } from './tasks/procedure-of-task.ts';
export { variablesOf } from './tasks/task-form.ts';
export { type ListReader, summarizeTasks } from './tasks/task-summary.ts';
export { formOfTask, taskVariables } from './tasks/task-view.ts';
export { tasksRoom } from './tasks/tasks-room.ts';
export { DecisionHands, LetterSheet, ProposalChange, TaskBar, TaskCounters, TaskSummary, TaskView } from './views.ts';
export { taskWalls } from './walls/task-walls.ts';
