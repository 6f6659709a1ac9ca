import { ContactPoints, ContactSummary, MandateView, PartyKind, ReachView } from '@irisflow/parties';
import { Instant, Locale, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { CaseSummary } from '@irisflow/casework';
import { PartyLabel, PartyNote } from './note.ts';
import { PartInCase } from './participant.ts';

/** A party as a desk finds it. */
export const PartySummary = Type.Object({
  id: OpaqueId,
  kind: PartyKind,
  name: Type.String(),
  enterpriseNumber: nullable(Type.String()),
});
export type PartySummary = Static<typeof PartySummary>;

/** A national number as a desk sees it: never its digits. */
const KnownNumber = Type.Object({
  state: Type.Union([Type.Literal('current'), Type.Literal('replaced'), Type.Literal('canceled')]),
  since: Instant,
  until: nullable(Instant),
  /** Why it was canceled, where this administration said so. */
  reason: nullable(Type.String()),
  /** Whether a register said so. */
  isFromRegister: Type.Boolean(),
});

/** That another record is of the same person, as the administration found. */
export const MergeView = Type.Object({
  id: OpaqueId,
  partyId: OpaqueId,
  name: Type.String(),
  reason: Type.String(),
  at: Instant,
  by: Type.String(),
});
export type MergeView = Static<typeof MergeView>;

/** One of two records that may be one person, with how much hangs on it. */
const MergeSide = Type.Object({
  party: PartySummary,
  isNoted: Type.Boolean(),
  cases: Type.Integer(),
  takesPart: Type.Integer(),
  contacts: Type.Integer(),
});
export type MergeSide = Static<typeof MergeSide>;

export const MergePreview = Type.Object({ merged: MergeSide, into: MergeSide });
export type MergePreview = Static<typeof MergePreview>;

/** Everything that an administration has of a party, and nothing that others have. */
export const PartyFile = Type.Object({
  ...PartySummary.properties,
  seatCommune: nullable(Type.String()),
  /** What they chose; null where nobody knows. */
  language: nullable(Locale),
  /** In which language one has to write to a company because of where its seat is. */
  boundLanguage: nullable(Type.Union([Type.Literal('fr'), Type.Literal('nl')])),
  /** Whether they were noted by a desk, and nobody vouches for them. */
  isNoted: Type.Boolean(),
  contact: ContactPoints,
  /** By which ways they want to be reached. */
  reach: ReachView,
  numbers: Type.Array(KnownNumber),
  cases: Type.Array(CaseSummary),
  /** Cases of others in which they take part. */
  takesPart: Type.Array(PartInCase),
  contacts: Type.Array(ContactSummary),
  /** Who may act for them in procedures of this administration. */
  mandates: Type.Array(MandateView),
  /** Labels and notes of this administration. */
  labels: Type.Array(PartyLabel),
  notes: Type.Array(PartyNote),
  /** Other records that are read here with this one. */
  merges: Type.Array(MergeView),
});
export type PartyFile = Static<typeof PartyFile>;
