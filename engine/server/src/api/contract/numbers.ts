import { CalendarDate } from '@irisflow/foundation';
import { CountedCase, Measure, Numbers, OpenNumbers, Quarter, SystemNumbers } from '@irisflow/insight';
import { Type } from 'typebox';
import { clerks, operationsOf, trialLimit } from './operation.ts';

const period = { from: CalendarDate, to: CalendarDate };
const ofProcedure = { ...period, procedureKey: Type.Optional(Type.String({ maxLength: 64 })) };

export const numbersOperations = operationsOf({
  getNumbers: {
    method: 'GET',
    path: '/api/numbers',
    summary: 'What the cases of my administration add up to in a period.',
    access: clerks,
    query: Type.Object(ofProcedure),
    reply: Numbers,
  },
  exportNumbers: {
    method: 'GET',
    path: '/api/numbers/csv',
    summary: 'The same by month, as CSV.',
    access: clerks,
    query: Type.Object(ofProcedure),
    reply: 'file',
  },
  getSystemNumbers: {
    method: 'GET',
    path: '/api/numbers/quarter',
    summary:
      'What cases add up to in a quarter that is over, by month and procedure, for another system of my administration; counts of few people are left out.',
    access: clerks,
    scope: 'numbers.read',
    query: Type.Object({ quarter: Quarter }),
    reply: SystemNumbers,
  },
  listCountedCases: {
    method: 'GET',
    path: '/api/numbers/cases',
    summary: 'The cases behind a number, at most 500.',
    access: clerks,
    query: Type.Object({ ...ofProcedure, measure: Measure }),
    reply: Type.Array(CountedCase),
  },
  getOpenNumbers: {
    method: 'GET',
    path: '/api/open-data/{administration}',
    summary:
      'Numbers of an administration in a quarter that is over, for everybody; counts of few people are left out.',
    access: 'public',
    limit: trialLimit,
    params: Type.Object({ administration: Type.String({ maxLength: 64 }) }),
    query: Type.Object({ quarter: Quarter }),
    reply: OpenNumbers,
  },
});
