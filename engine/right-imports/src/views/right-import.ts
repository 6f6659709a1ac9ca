import { PersonView } from '@irisflow/access';
import { Instant, LocalizedText, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { RightStateView } from '@irisflow/rights';
import { Type, type Static } from 'typebox';
import { findingCodes } from '../rows/finding.ts';

export const RightImportState = oneOf([
  'uploaded',
  'checking',
  'checked',
  'running',
  'stopped',
  'finished',
  'confirmed',
]);
export type RightImportState = Static<typeof RightImportState>;

export const RightRowState = oneOf(['waiting', 'ready', 'same', 'differs', 'wrong', 'imported', 'changed', 'failed']);
export type RightRowState = Static<typeof RightRowState>;
/** Rows by how far they are; those that are ready with something to be known of them, and differences that are accepted, apart. */
export const RightRowKind = oneOf([
  'waiting',
  'ready',
  'warned',
  'same',
  'differs',
  'accepted',
  'wrong',
  'imported',
  'changed',
  'failed',
]);
export type RightRowKind = Static<typeof RightRowKind>;

const count = Type.Integer({ minimum: 0 });
/** What an earlier system counts at most. */
const told = Type.Integer({ minimum: 0, maximum: 10_000_000 });
const Name = Type.String({ minLength: 1, maxLength: 100 });

export const RightRowCounts = Type.Object({
  waiting: count,
  ready: count,
  warned: count,
  same: count,
  differs: count,
  accepted: count,
  wrong: count,
  imported: count,
  changed: count,
  failed: count,
});
export type RightRowCounts = Static<typeof RightRowCounts>;

/** What the earlier system says that there is: how many rights, how many in each state, and what amounts come to. */
export const RightControls = Type.Object({
  rights: told,
  states: Type.Record(Name, told),
  /** `125.00`, by field. */
  amounts: Type.Record(Name, Type.String({ pattern: '^-?[0-9]{1,15}\\.[0-9]{2}$' })),
});
export type RightControls = Static<typeof RightControls>;

/** A column that a file of rights of a kind may have. */
export const RightColumnView = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  /** What a cell of it has to hold. */
  expected: LocalizedText,
  hint: LocalizedText,
  isRequired: Type.Boolean(),
});
export type RightColumnView = Static<typeof RightColumnView>;

/** A kind of right of which files can be taken over. */
export const ImportableKind = Type.Object({
  procedureKey: Type.String(),
  procedureTitle: LocalizedText,
  key: Type.String(),
  name: LocalizedText,
  columns: Type.Array(RightColumnView),
  maxRows: count,
  maxBytes: count,
  keptDays: count,
});
export type ImportableKind = Static<typeof ImportableKind>;

const Named = Type.Object({ id: PersonView.properties.id, name: Type.String() });

export const RightImportSummary = Type.Object({
  id: OpaqueId,
  procedureKey: Type.String(),
  kind: Type.String(),
  kindName: LocalizedText,
  fileName: Type.String(),
  uploadedAt: Instant,
  uploadedBy: Named,
  state: RightImportState,
  rows: count,
  counts: RightRowCounts,
  eraseAt: Instant,
  erasedAt: nullable(Instant),
});
export type RightImportSummary = Static<typeof RightImportSummary>;

/** What was found in a column, or of rows: how often, and where first. */
export const RightProblem = Type.Object({
  code: oneOf(findingCodes),
  key: nullable(Type.String()),
  label: nullable(LocalizedText),
  text: LocalizedText,
  isError: Type.Boolean(),
  rows: count,
  line: count,
});
export type RightProblem = Static<typeof RightProblem>;

/** One thing that is counted: what the file says, what stands here, and what the earlier system had said; null where nobody said. */
const Compared = <T extends typeof count | ReturnType<typeof Type.String>>(value: T) => ({
  file: value,
  stands: value,
  control: nullable(value),
  isEqual: Type.Boolean(),
});

const StateLine = Type.Object({ state: RightStateView, ...Compared(count) });
const AmountLine = Type.Object({ field: Type.String(), label: LocalizedText, ...Compared(Type.String()) });

/** What a file says beside what stands here. */
export const RightReconciliation = Type.Object({
  rights: Type.Object(Compared(count)),
  states: Type.Array(StateLine),
  amounts: Type.Array(AmountLine),
  /** Rows that did not become rights, by why. */
  leftOut: Type.Array(RightProblem),
  /** Differences that nobody accepted. */
  notAccepted: count,
  /** Rights of the kind that stand here and are not in the file. */
  notInFile: count,
  isEqual: Type.Boolean(),
});
export type RightReconciliation = Static<typeof RightReconciliation>;

/** A file of rights, what was found in it, and how it compares with what stands. */
export const RightImportView = Type.Object({
  ...RightImportSummary.properties,
  procedureTitle: LocalizedText,
  header: Type.Array(Type.String()),
  /** For each header the label of the column that it names; null where it is left aside. */
  recognized: Type.Array(nullable(LocalizedText)),
  /** What the earlier system is asked for: states and amounts of the kind. */
  states: Type.Array(RightStateView),
  amounts: Type.Array(Type.Object({ field: Type.String(), label: LocalizedText })),
  controls: nullable(RightControls),
  /** Counts the dry runs. */
  revision: Ordinal,
  /** Whether the kind has changed since the dry run, so that another one is needed. */
  isOutdated: Type.Boolean(),
  problems: Type.Array(RightProblem),
  /** Of a file that was taken over; of one that was confirmed, as it was then. */
  reconciliation: nullable(RightReconciliation),
  startedBy: nullable(Named),
  confirmedBy: nullable(Named),
  confirmedAt: nullable(Instant),
  remark: nullable(Type.String()),
});
export type RightImportView = Static<typeof RightImportView>;

/** What is to be said of one row. */
export const RightRowFinding = Type.Object({
  code: oneOf(findingCodes),
  label: nullable(LocalizedText),
  /** What stands there; null where it is restricted, or about the row as a whole. */
  found: nullable(Type.String()),
  text: LocalizedText,
  isError: Type.Boolean(),
});
export type RightRowFinding = Static<typeof RightRowFinding>;

/** Of a right that stands: what it says here, and what the file says. */
export const RightDifference = Type.Object({ label: LocalizedText, here: LocalizedText, file: LocalizedText });
export type RightDifference = Static<typeof RightDifference>;

export const RightRowView = Type.Object({
  position: Ordinal,
  line: count,
  number: nullable(Type.String()),
  state: RightRowState,
  rightId: nullable(OpaqueId),
  findings: Type.Array(RightRowFinding),
  differences: Type.Array(RightDifference),
  isAccepted: Type.Boolean(),
});
export type RightRowView = Static<typeof RightRowView>;

export const RightRowsView = Type.Object({ items: Type.Array(RightRowView), next: nullable(Ordinal) });
export type RightRowsView = Static<typeof RightRowsView>;
