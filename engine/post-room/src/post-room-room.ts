import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { giveUpBatch, postBatch } from './batches/end-batch.ts';
import { gatherBatch } from './batches/gather-batch.ts';
import { printBatch } from './batches/print-batch.ts';
import { getBatch, listBatches } from './batches/read-batches.ts';
import { carryLetters } from './carriers/carry-letters.ts';
import { listCarriers, setCarrier } from './carriers/contracts.ts';
import { hearCarrier } from './carriers/hear-carrier.ts';
import { readPostRoom } from './desk/read-post-room.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. Answers of how many letters. */
const carry: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return carryLetters(actingAs(surroundings, job('carriers')));
};

/** How letters leave the house. */
export const postRoomRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    readPostRoom,
    listCarriers,
    setCarrier,
    hearCarrier,
    carry,
    listBatches,
    getBatch,
    gatherBatch,
    printBatch,
    postBatch,
    giveUpBatch,
  });
