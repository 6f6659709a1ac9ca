import { Type } from 'typebox';

import { LocalDate } from './call-shapes.ts';

const Days = Type.Integer({ minimum: -5000, maximum: 5000 });

/** What a process asks of the calendar of its administration, and says to other cases of it. */
export const NEIGHBOR_CALLS = {
  countDays: {
    path: 'days',
    request: Type.Object({
      day: LocalDate,
      /** So many working days later, or earlier when it is below zero. */
      workingDays: Type.Optional(Days),
      /** So many days later, and on to the next working day. */
      calendarDays: Type.Optional(Days),
      until: Type.Optional(LocalDate),
    }),
    response: Type.Object({
      isWorkingDay: Type.Boolean(),
      /** A legal holiday or a day on which the administration is closed; a weekend alone is neither. */
      isClosed: Type.Boolean(),
      nextWorkingDay: Type.String(),
      result: Type.String(),
      workingDaysUntil: Type.Union([Type.Integer(), Type.Null()]),
    }),
  },
  tellCase: {
    path: 'case-messages',
    request: Type.Object({
      /** The key or the reference of another case of the administration. */
      toCase: Type.String({ minLength: 1, maxLength: 100 }),
      message: Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$', maxLength: 100 }),
      data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
    /** The key of the case, on which the message is correlated. */
    response: Type.Object({ caseId: Type.String() }),
  },
} as const;
