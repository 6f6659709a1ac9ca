import { Type, type Static } from 'typebox';
import { Instant, nullable } from '@irisflow/foundation';
import { DraftFile } from './procedure.ts';

/** How a file of a draft came to say what it says. */
export const DraftAct = Type.Union([
  Type.Literal('saved'),
  Type.Literal('restored'),
  Type.Literal('imported'),
  Type.Literal('discarded'),
]);
export type DraftAct = Static<typeof DraftAct>;

/** One text of a file: the one it has now, or one it had. */
export const FileRevision = Type.Object({
  revision: Type.Integer(),
  at: Instant,
  by: nullable(Type.String()),
  act: DraftAct,
  /** `setAside`: it was never in the draft; its author took the text of somebody else. */
  state: Type.Union([
    Type.Literal('current'),
    Type.Literal('replaced'),
    Type.Literal('removed'),
    Type.Literal('setAside'),
  ]),
  /** Who replaced or removed it, and when; null for what is there now. */
  replacedAt: nullable(Instant),
  replacedBy: nullable(Type.String()),
});
export type FileRevision = Static<typeof FileRevision>;

/** A file that is not in the draft any more, with what it said last. */
export const RemovedFile = Type.Object({
  path: Type.String(),
  revision: Type.Integer(),
  content: Type.String(),
  at: Instant,
  by: nullable(Type.String()),
});
export type RemovedFile = Static<typeof RemovedFile>;

/** Somebody who has the draft open now. */
export const PresentPerson = Type.Object({
  /** Of this window, for as long as it is open. */
  id: Type.String(),
  name: Type.String(),
  /** The same person in another window. */
  isMe: Type.Boolean(),
  path: nullable(Type.String()),
  isEditing: Type.Boolean(),
});
export type PresentPerson = Static<typeof PresentPerson>;

/** Who else is there, and what was written since the revision that one has seen; null when nothing was. */
export const DraftNews = Type.Object({
  revision: Type.Integer(),
  people: Type.Array(PresentPerson),
  changes: nullable(
    Type.Object({
      files: Type.Array(DraftFile),
      /** Every path of the draft: what is missing here was removed. */
      paths: Type.Array(Type.String()),
    }),
  ),
});
export type DraftNews = Static<typeof DraftNews>;
