import { Type, type Static } from 'typebox';
import { Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';

/** Why a member of staff unmasks or repairs: the person concerned is told this, the words behind it are for the auditor. */
export const InterventionCategory = Type.Union([
  Type.Literal('incident'),
  Type.Literal('wrongData'),
  Type.Literal('askedByApplicant'),
  Type.Literal('control'),
  Type.Literal('legalDuty'),
]);
export type InterventionCategory = Static<typeof InterventionCategory>;

export const InterventionKind = Type.Union([
  Type.Literal('unmasking'),
  Type.Literal('correction'),
  Type.Literal('suspension'),
  Type.Literal('resumption'),
  Type.Literal('cancellation'),
  Type.Literal('retry'),
  Type.Literal('move'),
]);
export type InterventionKind = Static<typeof InterventionKind>;

export const AccessKind = Type.Union([Type.Literal('opening'), InterventionKind]);
export type AccessKind = Static<typeof AccessKind>;

/** In which function somebody acted: people are told this, never the name. */
export const OfficeFunction = Type.Union([
  Type.Literal('agent'),
  Type.Literal('supervisor'),
  Type.Literal('analyst'),
  Type.Literal('administrator'),
  /** Another system of the office. */
  Type.Literal('system'),
]);
export type OfficeFunction = Static<typeof OfficeFunction>;

/** What staff did with the personal data of one of my cases, when, in which office and why. */
export const AccessView = Type.Object({
  id: Type.String(),
  kind: AccessKind,
  firstAt: Instant,
  lastAt: Instant,
  by: LocalizedText,
  actingAs: OfficeFunction,
  /** Which restricted answer was looked at; null where it was none. */
  field: nullable(LocalizedText),
  purpose: LocalizedText,
  /** Null where an office opened the page of the person, and no case. */
  caseId: nullable(OpaqueId),
  reference: nullable(Type.String()),
});
export type AccessView = Static<typeof AccessView>;
