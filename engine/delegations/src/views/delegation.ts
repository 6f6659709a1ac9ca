import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

const Somebody = Type.Object({ id: Type.String(), name: Type.String() });
/** Named where an administrator wrote down what it is called. */
const Group = Type.Object({ key: Type.String(), name: nullable(LocalizedText) });
const Procedure = Type.Object({ key: Type.String(), title: nullable(LocalizedText) });

/** Lapsed: one of the two no longer works here, or who gave it has none of its groups any more. */
export const DelegationState = oneOf(['planned', 'inForce', 'lapsed', 'ended', 'withdrawn']);
export type DelegationState = Static<typeof DelegationState>;

/** That somebody may do tasks in the name of a colleague, from one day to another, both included. */
export const DelegationView = Type.Object({
  id: OpaqueId,
  delegator: Somebody,
  delegate: Somebody,
  from: CalendarDate,
  to: CalendarDate,
  groups: Type.Array(Group),
  /** Keys of those that who gave it no longer has: they are worth nothing. */
  lostGroups: Type.Array(Type.String()),
  /** Null for every procedure. */
  procedures: nullable(Type.Array(Procedure)),
  /** In which capacity the delegate signs. */
  capacity: LocalizedText,
  /** The reason, or the reference of the instrument. */
  instrument: Type.String(),
  givenAt: Instant,
  state: DelegationState,
  withdrawn: nullable(Type.Object({ at: Instant, by: Type.String() })),
  mayWithdraw: Type.Boolean(),
});
export type DelegationView = Static<typeof DelegationView>;

/** The delegations that somebody sees, and what they may delegate themselves. */
export const DelegationsView = Type.Object({
  delegations: Type.Array(DelegationView),
  delegable: Type.Object({ groups: Type.Array(Group), procedures: Type.Array(Procedure) }),
});
export type DelegationsView = Static<typeof DelegationsView>;
