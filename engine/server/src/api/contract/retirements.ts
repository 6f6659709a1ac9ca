import { Retirement, RetirementPage } from '@irisflow/procedures';
import { CalendarDate, nullable, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { designers, operationsOf } from './operation.ts';

const byKey = Type.Object({ key: Type.String() });
const shortReason = visibleText(500);
const procedureKey = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' });

/** That a procedure ends, and that it comes back. */
export const retirementOperations = operationsOf({
  getRetirement: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/retirement',
    summary: 'How a procedure ends, what uses it, and how many of its cases run.',
    access: designers,
    params: byKey,
    reply: RetirementPage,
  },
  askRetirement: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/retirement',
    summary: 'Asks that nobody begins a case of a procedure from a day on; somebody else approves it.',
    access: designers,
    params: byKey,
    body: Type.Object({
      closesOn: CalendarDate,
      draftsUntil: CalendarDate,
      replacedBy: nullable(procedureKey),
      replacedUrl: nullable(Type.String({ minLength: 1, maxLength: 500 })),
      contactEmail: nullable(Type.String({ minLength: 1, maxLength: 254 })),
      contactPhone: nullable(visibleText(40)),
      reason: shortReason,
    }),
    reply: Retirement,
  },
  approveRetirement: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/retirement/approval',
    summary: 'Approves that a procedure ends, or that it goes on after all; whoever asked for it cannot.',
    access: designers,
    params: byKey,
    body: Type.Object({ id: Type.String(), approves: Type.Union([Type.Literal('end'), Type.Literal('return')]) }),
    reply: RetirementPage,
  },
  askReturn: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/retirement/return',
    summary: 'Asks that a procedure that ends or has ended goes on after all; somebody else approves it.',
    access: designers,
    params: byKey,
    body: Type.Object({ reason: shortReason }),
    reply: Retirement,
  },
  withdrawRetirement: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/retirement/withdrawal',
    summary: 'Takes back what of the end of a procedure waits for approval.',
    access: designers,
    params: byKey,
    body: Type.Object({ reason: shortReason }),
    reply: 'none',
  },
});
