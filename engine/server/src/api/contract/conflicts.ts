import { ConflictScope, ConflictView } from '@irisflow/conflicts';
import { OpaqueId, pageOf, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { clerks, operationsOf, supervisors } from './operation.ts';

/** Who must not work on which cases because of who they are. */
export const conflictOperations = operationsOf({
  listConflicts: {
    method: 'GET',
    path: '/api/conflicts',
    summary: 'My conflicts of interest that stand, the newest first; for supervisors those of their office.',
    access: clerks,
    query: Type.Object({
      cursor: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: pageOf(ConflictView),
  },
  declareConflict: {
    method: 'POST',
    path: '/api/cases/{caseId}/conflicts',
    summary:
      'Says that I have a conflict of interest with a case or its applicant; supervisors say it of a colleague. From the next request on the cases are not there for them, and their tasks are back with their group.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId }),
    body: Type.Object({ personId: Type.Optional(OpaqueId), scope: ConflictScope, reason: visibleText(500) }),
    reply: ConflictView,
  },
  liftConflict: {
    method: 'POST',
    path: '/api/conflicts/{conflictId}/lift',
    summary: 'Lets a colleague work on the cases again, with a reason. Nobody lifts their own.',
    access: supervisors,
    params: Type.Object({ conflictId: OpaqueId }),
    body: Type.Object({ reason: visibleText(500) }),
    reply: 'none',
  },
});
