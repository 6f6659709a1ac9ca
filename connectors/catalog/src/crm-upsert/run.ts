import type { RunContext } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

import { API, askCrm } from '../crm/call-crm.ts';
import type { Input, Output } from './schema.ts';

const Written = Type.Object({ id: Type.String(), created: Type.Boolean() });

export const run = async (
  { object, externalIdField, externalId, fields }: Input,
  context: RunContext,
): Promise<Output> => {
  const path = `${API}/sobjects/${object}/${externalIdField}/${encodeURIComponent(externalId)}`;
  const { id, created } = await askCrm(context, { path, method: 'PATCH', body: fields }, Written);
  return { id, isNew: created };
};
