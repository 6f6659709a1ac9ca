import type { versionMoveOperations } from '../api/contract/version-moves.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createVersionMoveHandlers = ({
  casework: { versionMoves },
}: HandlerOptions): Handlers<keyof typeof versionMoveOperations> => ({
  planVersionMove: ({ actor, params, body }) => versionMoves.planMove(actor, { ...params, ...body }),
  judgeVersionMove: ({ actor, params, body }) => versionMoves.judgeCases(actor, { ...params, ...body }),
  startVersionMove: ({ actor, params, body }) => versionMoves.startMove(actor, { ...params, ...body }),
  listVersionMoves: ({ actor, params }) => versionMoves.listMoves(actor, params),
  getVersionMove: ({ actor, params }) => versionMoves.getMove(actor, params),
  exportVersionMove: async ({ actor, params, query }) => {
    const { name, content } = await versionMoves.exportMove(actor, { ...params, ...query });
    return { name, mediaType: 'text/csv', content: Buffer.from(content) };
  },
  cancelVersionMove: ({ actor, params }) => versionMoves.cancelMove(actor, params),
  resumeVersionMove: ({ actor, params }) => versionMoves.resumeMove(actor, params),
});
