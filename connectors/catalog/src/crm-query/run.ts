import type { RunContext } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

import { API, askCrm } from '../crm/call-crm.ts';
import { fillQuery } from '../crm/soql.ts';
import type { Input, Output } from './schema.ts';

const DEFAULT_MOST = 200;

const Page = Type.Object({
  totalSize: Type.Integer(),
  done: Type.Boolean(),
  nextRecordsUrl: Type.Optional(Type.String()),
  records: Type.Array(Type.Record(Type.String(), Type.Unknown())),
});

type Page = Static<typeof Page>;

export const run = async ({ query, parameters, most = DEFAULT_MOST }: Input, context: RunContext): Promise<Output> => {
  const q = fillQuery(query, parameters);
  let page: Page = await askCrm(context, { path: `${API}/query?${new URLSearchParams({ q }).toString()}` }, Page);
  const records = [...page.records];
  while (!page.done && page.nextRecordsUrl !== undefined && records.length < most) {
    page = await askCrm(context, { path: page.nextRecordsUrl }, Page);
    records.push(...page.records);
  }
  const read = records.slice(0, most).map((record) => withoutAttributes(record) as Output['records'][number]);
  return { total: page.totalSize, records: read, isComplete: page.done && read.length === records.length };
};

/** Each record and each related one says where it is in the CRM, which no process asks. */
const withoutAttributes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutAttributes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'attributes')
      .map(([name, inner]) => [name, withoutAttributes(inner)]),
  );
};
