import { ConsultationOutcome } from '@irisflow/casework';
import { CaseFacts, ChangeOutcome, Month } from '@irisflow/facts';
import { Instant, OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const Key = Type.String({ minLength: 1, maxLength: 100 });
const Words = visibleText(1000);

/** What authentic sources said for a case, beside what its applicant said. */
export const factOperations = operationsOf({
  listFacts: {
    method: 'GET',
    path: '/api/cases/{caseId}/facts',
    summary: 'What the sources said for a case, beside what the applicant said; that it was read is on record.',
    access: clerks,
    params: byCase,
    reply: CaseFacts,
  },
  askSourceAgain: {
    method: 'POST',
    path: '/api/cases/{caseId}/facts/{sourceKey}',
    summary: 'Asks a source again, under the authorization of the procedure. Nothing that was said before is replaced.',
    access: clerks,
    limit: submissionLimit,
    params: Type.Object({ caseId: OpaqueId, sourceKey: Key }),
    reply: Type.Object({ outcome: ConsultationOutcome, facts: CaseFacts }),
  },
  settleSourceChange: {
    method: 'POST',
    path: '/api/cases/{caseId}/facts/{sourceKey}/settlement',
    summary:
      'Says that a change at a source counts from a month on, which the process is told, or that it is left aside.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId, sourceKey: Key }),
    body: Type.Object({
      /** Of the change as it was read: what the source said since is another one. */
      upTo: Instant,
      outcome: ChangeOutcome,
      /** For one that is accepted. */
      effectiveMonth: Type.Optional(Month),
      /** For one that is rejected. */
      reason: Type.Optional(visibleText(500)),
    }),
    reply: CaseFacts,
  },
  listMyFacts: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/facts',
    summary: 'What the sources said about me in my case.',
    access: citizens,
    params: byCase,
    reply: CaseFacts,
  },
  correctFact: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/facts/corrections',
    summary: 'Says that a source is wrong about me, with a reason and a document of my case.',
    access: citizens,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({ sourceKey: Key, field: Key, claimed: Words, reason: Words, documentId: OpaqueId }),
    reply: CaseFacts,
  },
});
