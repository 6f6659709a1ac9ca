import type { reachOperations } from '../api/contract/reach.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createReachHandlers = ({
  casework: { reach },
}: HandlerOptions): Handlers<keyof typeof reachOperations> => ({
  getMyReach: ({ actor }) => reach.getMyReach(actor, {}),
  chooseChannels: ({ actor, body }) => reach.chooseChannels(actor, body),
  sendEmailCode: ({ actor }) => reach.sendEmailCode(actor, {}),
  showEmailCode: ({ actor, body }) => reach.showEmailCode(actor, body),
});
