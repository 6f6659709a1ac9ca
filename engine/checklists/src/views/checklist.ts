import { EngineKey, Instant, LocalizedText, nullable, oneOf } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Characters. */
export const MAX_REMARK = 1000;

/** One time that a point was ticked, the tick taken back, or a remark made. */
export const ChecklistMark = Type.Object({
  isTicked: Type.Boolean(),
  remark: Type.String(),
  /** Null where the data of the case ticked it. */
  by: nullable(Type.String()),
  at: Instant,
});
export type ChecklistMark = Static<typeof ChecklistMark>;

/** `automatic`: the data of the case say so, and nobody has to tick it. */
export const PointState = oneOf(['open', 'ticked', 'automatic']);
export type PointState = Static<typeof PointState>;

export const ChecklistPoint = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  /** The law that it rests on. */
  legalRef: nullable(LocalizedText),
  required: Type.Boolean(),
  state: PointState,
  remark: Type.String(),
  /** The newest first. */
  marks: Type.Array(ChecklistMark),
});
export type ChecklistPoint = Static<typeof ChecklistPoint>;

/** What is to be looked at in a task, and how far that is. What does not concern its case is left out. */
export const Checklist = Type.Object({
  taskId: EngineKey,
  taskName: LocalizedText,
  points: Type.Array(ChecklistPoint),
});
export type Checklist = Static<typeof Checklist>;
