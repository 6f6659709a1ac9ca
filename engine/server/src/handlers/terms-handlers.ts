import type { termsOperations } from '../api/contract/terms.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createTermsHandlers = ({
  casework: { terms },
}: HandlerOptions): Handlers<keyof typeof termsOperations> => ({
  listClosures: ({ actor }) => terms.listClosures(actor, {}),
  addClosure: ({ actor, body }) => terms.addClosure(actor, body),
  removeClosure: ({ actor, params }) => terms.removeClosure(actor, params),
  previewRecount: ({ actor, query }) => terms.previewRecount(actor, query),
  applyRecount: ({ actor, body }) => terms.applyRecount(actor, body),
});
