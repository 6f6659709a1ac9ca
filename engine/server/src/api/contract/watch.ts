import { CalendarDate, Locale } from '@irisflow/foundation';
import { ProcedureIncidents } from '@irisflow/monitor';
import { WatchView } from '@irisflow/watch';
import { Type } from 'typebox';
import { designers, exportLimit, operationsOf } from './operation.ts';

const byKey = Type.Object({ key: Type.String() });
const wish = {
  from: CalendarDate,
  to: CalendarDate,
  version: Type.Optional(Type.Integer({ minimum: 1 })),
};

/** How cases of a published procedure go through its steps, in numbers alone. */
export const watchOperations = operationsOf({
  getWatch: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/watch',
    summary: 'Where cases stand, how long steps take, and how far applications come; small numbers are left out.',
    access: designers,
    params: byKey,
    query: Type.Object(wish),
    reply: WatchView,
  },
  listProcedureIncidents: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/incidents',
    summary: 'Where cases of a procedure stand still: the step by its name, what it means and what to do.',
    access: designers,
    params: byKey,
    reply: ProcedureIncidents,
  },
  exportWatch: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/watch/export',
    summary: 'The same numbers as CSV, of the steps or of the form; the audit says who took them.',
    access: designers,
    limit: exportLimit,
    isOfOwnPages: true,
    params: byKey,
    query: Type.Object({ ...wish, part: Type.Union([Type.Literal('steps'), Type.Literal('form')]), language: Locale }),
    reply: 'file',
  },
});
