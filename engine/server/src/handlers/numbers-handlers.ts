import { numbersCsv } from '@irisflow/insight';
import type { numbersOperations } from '../api/contract/numbers.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createNumbersHandlers = ({
  casework: { insight },
}: HandlerOptions): Handlers<keyof typeof numbersOperations> => ({
  getNumbers: ({ actor, query }) => insight.getNumbers(actor, query),
  exportNumbers: async ({ actor, query }) => ({
    name: `irisflow-${query.from}-${query.to}.csv`,
    mediaType: 'text/csv',
    content: Buffer.from(numbersCsv(await insight.getNumbers(actor, query))),
  }),
  getSystemNumbers: ({ actor, query }) => insight.getSystemNumbers(actor, query),
  listCountedCases: ({ actor, query }) => insight.listCountedCases(actor, query),
  getOpenNumbers: ({ actor, params, query }) => insight.getOpenNumbers(actor, { ...params, ...query }),
});
