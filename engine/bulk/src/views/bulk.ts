import { PersonView } from '@irisflow/access';
import { EngineKey, FormData, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** As many tasks as one bulk decision takes. */
export const MAX_BULK_TASKS = 500;
/** As many as are looked through in one request. */
export const MAX_ASSESSED = 25;

/** Why a task is not completed together with others. */
export const BulkReason = oneOf([
  // It is not for this decision, or not for this person.
  'otherKind',
  'notOffered',
  'ended',
  'taken',
  'role',
  'fourEyes',
  'language',
  'missing',
  // Somebody has to look at the case.
  'unanswered',
  'contradiction',
  'sourceChanged',
  'disputed',
  'restricted',
  'sentBack',
  'proposalChanged',
  'formInvalid',
  'checklistOpen',
  'changeDeclared',
  'suspended',
  // Not the fault of the case.
  'unavailable',
  'fault',
]);
export type BulkReason = Static<typeof BulkReason>;

/** The kind of tasks that are decided together: one step of one version of a procedure. */
export const BulkKind = Type.Object({
  procedureKey: Type.String(),
  procedureVersion: Type.Integer(),
  elementId: Type.String(),
  procedureTitle: LocalizedText,
  taskName: LocalizedText,
});

const Somebody = Type.Object({ id: PersonView.properties.id, name: Type.String() });

/** One task as it would go into a bulk decision. */
export const AssessedTask = Type.Object({
  taskId: EngineKey,
  caseId: nullable(OpaqueId),
  reference: Type.String(),
  applicant: Type.String(),
  /** Null when it can go in. */
  reason: nullable(BulkReason),
  /** In whose name it would be done, by delegation; null for the reader's own. */
  onBehalfOf: nullable(Somebody),
  /** What its form holds before anything is answered; empty where it stays out. */
  data: FormData,
  /** Pointers of answers that are masked: the platform puts them back. */
  masked: Type.Array(Type.String()),
});
export type AssessedTask = Static<typeof AssessedTask>;

export const BulkAssessment = Type.Object({
  /** The form of the first task; null when it has none. */
  form: nullable(Type.Unknown()),
  /** JSON pointers of what is answered once for all. */
  fields: Type.Array(Type.String()),
  /** Of what is shown of each case. */
  shown: Type.Array(Type.String()),
  kind: BulkKind,
  tasks: Type.Array(AssessedTask),
});
export type BulkAssessment = Static<typeof BulkAssessment>;

export const BulkCounts = Type.Object({
  total: Type.Integer(),
  waiting: Type.Integer(),
  done: Type.Integer(),
  failed: Type.Integer(),
  canceled: Type.Integer(),
});
export type BulkCounts = Static<typeof BulkCounts>;

export const BulkState = oneOf(['running', 'canceled', 'finished']);
export type BulkState = Static<typeof BulkState>;

export const BulkSummary = Type.Object({
  id: OpaqueId,
  kind: BulkKind,
  startedAt: Instant,
  startedBy: Somebody,
  state: BulkState,
  counts: BulkCounts,
});
export type BulkSummary = Static<typeof BulkSummary>;

export const BulkItemView = Type.Object({
  taskId: EngineKey,
  caseId: OpaqueId,
  reference: Type.String(),
  applicant: Type.String(),
  state: oneOf(['waiting', 'done', 'failed', 'canceled']),
  reason: nullable(BulkReason),
  /** In whose name it was done, by delegation; null for that of who started. */
  onBehalfOf: nullable(Somebody),
  /** What is wrong in its form, in words. */
  fields: Type.Array(LocalizedText),
});
export type BulkItemView = Static<typeof BulkItemView>;

/** A bulk decision with what became of each task. */
export const BulkDecisionView = Type.Object({
  ...BulkSummary.properties,
  /** What was answered once for all, in words. */
  answers: Type.Array(Type.Object({ label: LocalizedText, text: LocalizedText })),
  items: Type.Array(BulkItemView),
});
export type BulkDecisionView = Static<typeof BulkDecisionView>;
