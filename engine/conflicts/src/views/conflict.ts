import { Instant, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** A conflict with one case, or with a party and so with every case of theirs. */
export const ConflictScope = oneOf(['case', 'party']);
export type ConflictScope = Static<typeof ConflictScope>;

const Somebody = Type.Object({ id: Type.String(), name: Type.String() });

/** A conflict of interest that stands. */
export const ConflictView = Type.Object({
  id: OpaqueId,
  /** Whose it is. */
  person: Somebody,
  scope: ConflictScope,
  /** The reference of the case, or the name of the party. */
  about: Type.String(),
  reason: Type.String(),
  declaredBy: Somebody,
  declaredAt: Instant,
  /** Whether who reads may lift it. */
  mayLift: Type.Boolean(),
});
export type ConflictView = Static<typeof ConflictView>;
