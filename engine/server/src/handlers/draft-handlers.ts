import type { draftOperations } from '../api/contract/drafts.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createDraftHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof draftOperations> => {
  const { procedures } = casework;
  return {
    getProcedureDraft: ({ actor, params }) => procedures.getDraft(actor, params),
    discardProcedureDraft: ({ actor, params }) => procedures.discardDraft(actor, params),
    saveProcedureFile: ({ actor, params, body }) => procedures.saveFile(actor, { ...params, ...body }),
    removeProcedureFile: ({ actor, params, body }) => procedures.removeFile(actor, { ...params, ...body }),
    changeProcedureFiles: ({ actor, params, body }) => procedures.changeFiles(actor, { ...params, ...body }),
    listFileRevisions: ({ actor, params, query }) => procedures.listFileRevisions(actor, { ...params, ...query }),
    getFileText: ({ actor, params, query }) => procedures.getFileText(actor, { ...params, ...query }),
    listRemovedFiles: ({ actor, params }) => procedures.listRemoved(actor, params),
    restoreProcedureFile: ({ actor, params, body }) => procedures.restoreFile(actor, { ...params, ...body }),
    setFileAside: ({ actor, params, body }) => procedures.setFileAside(actor, { ...params, ...body }),
    attendDraft: ({ actor, params, body }) => procedures.attendDraft(actor, { ...params, ...body }),
    leaveDraft: ({ actor, params, body }) => procedures.leaveDraft(actor, { ...params, ...body }),
  };
};
