import type { connectorOperations } from '../api/contract/connector.ts';
import type { Call, Handlers } from '../http/call.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Operation } from '../api/contract/index.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

/** A connector repeats what it does not know to have arrived; the key tells a repetition from a second wish. */
const keyOf = ({ idempotencyKey }: Pick<Call<Operation>, 'idempotencyKey'>): string => {
  if (idempotencyKey !== null) return idempotencyKey;
  throw new HttpProblem(400, 'IDEMPOTENCY_KEY_NEEDED', 'Expected an Idempotency-Key header, but found none.');
};

export const createConnectorHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof connectorOperations> => {
  const { caseStore, cases } = casework;
  return {
    setCaseStatus: async (call) =>
      caseStore.setStatus(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    addTimelineEntry: async (call) =>
      caseStore.addTimelineEntry(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    requestInformation: async (call) =>
      caseStore.requestInformation(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    recordDecision: async (call) =>
      caseStore.recordDecision(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    createLetter: async (call) =>
      caseStore.createLetter(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    changeTerm: async (call) =>
      caseStore.changeTerm(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    closeCase: async (call) =>
      caseStore.close(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    recordConsultation: async (call) =>
      caseStore.recordConsultation(call.actor, { ...call.params, ...call.body, idempotencyKey: keyOf(call) }),
    downloadLetter: async ({ actor, params }) => downloadReply(await cases.downloadForConnector(actor, params)),
  };
};
