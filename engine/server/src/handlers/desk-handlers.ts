import { Readable } from 'node:stream';
import type { deskOperations } from '../api/contract/desk.ts';
import type { Handlers } from '../http/call.ts';
import { auditVerification } from './audit-verification.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createDeskHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof deskOperations> => {
  const { tasks, drafting, cases, identity, lifecycle, monitor, audit } = casework;
  return {
    getTaskCounters: ({ actor }) => tasks.countTasks(actor, {}),
    listTasks: ({ actor, query }) => tasks.listTasks(actor, query),
    getTask: ({ actor, params }) => tasks.getTask(actor, params),
    listDecisionHands: ({ actor, params }) => tasks.listDecisionHands(actor, params),
    previewTaskLetter: async ({ actor, params, query }) => ({
      ...(await drafting.previewTaskLetter(actor, { ...params, ...query })),
      mediaType: 'application/pdf',
      inline: true,
    }),
    claimTask: ({ actor, params }) => tasks.claim(actor, params),
    releaseTask: ({ actor, params }) => tasks.release(actor, params),
    sendTaskBack: ({ actor, params, body }) => tasks.sendBack(actor, { ...params, ...body }),
    assignTask: ({ actor, params, body }) => tasks.assign(actor, { ...params, ...body }),
    saveTaskDraft: ({ actor, params, body }) => tasks.saveTaskDraft(actor, { ...params, ...body }),
    completeTask: ({ actor, params, body }) => drafting.completeTask(actor, { ...params, ...body }),
    listColleagues: ({ actor }) => identity.listColleagues(actor, {}),
    listCases: ({ actor, query }) => cases.searchCases(actor, query),
    listCaseStatuses: ({ actor }) => cases.listCaseStatuses(actor, {}),
    listOwnStatuses: ({ actor }) => cases.listOwnStatuses(actor, {}),
    getCase: ({ actor, params }) => cases.getCase(actor, params),
    writeName: ({ actor, params, body }) => cases.writeName(actor, { ...params, ...body }),
    recordAppeal: ({ actor, params, body }) => lifecycle.recordAppeal(actor, { ...params, ...body }),
    endAppeal: ({ actor, params, body }) => lifecycle.endAppeal(actor, { ...params, ...body }),
    addNote: ({ actor, params, body }) => cases.addNote(actor, { ...params, ...body }),
    downloadCaseDocument: async ({ actor, params }) => downloadReply(await cases.downloadCaseDocument(actor, params)),
    correctAnswers: ({ actor, params, body }) => lifecycle.correctAnswers(actor, { ...params, ...body }),
    addCaseDocument: async ({ actor, params, query, file }) =>
      cases.addCaseDocument(actor, { ...params, ...query, ...(await file()) }),
    getCaseProcess: ({ actor, params }) => monitor.getCaseProcess(actor, params),
    readSealedDetail: ({ actor, params }) => audit.readSealedDetail(actor, params),
    listAudit: ({ actor, query }) => audit.listAudit(actor, query),
    verifyAudit: async ({ actor }) => auditVerification(await audit.verifyAudit(actor, {}), new Date()),
    exportAudit: async ({ actor }) => ({
      name: 'audit.jsonl',
      mediaType: 'application/jsonl',
      content: Readable.from(await audit.exportAudit(actor, {})),
    }),
  };
};
