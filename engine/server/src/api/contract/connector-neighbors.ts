import { CalendarDate, nullable, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { operationsOf } from './operation.ts';

const access = 'connector';
const method = 'POST';
const path = <const T extends string>(operation: T) => `/api/connector/case/${operation}` as const;
const days = Type.Integer({ minimum: -5000, maximum: 5000 });

/** What a process asks of the calendar, and says to other cases. */
export const neighborVerbs = operationsOf({
  countDays: {
    method,
    path: path('days'),
    summary: 'Counts days by the calendar of the administration: legal holidays and its own closures.',
    access,
    body: Type.Object({
      day: CalendarDate,
      workingDays: Type.Optional(days),
      calendarDays: Type.Optional(days),
      until: Type.Optional(CalendarDate),
    }),
    reply: Type.Object({
      isWorkingDay: Type.Boolean(),
      isClosed: Type.Boolean(),
      nextWorkingDay: CalendarDate,
      result: CalendarDate,
      workingDaysUntil: nullable(Type.Integer()),
    }),
  },
  tellCase: {
    method,
    path: path('case-messages'),
    summary:
      'Tells the process of another case of the administration something; it is correlated on the key of that case.',
    access,
    body: Type.Object({
      toCase: Type.String({ minLength: 1, maxLength: 100 }),
      message: Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$', maxLength: 100 }),
      data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
    reply: Type.Object({ caseId: OpaqueId }),
  },
});
