import { Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Each with a contrast of its own, on whatever page. */
export const LabelColor = Type.Union([
  Type.Literal('grey'),
  Type.Literal('blue'),
  Type.Literal('green'),
  Type.Literal('yellow'),
  Type.Literal('orange'),
  Type.Literal('red'),
  Type.Literal('purple'),
  Type.Literal('brown'),
]);
export type LabelColor = Static<typeof LabelColor>;

/** A word by which an administration marks people and companies. */
export const PartyLabel = Type.Object({
  id: OpaqueId,
  name: Type.Object({ fr: Type.String(), nl: Type.String() }),
  color: LabelColor,
  /** It stays where it was put, and is put nowhere any more. */
  isRetired: Type.Boolean(),
});
export type PartyLabel = Static<typeof PartyLabel>;

/** Who of an administration reads a note. */
export const NoteAudience = Type.Union([Type.Literal('clerks'), Type.Literal('supervisors')]);
export type NoteAudience = Static<typeof NoteAudience>;

const NoteVersion = Type.Object({ text: Type.String(), at: Instant, by: Type.String() });

/** What an administration noted about somebody. */
export const PartyNote = Type.Object({
  id: OpaqueId,
  audience: NoteAudience,
  revision: Type.Integer(),
  /** The words now and before, the newest first; none of a note that was deleted. */
  versions: Type.Array(NoteVersion),
  writtenAt: Instant,
  by: Type.String(),
  /** The ground of law for which the person does not get the words; null where they do when they ask. */
  withheld: nullable(Type.String()),
  deleted: nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
  mayEdit: Type.Boolean(),
  mayDelete: Type.Boolean(),
});
export type PartyNote = Static<typeof PartyNote>;

/** The same as the person reads it who it is about. */
export const NoteAboutMe = Type.Object({
  administration: LocalizedText,
  at: Instant,
  /** Every version, the newest first; null where the law lets them out. */
  texts: nullable(Type.Array(Type.String())),
  withheld: nullable(Type.String()),
});
export type NoteAboutMe = Static<typeof NoteAboutMe>;
