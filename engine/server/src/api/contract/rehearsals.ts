import { Locale } from '@irisflow/foundation';
import { RehearsalAnswer, RehearsalWish } from '@irisflow/rehearsals';
import { Type } from 'typebox';
import { designers, exportLimit, operationsOf, submissionLimit } from './operation.ts';

const byKey = Type.Object({ key: Type.String() });

/** What-if: closed cases replayed on the draft of their procedure. Nothing is asked of a source, sent, paid or decided. */
export const rehearsalOperations = operationsOf({
  startRehearsal: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/rehearsal',
    summary:
      'Begins to replay the closed cases of whole months on the draft as it was saved last; takes the place of the one before.',
    access: designers,
    limit: submissionLimit,
    params: byKey,
    body: RehearsalWish,
    reply: RehearsalAnswer,
  },
  getRehearsal: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/rehearsal',
    summary:
      'How far the replay is, how cases ended and would end, and where their ways part; small numbers are left out.',
    access: designers,
    params: byKey,
    reply: RehearsalAnswer,
  },
  stopRehearsal: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/rehearsal/stop',
    summary: 'Ends a replay; what was replayed until then stays to be read.',
    access: designers,
    params: byKey,
    reply: RehearsalAnswer,
  },
  exportRehearsal: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/rehearsal/export',
    summary: 'The same as CSV; the audit says who took it.',
    access: designers,
    limit: exportLimit,
    isOfOwnPages: true,
    params: byKey,
    query: Type.Object({ language: Locale }),
    reply: 'file',
  },
});
