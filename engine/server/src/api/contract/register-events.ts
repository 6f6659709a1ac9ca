import { CalendarDate, OpaqueId } from '@irisflow/foundation';
import { RegisterEventKind, RegisterNoticeView } from '@irisflow/register-events';
import { Type } from 'typebox';
import { administrators, clerks, intakeLimit, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });

/** What registers tell by themselves. */
export const registerEventOperations = operationsOf({
  hearRegister: {
    method: 'PUT',
    path: '/api/register-events/{source}/{eventId}',
    summary:
      'A register tells that somebody died or moved, or that a company is bankrupt. The same again tells nobody twice; what was found is not answered.',
    access: administrators,
    scope: 'registers.tell',
    limit: intakeLimit,
    params: Type.Object({
      source: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' }),
      eventId: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,100}$' }),
    }),
    body: Type.Object({
      kind: RegisterEventKind,
      subject: Type.String({ minLength: 9, maxLength: 30 }),
      on: CalendarDate,
    }),
    reply: 'none',
  },
  listRegisterNotices: {
    method: 'GET',
    path: '/api/cases/{caseId}/register-notices',
    summary: 'What registers told of somebody of a case, and who took note of it.',
    access: clerks,
    params: byCase,
    reply: Type.Array(RegisterNoticeView),
  },
  noteRegisterNotice: {
    method: 'POST',
    path: '/api/cases/{caseId}/register-notices/{registerNoticeId}/note',
    summary: 'Takes note of what a register told: it waits for nobody any more.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId, registerNoticeId: OpaqueId }),
    reply: Type.Array(RegisterNoticeView),
  },
});
