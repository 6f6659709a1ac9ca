import type { privacyOperations } from '../api/contract/privacy.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPrivacyHandlers = ({
  casework: { privacy },
}: HandlerOptions): Handlers<keyof typeof privacyOperations> => ({
  listOwnProcessing: ({ actor }) => privacy.listOwnProcessing(actor, {}),
  searchTraces: ({ actor, body }) => privacy.searchTraces(actor, body),
  unmaskAnswer: ({ actor, params, body }) => privacy.unmaskAnswer(actor, { ...params, ...body }),
  maskAnswer: ({ actor, params, body }) => privacy.maskAnswer(actor, { ...params, ...body }),
  printTraces: async ({ actor, body }) => ({
    ...(await privacy.printTraces(actor, body)),
    mediaType: 'application/pdf',
  }),
  getCaseRetention: ({ actor, params }) => privacy.getCaseRetention(actor, params),
  placeHold: ({ actor, params, body }) => privacy.placeHold(actor, { ...params, ...body }),
  liftHold: ({ actor, params, body }) => privacy.liftHold(actor, { ...params, ...body }),
  listHolds: ({ actor }) => privacy.listHolds(actor, {}),
  previewDestruction: ({ actor }) => privacy.previewDestruction(actor, {}),
  listDestructions: ({ actor }) => privacy.listDestructions(actor, {}),
  proposeDestruction: ({ actor, body }) => privacy.proposeDestruction(actor, body),
  approveDestruction: ({ actor, params }) => privacy.approveDestruction(actor, params),
  cancelDestruction: ({ actor, params }) => privacy.cancelDestruction(actor, params),
  getDestructionCertificate: ({ actor, params }) => privacy.getCertificate(actor, params),
});
