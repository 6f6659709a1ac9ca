import { CalendarDate, OpaqueId, visibleText } from '@irisflow/foundation';
import { RightEffect } from '@irisflow/procedures';
import { MyRight, RightCheck, RightPage, RightSummary, RightView } from '@irisflow/rights';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, traceLimit } from './operation.ts';

const byRight = Type.Object({ rightId: OpaqueId });
const key = Type.String({ minLength: 1, maxLength: 100 });

/** What decisions leave behind and lives for years: for clerks, for holders, and for whoever checks a certificate. */
export const rightOperations = operationsOf({
  listRights: {
    method: 'GET',
    path: '/api/rights',
    summary: 'The rights of my administration, by number, holder, what is searched of them, standing and kind.',
    access: clerks,
    query: Type.Object({
      search: Type.Optional(Type.String({ maxLength: 200 })),
      effect: Type.Optional(RightEffect),
      kind: Type.Optional(key),
      procedureKey: Type.Optional(key),
      partyId: Type.Optional(OpaqueId),
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: RightPage,
  },
  getRight: {
    method: 'GET',
    path: '/api/rights/{rightId}',
    summary: 'One right with its history, as it was on a day, and as we knew it on a day.',
    access: clerks,
    params: byRight,
    query: Type.Object({ on: Type.Optional(CalendarDate), knownOn: Type.Optional(CalendarDate) }),
    reply: RightView,
  },
  moveRight: {
    method: 'POST',
    path: '/api/rights/{rightId}/moves',
    summary: 'Moves a right to another state by hand, where its kind lets one of my groups; its holder is told.',
    access: clerks,
    params: byRight,
    body: Type.Object({ to: key, effectiveOn: Type.Optional(CalendarDate), reason: visibleText(500) }),
    reply: RightView,
  },
  printRightCertificate: {
    method: 'GET',
    path: '/api/rights/{rightId}/certificate',
    summary: 'The certificate of a right, as PDF with a code that everybody can check.',
    access: clerks,
    params: byRight,
    reply: 'file',
  },
  listRightsOfCase: {
    method: 'GET',
    path: '/api/cases/{caseId}/rights',
    summary: 'What a case left behind.',
    access: clerks,
    scope: 'files.read',
    params: Type.Object({ caseId: OpaqueId }),
    reply: Type.Array(RightSummary),
  },
  listMyRights: {
    method: 'GET',
    path: '/api/my/rights',
    summary: 'The rights of whom I act for, or my own.',
    access: citizens,
    reply: Type.Array(RightSummary),
  },
  getMyRight: {
    method: 'GET',
    path: '/api/my/rights/{rightId}',
    summary: 'One right that I hold, with what became of it.',
    access: citizens,
    params: byRight,
    reply: MyRight,
  },
  printMyRightCertificate: {
    method: 'GET',
    path: '/api/my/rights/{rightId}/certificate',
    summary: 'The certificate of a right that I hold.',
    access: citizens,
    params: byRight,
    reply: 'file',
  },
  checkCertificate: {
    // Not in an address: what stands there is written into logs on the way.
    method: 'POST',
    path: '/api/certificates/check',
    summary: 'Whether the right of a certificate holds today; of a code that there is not, that it is not known.',
    access: 'public',
    limit: traceLimit,
    body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 100 }) }),
    reply: RightCheck,
  },
});
