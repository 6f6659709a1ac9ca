import type { portalOperations } from '../api/contract/portal.ts';
import type { Handlers } from '../http/call.ts';
import { exportMyData } from '../export/export-my-data.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPortalHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof portalOperations> => {
  const { procedures, applications, cases } = casework;
  return {
    listProcedures: ({ actor }) => procedures.listCatalog(actor, {}),
    getProcedure: ({ actor, params }) => procedures.getProcedure(actor, params),
    getEligibilityForm: ({ actor, params }) => procedures.getEligibilityForm(actor, params),
    checkEligibility: ({ actor, params, body }) => procedures.checkEligibility(actor, { ...params, ...body }),
    listDrafts: ({ actor }) => applications.listDrafts(actor, {}),
    createDraft: ({ actor, body }) => applications.createDraft(actor, body),
    getDraft: ({ actor, params }) => applications.getDraft(actor, params),
    refillDraft: ({ actor, params }) => applications.refillDraft(actor, params),
    disputeValue: ({ actor, params, body }) => applications.disputeValue(actor, { ...params, ...body }),
    saveDraft: ({ actor, params, body }) => applications.saveDraft(actor, { ...params, ...body }),
    discardDraft: ({ actor, params }) => applications.discardDraft(actor, params),
    addDraftDocument: async ({ actor, params, query, file }) =>
      applications.addDocument(actor, { ...params, ...query, ...(await file()) }),
    removeDraftDocument: ({ actor, params }) => applications.removeDocument(actor, params),
    submitApplication: ({ actor, params, body }) => applications.submit(actor, { ...params, ...body }),
    listMyCases: ({ actor }) => cases.listMyCases(actor, {}),
    getMyCase: ({ actor, params }) => cases.getMyCase(actor, params),
    downloadMyDocument: async ({ actor, params }) => {
      const document = await cases.downloadMyDocument(actor, params);
      await casework.notices.noteRead(actor, params);
      return downloadReply(document);
    },
    addMyDocument: async ({ actor, params, query, file }) =>
      cases.addMyDocument(actor, { ...params, ...query, ...(await file()) }),
    removeMyDocument: ({ actor, params }) => cases.removeMyDocument(actor, params),
    answerInformationRequest: ({ actor, params, body }) =>
      cases.answerInformationRequest(actor, { ...params, ...body }),
    withdrawCase: ({ actor, params, body }) => cases.withdraw(actor, { ...params, ...body }),
    exportMyData: ({ actor, query }) => exportMyData(casework, actor, query.language),
    listMyConsultations: ({ actor }) => cases.listMyConsultations(actor, {}),
    listMyAccesses: ({ actor }) => cases.listMyAccesses(actor, {}),
  };
};
