import { OpaqueId } from '@irisflow/foundation';
import { MyPlace, PlaceView, QuotaSummary, QuotaView } from '@irisflow/quotas';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const key = Type.String({ minLength: 1, maxLength: 100 });

/** How many rights of a kind there may be, who has a place, and who waits for one. */
export const quotaOperations = operationsOf({
  listQuotas: {
    method: 'GET',
    path: '/api/quotas',
    summary: 'The quotas of my administration: how many places there are, are taken and are waited for.',
    access: clerks,
    reply: Type.Array(QuotaSummary),
  },
  getQuota: {
    method: 'GET',
    path: '/api/quotas/{procedureKey}/{quotaKey}',
    summary: 'One quota: its ceilings by their days, its reservations, its waiting list and its history.',
    access: clerks,
    params: Type.Object({ procedureKey: key, quotaKey: key }),
    reply: QuotaView,
  },
  listPlacesOfCase: {
    method: 'GET',
    path: '/api/cases/{caseId}/places',
    summary: 'The places that a case has or waits for, with why its positions are what they are.',
    access: clerks,
    scope: 'files.read',
    params: byCase,
    reply: Type.Array(PlaceView),
  },
  listMyPlaces: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/places',
    summary: 'The same for whom the case is about: nothing of it says who else waits.',
    access: citizens,
    params: byCase,
    reply: Type.Array(MyPlace),
  },
});
