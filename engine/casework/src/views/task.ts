import { Type, type Static } from 'typebox';
import {
  CalendarDate,
  EngineKey,
  FormData,
  Instant,
  Locale,
  LocalizedText,
  OpaqueId,
  nullable,
  extend,
} from '@irisflow/foundation';
import { CaseView } from './case.ts';

/** A user task as the clerk sees it. */
export const TaskSummary = Type.Object({
  id: EngineKey,
  name: LocalizedText,
  elementId: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('completed'), Type.Literal('canceled')]),
  caseId: OpaqueId,
  reference: Type.String(),
  procedureKey: Type.String(),
  procedureTitle: LocalizedText,
  applicant: Type.String(),
  language: Locale,
  assignee: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  candidateGroups: Type.Array(Type.String()),
  createdAt: Instant,
  dueOn: nullable(CalendarDate),
  remainingDays: nullable(Type.Integer()),
  priority: Type.Integer(),
});
export type TaskSummary = Static<typeof TaskSummary>;

/** Why the reader may not complete the task: somebody else has it, four eyes, a proposal that is void, or it is over. */
export const TaskBar = Type.Union([
  Type.Literal('unassigned'),
  Type.Literal('assignedToOther'),
  Type.Literal('fourEyes'),
  Type.Literal('ended'),
  Type.Literal('role'),
  Type.Literal('proposalChanged'),
]);

/** A field that the process has otherwise than the first person proposed it. */
export const ProposalChange = Type.Object({
  /** Of the process variable. */
  path: Type.String(),
  label: LocalizedText,
  proposed: LocalizedText,
  found: LocalizedText,
});
export type ProposalChange = Static<typeof ProposalChange>;
export type TaskBar = Static<typeof TaskBar>;

/** Why a task is to be done again: who did not take it as it was, and what they said in their form. */
export const SentBackView = Type.Object({
  by: Type.String(),
  at: Instant,
  remarks: Type.Array(Type.Object({ label: LocalizedText, text: LocalizedText })),
});
export type SentBackView = Static<typeof SentBackView>;

export const TaskView = extend(TaskSummary, {
  form: nullable(Type.Unknown()),
  data: FormData,
  bar: nullable(TaskBar),
  /** What keeps a second person from approving: until the first task is done again, or the task is sent back. */
  proposalChanges: Type.Array(ProposalChange),
  sentBack: nullable(SentBackView),
  instructions: nullable(LocalizedText),
  case: CaseView,
});
export type TaskView = Static<typeof TaskView>;

export const TaskCounters = Type.Object({
  mine: Type.Integer(),
  team: Type.Integer(),
  unassigned: Type.Integer(),
  overdue: Type.Integer(),
});
export type TaskCounters = Static<typeof TaskCounters>;
