import { Type, type Static } from 'typebox';
import { AccountSession } from '@irisflow/access';
import { CalendarDate, extend, nullable, OpaqueId } from '@irisflow/foundation';

export const PartyKind = Type.Union([Type.Literal('person'), Type.Literal('organization')]);

export const MandateState = Type.Union([
  Type.Literal('future'),
  Type.Literal('inForce'),
  Type.Literal('over'),
  Type.Literal('revoked'),
]);
export type MandateState = Static<typeof MandateState>;

/** That somebody may act for somebody else. */
export const MandateView = Type.Object({
  id: OpaqueId,
  mandator: Type.String(),
  mandatee: Type.String(),
  /** Keys of procedures; null for all of them. */
  procedures: nullable(Type.Array(Type.String())),
  mayDelegate: Type.Boolean(),
  validFrom: CalendarDate,
  /** The last day; null for until it is revoked. */
  validTo: nullable(CalendarDate),
  state: MandateState,
  /** Where it comes from: given on the portal, recorded at a desk, known to the identity provider. */
  origin: Type.Union([Type.Literal('portal'), Type.Literal('desk'), Type.Literal('provider')]),
  proof: Type.String(),
});
export type MandateView = Static<typeof MandateView>;

/** The mandates that I gave, or that were given for whom I act, and those by which I may act today. */
export const MyMandates = Type.Object({
  /** Null where I act under a mandate that lets me see and give none. */
  given: nullable(Type.Array(MandateView)),
  held: Type.Array(MandateView),
});
export type MyMandates = Static<typeof MyMandates>;

/** For whom a session acts; `over` where its mandate ended meanwhile. */
export const ActingView = Type.Union([
  Type.Object({
    state: Type.Literal('inForce'),
    mandateId: OpaqueId,
    kind: PartyKind,
    name: Type.String(),
    procedures: nullable(Type.Array(Type.String())),
    mayDelegate: Type.Boolean(),
  }),
  Type.Object({ state: Type.Literal('over') }),
]);
export type ActingView = Static<typeof ActingView>;

/** Who is signed in, and for whom they act; null for themselves. */
export const SessionView = extend(AccountSession, { acting: nullable(ActingView) });
export type SessionView = Static<typeof SessionView>;
