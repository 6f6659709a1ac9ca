import type { connectorOperations } from '../api/contract/connector.ts';
import type { Handlers } from '../http/call.ts';
import { once, silently } from './connector-call.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createConnectorHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof connectorOperations> => {
  const { caseStore, cases, connectors } = casework;
  return {
    setCaseStatus: async (call) => silently(caseStore.setStatus(call.actor, once(call))),
    addTimelineEntry: async (call) => silently(caseStore.addTimelineEntry(call.actor, once(call))),
    requestInformation: async (call) => caseStore.requestInformation(call.actor, once(call)),
    recordDecision: async (call) => caseStore.recordDecision(call.actor, once(call)),
    createLetter: async (call) => caseStore.createLetter(call.actor, once(call)),
    changeTerm: async (call) => caseStore.changeTerm(call.actor, once(call)),
    changeRight: async (call) => caseStore.changeRight(call.actor, once(call)),
    readRight: async ({ actor, body }) => caseStore.readRight(actor, body),
    changePlace: async (call) => caseStore.changePlace(call.actor, once(call)),
    changeObligation: async (call) => caseStore.changeObligation(call.actor, once(call)),
    openCase: async (call) => caseStore.openCase(call.actor, once(call)),
    askOpinion: async (call) => caseStore.askOpinion(call.actor, once(call)),
    askInspection: async (call) => caseStore.askInspection(call.actor, once(call)),
    summonToHearing: async (call) => caseStore.scheduleHearing(call.actor, once(call)),
    askPayment: async (call) => caseStore.askPayment(call.actor, once(call)),
    cancelPayment: async (call) => caseStore.cancelPayment(call.actor, once(call)),
    lowerPayment: async (call) => caseStore.lowerPayment(call.actor, once(call)),
    grantInstallments: async (call) => caseStore.grantInstallments(call.actor, once(call)),
    sendNotice: async (call) => caseStore.sendNotice(call.actor, once(call)),
    noteNoticeFate: async (call) => caseStore.noteNoticeFate(call.actor, once(call)),
    engageBudget: async (call) => caseStore.engageBudget(call.actor, once(call)),
    setEngagement: async (call) => caseStore.setEngagement(call.actor, once(call)),
    closeEngagement: async (call) => caseStore.closeEngagement(call.actor, once(call)),
    orderPayment: async (call) => caseStore.orderPayment(call.actor, once(call)),
    cancelOrder: async (call) => caseStore.cancelOrder(call.actor, once(call)),
    countDays: async ({ actor, body }) => caseStore.countDays(actor, body),
    tellCase: async (call) => caseStore.tellCase(call.actor, once(call)),
    closeCase: async (call) => silently(caseStore.closeCase(call.actor, once(call))),
    registerConnectors: ({ actor, body }) => connectors.registerConnectors(actor, body),
    downloadLetter: async ({ actor, params }) => downloadReply(await cases.downloadForConnector(actor, params)),
  };
};
