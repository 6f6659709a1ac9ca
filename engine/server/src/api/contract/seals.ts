import { LetterSealView } from '@irisflow/dispatch';
import { OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });

/** Electronic seals of letters: whose they are, who signed, and whether each still fits. */
export const sealOperations = operationsOf({
  listMySeals: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/seals',
    summary:
      'The letters of my case that were sealed, with whose certificate, and whether each still is what was sealed.',
    access: citizens,
    params: byCase,
    reply: Type.Array(LetterSealView),
  },
  listCaseSeals: {
    method: 'GET',
    path: '/api/cases/{caseId}/seals',
    summary: 'The same of a case of my office.',
    access: clerks,
    params: byCase,
    reply: Type.Array(LetterSealView),
  },
});
