import type { incidentOperations } from '../api/contract/incidents.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createIncidentHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof incidentOperations> => {
  const { monitor } = casework;
  return {
    listOfficeIncidents: ({ actor }) => monitor.listOfficeIncidents(actor, {}),
    listCaseIncidents: ({ actor, params }) => monitor.listCaseIncidents(actor, params),
    retryStep: ({ actor, params }) => monitor.retryStep(actor, params),
    resolveStep: ({ actor, params, body }) => monitor.resolveStep(actor, { ...params, ...body }),
    getStandstill: ({ actor, params }) => monitor.getStandstill(actor, params),
  };
};
