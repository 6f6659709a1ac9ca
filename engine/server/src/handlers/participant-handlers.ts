import type { participantOperations } from '../api/contract/participants.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createParticipantHandlers = ({
  casework,
}: HandlerOptions): Handlers<keyof typeof participantOperations> => {
  const { participants } = casework;
  return {
    listCaseParticipants: ({ actor, params }) => participants.listParticipants(actor, params),
    addCaseParticipant: ({ actor, params, body }) => participants.addParticipant(actor, { ...params, ...body }),
    endCaseParticipant: ({ actor, params, body }) => participants.endParticipant(actor, { ...params, ...body }),
    listMyCaseParticipants: ({ actor, params }) => participants.listSharedParticipants(actor, params),
  };
};
