import type { hearingOperations } from '../api/contract/hearings.ts';
import type { Handlers } from '../http/call.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createHearingHandlers = ({
  casework: { hearings },
}: HandlerOptions): Handlers<keyof typeof hearingOperations> => ({
  listHearings: ({ actor, params }) => hearings.listHearingsOfCase(actor, params),
  listHearingChoices: ({ actor, params }) => hearings.listHearingChoices(actor, params),
  scheduleHearing: ({ actor, params, body }) => hearings.scheduleByHand(actor, { ...params, ...body }),
  moveHearing: ({ actor, params, body }) => hearings.moveHearing(actor, { ...params, ...body }),
  cancelHearing: ({ actor, params, body }) => hearings.cancelHearing(actor, { ...params, ...body }),
  takeHearing: ({ actor, params }) => hearings.leadHearing(actor, params),
  keepHearing: ({ actor, params, body }) => hearings.declineWish(actor, { ...params, ...body }),
  addHearingDocument: async ({ actor, params, file }) =>
    hearings.addHearingDocument(actor, { ...params, ...(await file()) }),
  reportHearing: ({ actor, params, body }) => hearings.holdHearing(actor, { ...params, ...body }),
  listOfficeHearings: ({ actor, query }) => hearings.listOfficeHearings(actor, { isMine: query.of === 'me' }),
  listMyHearings: ({ actor, params }) => hearings.listMyHearings(actor, params),
  askOtherTime: ({ actor, params, body }) => hearings.askOtherTime(actor, { ...params, ...body }),
  downloadMyHearing: async ({ actor, params, query }) => ({
    ...downloadReply(await hearings.downloadMyHearing(actor, { ...params, language: query.locale ?? 'fr' })),
    inline: false,
  }),
});
