import { CalendarDate, FormData, nullable, oneOf, OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { operationsOf } from './operation.ts';

const access = 'connector';
const method = 'POST';
const name = Type.String({ minLength: 1, maxLength: 100 });
const path = <const T extends string>(operation: T) => `/api/connector/case/${operation}` as const;

const ReadRightView = Type.Object({
  rightId: OpaqueId,
  number: Type.String(),
  kind: name,
  state: name,
  effect: oneOf(['active', 'suspended', 'ended']),
  /** Whether it holds on that day: neither suspended nor ended, and between its first day and its last one. */
  holds: Type.Boolean(),
  validFrom: CalendarDate,
  validTo: nullable(CalendarDate),
  data: Type.Record(Type.String(), Type.Unknown()),
  /** Parameters of its procedure in force on that day, nested by the dots of their keys. */
  parameters: Type.Record(Type.String(), Type.Unknown()),
});

/** What a process does with rights, and reads of them. */
export const rightVerbs = operationsOf({
  changeRight: {
    method,
    path: path('right'),
    summary: 'Grants a right of a case, or changes, suspends, resumes, ends or renews one of its applicant.',
    access,
    body: Type.Object({
      action: Type.Union([
        Type.Literal('grant'),
        Type.Literal('change'),
        Type.Literal('suspend'),
        Type.Literal('resume'),
        Type.Literal('end'),
        Type.Literal('renew'),
      ]),
      kind: Type.Optional(name),
      rightId: Type.Optional(OpaqueId),
      data: Type.Optional(FormData),
      effectiveOn: Type.Optional(CalendarDate),
      validTo: Type.Optional(CalendarDate),
      state: Type.Optional(name),
      reason: Type.Optional(visibleText(4000)),
    }),
    reply: Type.Object({ rightId: OpaqueId, number: Type.String(), validTo: nullable(CalendarDate) }),
  },
  readRight: {
    method,
    path: path('right-readings'),
    summary:
      'Reads a right of the applicant of the case as on a day: one by its key, or the one of a kind that is not over.',
    access,
    body: Type.Object({
      rightId: Type.Optional(OpaqueId),
      kind: Type.Optional(name),
      /** With a kind: one of the administration, whichever of its procedures granted it. */
      number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      onDay: Type.Optional(CalendarDate),
    }),
    reply: Type.Object({ right: nullable(ReadRightView) }),
  },
});
