import type { GatewayEngine } from './gateway/engine.ts';
import type { Leadership } from './leadership.ts';
import { NOBODY } from './actor.ts';
import { type Caller, ENGINE_ITSELF } from './pipeline/caller.ts';
import { failure } from './pipeline/work.ts';

const STANDBY = failure('UNAVAILABLE', 'Expected to be the writer, but this engine is standing by; try again');

type Shared = Omit<GatewayEngine, 'as' | 'submit' | 'tenantIds' | 'jobTypes' | 'actor' | 'isLeader'>;

/** What is the same for every caller. */
const createShared = (leadership: Leadership): Shared => {
  let requests = 0;
  return {
    forget: (requestId) => leadership.leader?.pipeline.forget(requestId),
    nextRequestId: () => {
      requests += 1;
      return `request-${requests}`;
    },
    findDecision: (requirementsKey, decisionId) => {
      for (const definition of leadership.leader?.pipeline.state.definitions.decisions.byKey.values() ?? []) {
        if (definition.requirementsKey === requirementsKey && definition.id === decisionId) return definition;
      }
      return undefined;
    },
    activate: async (request, limit) =>
      leadership.leader?.dispatcher.activate(request, limit) ?? { jobs: [], isOverloaded: false },
    wait: (waiter) => leadership.leader?.dispatcher.wait(waiter),
    leave: (waiter) => leadership.leader?.dispatcher.leave(waiter),
    giveBack: (jobKey) => leadership.leader?.dispatcher.giveBack(jobKey),
    park: (jobKey, message) =>
      void leadership.leader?.pipeline.submit<'raiseJobIncident'>({
        kind: 'raiseJobIncident',
        jobKey,
        type: 'MESSAGE_SIZE_EXCEEDED',
        message,
      }),
  };
};

const actFor = (leadership: Leadership, shared: Shared, caller: Caller): GatewayEngine => ({
  ...shared,
  get isLeader() {
    return leadership.leader !== null;
  },
  tenantIds: caller.tenantIds,
  jobTypes: caller.jobTypes ?? null,
  actor: caller.actor ?? NOBODY,
  as: (other) => actFor(leadership, shared, other),
  submit: async (command, contents) => leadership.leader?.pipeline.submit(command, contents, caller) ?? STANDBY,
});

/** The engine as the gateways see it, whether this process is the writer at the moment or not. */
export const createEngine = (leadership: Leadership): GatewayEngine =>
  actFor(leadership, createShared(leadership), ENGINE_ITSELF);
