import { Instant, Locale, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Something of the file that is not in a copy, and why, in the language of the copy. */
export const LeftOut = Type.Object({ what: Type.String(), why: Type.String() });
export type LeftOut = Static<typeof LeftOut>;

/** A copy of the file of a case. */
export const FileCopyView = Type.Object({
  id: OpaqueId,
  audience: Type.Union([Type.Literal('party'), Type.Literal('office')]),
  /** For whom a clerk made it; null where the applicant made it. */
  recipient: nullable(Type.String()),
  reason: nullable(Type.String()),
  handedOver: Type.Boolean(),
  /** Null for applicants where a clerk made it: it was the administration. */
  madeBy: nullable(Type.String()),
  askedAt: Instant,
  language: Locale,
  state: Type.Union([Type.Literal('waiting'), Type.Literal('ready'), Type.Literal('failed')]),
  readyAt: nullable(Instant),
  pages: nullable(Type.Integer()),
  documents: Type.Integer(),
  leftOut: Type.Array(LeftOut),
});
export type FileCopyView = Static<typeof FileCopyView>;
