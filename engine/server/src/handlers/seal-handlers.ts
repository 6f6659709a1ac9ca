import type { sealOperations } from '../api/contract/seals.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createSealHandlers = ({
  casework: { dispatch },
}: HandlerOptions): Handlers<keyof typeof sealOperations> => ({
  listMySeals: ({ actor, params }) => dispatch.listMySeals(actor, params),
  listCaseSeals: ({ actor, params }) => dispatch.listSealsOfOfficeCase(actor, params),
});
