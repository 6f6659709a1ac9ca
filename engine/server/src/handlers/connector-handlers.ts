import type { connectorOperations } from '../api/contract/connector.ts';
import type { Operation } from '../api/contract/index.ts';
import type { Call, Handlers } from '../http/call.ts';
import { HttpProblem } from '../http/problem.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

/** A connector repeats what it does not know to have arrived; the key tells a repetition from a second wish. */
const keyOf = ({ idempotencyKey }: Pick<Call<Operation>, 'idempotencyKey'>): string => {
  if (idempotencyKey !== null) return idempotencyKey;
  throw new HttpProblem(400, 'IDEMPOTENCY_KEY_NEEDED', 'Expected an Idempotency-Key header, but found none.');
};

type CaseCall<Body> = Pick<Call<Operation>, 'idempotencyKey'> & { readonly body: Body };

const once = <Body>(call: CaseCall<Body>) => ({ ...call.body, idempotencyKey: keyOf(call) });

const silently = async (work: Promise<unknown>): Promise<void> => void (await work);

export const createConnectorHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof connectorOperations> => {
  const { caseStore, cases } = casework;
  return {
    setCaseStatus: async (call) => silently(caseStore.setStatus(call.actor, once(call))),
    addTimelineEntry: async (call) => silently(caseStore.addTimelineEntry(call.actor, once(call))),
    requestInformation: async (call) => caseStore.requestInformation(call.actor, once(call)),
    recordDecision: async (call) => caseStore.recordDecision(call.actor, once(call)),
    createLetter: async (call) => caseStore.createLetter(call.actor, once(call)),
    changeTerm: async (call) => caseStore.changeTerm(call.actor, once(call)),
    closeCase: async (call) => silently(caseStore.closeCase(call.actor, once(call))),
    recordConsultation: async (call) => silently(caseStore.recordConsultation(call.actor, once(call))),
    downloadLetter: async ({ actor, params }) => downloadReply(await cases.downloadForConnector(actor, params)),
  };
};
