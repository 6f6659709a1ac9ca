import { Readable } from 'node:stream';
import type { postRoomOperations } from '../api/contract/post-room.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPostRoomHandlers = ({
  casework: { postRoom },
}: HandlerOptions): Handlers<keyof typeof postRoomOperations> => ({
  readPostRoom: ({ actor, query }) => postRoom.readPostRoom(actor, query),
  listPrintBatches: ({ actor }) => postRoom.listBatches(actor, {}),
  gatherPrintBatch: ({ actor, body }) => postRoom.gatherBatch(actor, body),
  getPrintBatch: ({ actor, params }) => postRoom.getBatch(actor, params),
  printBatch: async ({ actor, params, query }) => {
    const { name, mediaType, pdf } = await postRoom.printBatch(actor, { ...params, ...query });
    return { name, mediaType, content: Readable.from([Buffer.from(pdf)]) };
  },
  postPrintBatch: ({ actor, params, body }) => postRoom.postBatch(actor, { ...params, ...body }),
  giveUpPrintBatch: ({ actor, params }) => postRoom.giveUpBatch(actor, params),
  listCarriers: ({ actor }) => postRoom.listCarriers(actor, {}),
  setCarrier: ({ actor, body }) => postRoom.setCarrier(actor, body),
  hearCarrier: ({ actor, body }) => postRoom.hearCarrier(actor, body),
});
