import { TaskSummary } from '@irisflow/tasks';
import { extend, LocalizedText, nullable, oneOf } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

export const FieldKind = oneOf(['text', 'number', 'date', 'choice', 'yesNo']);
export type FieldKind = Static<typeof FieldKind>;

/** A field that a view may ask about and show. */
export const ViewField = Type.Object({
  key: Type.String(),
  kind: FieldKind,
  label: LocalizedText,
  /** The procedure, and the step where it is a field of one; null for what all tasks have. */
  group: nullable(LocalizedText),
  /** What a choice is made of. */
  choices: Type.Array(Type.Object({ value: Type.String(), label: LocalizedText })),
  /** Whether it may stay without an answer. */
  mayBeEmpty: Type.Boolean(),
});
export type ViewField = Static<typeof ViewField>;

/** A task with what the columns of a view say of it. */
export const ViewRow = extend(TaskSummary, {
  /** By the key of the field; null where there is nothing to show. */
  cells: Type.Record(Type.String(), nullable(LocalizedText)),
});
export type ViewRow = Static<typeof ViewRow>;

export const ViewPage = Type.Object({
  items: Type.Array(ViewRow),
  /** How many tasks were looked at for this page. */
  looked: Type.Integer(),
  /** Goes on where this page ended, or where it stopped looking; null when all tasks were looked at. */
  nextCursor: nullable(Type.String()),
});
export type ViewPage = Static<typeof ViewPage>;
