import { type PostRoomQuery, readPostRoom as readRoom } from '@irisflow/notices';
import { listHolding } from '../storage/batch-letters.ts';
import { type Consignment, listConsignments } from '../storage/consignments.ts';
import type { UseCase } from '../surroundings.ts';
import type { LetterInHand, PostRoomView } from '../views/post-room.ts';

type Of = { readonly id: string; readonly way: string };

const inHandOf = (
  { id, way }: Of,
  holding: Awaited<ReturnType<typeof listHolding>>,
  consignments: readonly Consignment[],
): LetterInHand => {
  const batch = holding.find(({ notice_id: noticeId }) => noticeId === id);
  const carried = consignments.find(({ notice_id: noticeId, channel }) => noticeId === id && channel === way);
  return {
    batch: batch === undefined ? null : { id: batch.id, number: batch.number },
    carrier: carried?.state ?? null,
    problem: carried?.problem ?? null,
  };
};

/** Letters on paper of my administration, and who has each in hand. */
export const readPostRoom: UseCase<PostRoomQuery, PostRoomView> = async (surroundings, actor, query) => {
  const { items, ...rest } = await readRoom(surroundings, actor, query);
  const ids = items.map(({ id }) => id);
  const holding = await listHolding(surroundings.database, ids);
  const consignments = await listConsignments(surroundings.database, ids);
  return { ...rest, items: items.map((item) => ({ ...item, inHand: inHandOf(item, holding, consignments) })) };
};
