import type { intakeOperations } from '../api/contract/intake.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createIntakeHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof intakeOperations> => {
  const { intake } = casework;
  return {
    findApplicants: ({ actor, body }) => intake.findApplicants(actor, body),
    openOfficeApplication: ({ actor, body }) => intake.openDirectly(actor, body),
    openCaseByReference: ({ actor, params, body }) => intake.openByReference(actor, { ...params, ...body }),
    printReceipt: async ({ actor, params }) => ({
      ...(await intake.printReceipt(actor, params)),
      mediaType: 'application/pdf',
      inline: true,
    }),
    getCaseLinks: ({ actor, params }) => intake.getLinks(actor, params),
    linkCase: ({ actor, params, body }) => intake.linkCase(actor, { ...params, ...body }),
    unlinkCase: ({ actor, params, body }) => intake.unlinkCase(actor, { ...params, ...body }),
    getMyCaseLinks: ({ actor, params }) => intake.getMyLinks(actor, params),
  };
};
