import type { quotaOperations } from '../api/contract/quotas.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createQuotaHandlers = ({
  casework: { quotas },
}: HandlerOptions): Handlers<keyof typeof quotaOperations> => ({
  listQuotas: ({ actor }) => quotas.listQuotas(actor, {}),
  getQuota: ({ actor, params }) => quotas.getQuota(actor, params),
  listPlacesOfCase: ({ actor, params }) => quotas.listPlacesForOffice(actor, params),
  listMyPlaces: ({ actor, params }) => quotas.listMyPlaces(actor, params),
});
