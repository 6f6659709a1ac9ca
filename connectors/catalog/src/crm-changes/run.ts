import type { RunContext } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

import { API, askCrm } from '../crm/call-crm.ts';
import type { Input, Output } from './schema.ts';

const Updated = Type.Object({ ids: Type.Array(Type.String()), latestDateCovered: Type.String() });
const Deleted = Type.Object({
  deletedRecords: Type.Array(Type.Object({ id: Type.String() })),
  latestDateCovered: Type.String(),
});

export const run = async ({ object, since }: Input, context: RunContext): Promise<Output> => {
  const range = new URLSearchParams({ start: new Date(since).toISOString(), end: context.now().toISOString() });
  const pathOf = (what: string) => `${API}/sobjects/${object}/${what}/?${range.toString()}`;
  const updated = await askCrm(context, { path: pathOf('updated') }, Updated);
  const deleted = await askCrm(context, { path: pathOf('deleted') }, Deleted);
  const covered = [updated.latestDateCovered, deleted.latestDateCovered].map((text) => Date.parse(text));
  return {
    changed: updated.ids,
    deleted: deleted.deletedRecords.map(({ id }) => id),
    until: new Date(Math.min(...covered)).toISOString(),
  };
};
