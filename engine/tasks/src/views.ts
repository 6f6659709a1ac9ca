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
  oneOf,
  extend,
} from '@irisflow/foundation';
import { CaseView } from '@irisflow/casework';
import { matterActs } from '@irisflow/procedures';

const Somebody = Type.Object({ id: Type.String(), name: Type.String() });

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
  assignee: nullable(Somebody),
  candidateGroups: Type.Array(Type.String()),
  createdAt: Instant,
  dueOn: nullable(CalendarDate),
  remainingDays: nullable(Type.Integer()),
  priority: Type.Integer(),
  /** Whose delegation lets the reader do it, in their name; empty where the reader may do it themselves. */
  delegators: Type.Array(Somebody),
  /** Whether it may be decided together with others of its kind. */
  bulk: Type.Boolean(),
});
export type TaskSummary = Static<typeof TaskSummary>;

/** Why the reader may not complete the task: somebody else has it, four eyes, their language, a void proposal, or it is over. */
export const TaskBar = Type.Union([
  Type.Literal('unassigned'),
  Type.Literal('assignedToOther'),
  Type.Literal('fourEyes'),
  Type.Literal('language'),
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

const Run = Type.Object({ text: Type.String(), bold: Type.Boolean(), italic: Type.Boolean() });
const Runs = Type.Array(Run);

/** The letter that follows an approval, with the values as they stand now, in the language of the case. */
export const LetterSheet = Type.Object({
  key: Type.String(),
  language: Locale,
  subject: Type.String(),
  administration: Type.String(),
  recipient: Type.Array(Type.String()),
  date: Type.String(),
  reference: Type.String(),
  blocks: Type.Array(
    Type.Union([
      Type.Object({ kind: Type.Literal('paragraph'), runs: Runs }),
      Type.Object({ kind: Type.Literal('heading'), level: Type.Integer(), runs: Runs }),
      Type.Object({ kind: Type.Literal('list'), items: Type.Array(Type.Array(Runs)) }),
      Type.Object({
        kind: Type.Literal('table'),
        headers: Type.Array(Type.String()),
        rows: Type.Array(Type.Array(Type.String())),
      }),
    ]),
  ),
  /** False when a value is missing or a character cannot be printed: the letter would not leave. */
  complete: Type.Boolean(),
});
export type LetterSheet = Static<typeof LetterSheet>;

export const TaskView = extend(TaskSummary, {
  form: nullable(Type.Unknown()),
  data: FormData,
  /** JSON pointers of fields that would show a restricted answer: masked here, they stay as the process brought them. */
  masked: Type.Array(Type.String()),
  /** In whose name the reader would do it, by delegation; null where they do it themselves or cannot. */
  onBehalfOf: nullable(Somebody),
  bar: nullable(TaskBar),
  /** What keeps a second person from approving: until the first task is done again, or the task is sent back. */
  proposalChanges: Type.Array(ProposalChange),
  sentBack: nullable(SentBackView),
  /** What is sent when this is approved; null when the task sends nothing. */
  letter: nullable(LetterSheet),
  instructions: nullable(LocalizedText),
  /** In which language who does it has to work; null where anybody may. */
  neededLanguage: nullable(Locale),
  case: CaseView,
});
export type TaskView = Static<typeof TaskView>;

export const TaskCounters = Type.Object({
  mine: Type.Integer(),
  team: Type.Integer(),
  unassigned: Type.Integer(),
  overdue: Type.Integer(),
  /** Delegations in force under which the reader may do tasks of colleagues. */
  delegations: Type.Integer(),
});
export type TaskCounters = Static<typeof TaskCounters>;

const DecisionAct = oneOf([...matterActs, 'proposal']);

/** Something that was done for a decision: the last one is that it was decided. */
export const DecisionHand = Type.Object({
  act: DecisionAct,
  /** What it is called in its procedure. */
  label: LocalizedText,
  name: Type.String(),
  /** In whose name, by delegation. */
  onBehalfOf: nullable(Type.String()),
  doneAt: Instant,
  /** Reference of the linked case in which it was done; null for the case itself. */
  ofCase: nullable(Type.String()),
  /** Whether who decided in the end did this too. */
  decidedToo: Type.Boolean(),
});

/** Who had a hand in a decision, as it was on the day on which it was recorded. */
export const DecisionHands = Type.Object({
  decisionId: OpaqueId,
  /** Whether who decided did nothing else of it. */
  isKeptApart: Type.Boolean(),
  hands: Type.Array(DecisionHand),
});
export type DecisionHands = Static<typeof DecisionHands>;
