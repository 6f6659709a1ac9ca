import { extend, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { PostedNotice, PostRoom } from '@irisflow/notices';
import { Type, type Static } from 'typebox';

/** Who has a letter in hand, or why its carrier does not take it. */
export const LetterInHand = Type.Object({
  /** The batch that it is printed with. */
  batch: nullable(Type.Object({ id: OpaqueId, number: Ordinal })),
  /** How it stands with its carrier. */
  carrier: nullable(oneOf(['waiting', 'carried', 'over', 'rejected', 'withdrawn'])),
  problem: nullable(oneOf(['noAddress', 'noNumber', 'unknownAddress', 'inactiveMailbox', 'notTaken'])),
});
export type LetterInHand = Static<typeof LetterInHand>;

export const LetterInPostRoom = extend(PostedNotice, { inHand: LetterInHand });
export type LetterInPostRoom = Static<typeof LetterInPostRoom>;

/** The post room with who has each letter in hand. */
export const PostRoomView = extend(Type.Omit(PostRoom, ['items']), { items: Type.Array(LetterInPostRoom) });
export type PostRoomView = Static<typeof PostRoomView>;
