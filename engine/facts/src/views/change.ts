import { Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** A month, as `2026-12`. */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

/** What a source said of a field, and what it says now. */
export const ChangedField = Type.Object({
  field: Type.String(),
  label: LocalizedText,
  /** Where the application asks the same; its field says how to write the values. */
  pointer: nullable(Type.String()),
  format: nullable(Type.Literal('money')),
  before: Type.Unknown(),
  after: Type.Unknown(),
});
export type ChangedField = Static<typeof ChangedField>;

/** That a source says something else than before, and nobody has said yet what becomes of it. */
export const OpenChange = Type.Object({
  sourceKey: Type.String(),
  /** The moment of the newest thing that it said. */
  upTo: Instant,
  /** Months from which it may count, the usual one first: the one after the source said it. */
  months: Type.Array(Month),
  fields: Type.Array(ChangedField),
});
export type OpenChange = Static<typeof OpenChange>;

export const ChangeOutcome = oneOf(['accepted', 'rejected']);
export type ChangeOutcome = Static<typeof ChangeOutcome>;

/** What became of such a change: it counts from a month on, or is left aside with a reason. */
export const SettledChange = Type.Object({
  id: OpaqueId,
  sourceKey: Type.String(),
  outcome: ChangeOutcome,
  effectiveMonth: nullable(Month),
  reason: Type.String(),
  by: Type.String(),
  at: Instant,
  fields: Type.Array(ChangedField),
});
export type SettledChange = Static<typeof SettledChange>;
