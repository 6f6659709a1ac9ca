import { CaseIncident, CaseStandstill, OfficeIncidents } from '@irisflow/monitor';
import { EngineKey, OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const byIncident = Type.Object({ caseId: OpaqueId, incidentKey: EngineKey });

/** Cases that stand still because a step failed. */
export const incidentOperations = operationsOf({
  listOfficeIncidents: {
    method: 'GET',
    path: '/api/desk/incidents',
    summary: 'Which cases of my administration stand still, the longest first.',
    access: clerks,
    reply: OfficeIncidents,
  },
  listCaseIncidents: {
    method: 'GET',
    path: '/api/cases/{caseId}/incidents',
    summary: 'Where a case stands still.',
    access: clerks,
    params: byCase,
    reply: Type.Array(CaseIncident),
  },
  retryStep: {
    method: 'POST',
    path: '/api/cases/{caseId}/incidents/{incidentKey}/retry',
    summary: 'Lets a step that failed try once more.',
    access: clerks,
    params: byIncident,
    reply: Type.Array(CaseIncident),
  },
  resolveStep: {
    method: 'POST',
    path: '/api/cases/{caseId}/incidents/{incidentKey}/resolution',
    summary: 'Says that the cause is mended, with a reason; the step goes on.',
    access: ['supervisor'],
    params: byIncident,
    body: Type.Object({ reason: visibleText(2000) }),
    reply: Type.Array(CaseIncident),
  },
  getStandstill: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/standstill',
    summary: 'Whether a technical check holds my case up, and since when.',
    access: citizens,
    params: byCase,
    reply: CaseStandstill,
  },
});
