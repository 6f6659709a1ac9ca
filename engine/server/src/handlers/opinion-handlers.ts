import type { opinionOperations } from '../api/contract/opinions.ts';
import type { Handlers } from '../http/call.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createOpinionHandlers = ({
  casework: { opinions },
}: HandlerOptions): Handlers<keyof typeof opinionOperations> => ({
  listOpinions: ({ actor, params }) => opinions.listOpinionsOfCase(actor, params),
  listOpinionChoices: ({ actor, params }) => opinions.listOpinionChoices(actor, params),
  requestOpinion: ({ actor, params, body }) => opinions.askByHand(actor, { ...params, ...body }),
  withdrawOpinion: ({ actor, params, body }) => opinions.withdrawOpinion(actor, { ...params, ...body }),
  listAskedOpinions: ({ actor, query }) => opinions.listAskedOpinions(actor, { isOpen: query.state === 'open' }),
  getAskedOpinion: ({ actor, params }) => opinions.getAskedOpinion(actor, params),
  answerOpinion: ({ actor, params, body }) => opinions.answerOpinion(actor, { ...params, ...body }),
  addOpinionDocument: async ({ actor, params, file }) =>
    opinions.addOpinionDocument(actor, { ...params, ...(await file()) }),
  downloadOpinionDocument: async ({ actor, params }) =>
    downloadReply(await opinions.downloadOpinionDocument(actor, params)),
  listMyOpinions: ({ actor, params }) => opinions.listMyOpinions(actor, params),
});
