import { OpaqueId, visibleText } from '@irisflow/foundation';
import { CaseReopenings, MAX_REASON, ReopeningGround } from '@irisflow/lifecycle';
import { Type } from 'typebox';
import { clerks, operationsOf, submissionLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });

/** What becomes of cases after they were opened. */
export const lifecycleOperations = operationsOf({
  getReopenings: {
    method: 'GET',
    path: '/api/cases/{caseId}/reopenings',
    summary: 'How a case was reopened so far, and whether I may reopen it.',
    access: clerks,
    params: byCase,
    reply: CaseReopenings,
  },
  reopenCase: {
    method: 'POST',
    path: '/api/cases/{caseId}/reopenings',
    summary: 'Reopens a closed case, or proposes to where a second person has to approve it.',
    access: clerks,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({ ground: ReopeningGround, reason: visibleText(MAX_REASON) }),
    reply: CaseReopenings,
  },
  decideReopening: {
    method: 'POST',
    path: '/api/cases/{caseId}/reopenings/{reopeningId}/decision',
    summary: 'Approves or refuses what a colleague proposed.',
    access: clerks,
    limit: submissionLimit,
    params: Type.Object({ caseId: OpaqueId, reopeningId: OpaqueId }),
    body: Type.Object({ isApproved: Type.Boolean(), reason: Type.String({ maxLength: MAX_REASON }) }),
    reply: CaseReopenings,
  },
});
