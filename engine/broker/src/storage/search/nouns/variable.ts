import type { VariableView } from '@irisflow/protocol';
import { flag, key, text, variableName, variableValue } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import type { Noun } from '../noun.ts';
import { table } from './table.ts';

/** Longer values are cut unless the caller asks for all of them. */
const PREVIEW = 8_191;

const isLong = `(length(v.value) > ${PREVIEW})`;

const variables = (value: string, isTruncated: string): Noun<VariableView, VariableView> => ({
  from: table('variable', 'v'),
  where: 'true',
  belongsTo: ofTenants('v.tenant_id'),
  identity: { sql: 'v.key', type: 'bigint' },
  columns: {
    variableKey: 'v.key',
    name: 'v.name',
    value,
    isTruncated,
    scopeKey: 'v.scope_key',
    processInstanceKey: 'v.process_instance_key',
    rootProcessInstanceKey: 'v.root_key',
    tenantId: 'v.tenant_id',
  },
  fields: {
    variableKey: key('v.key'),
    name: variableName,
    value: variableValue,
    isTruncated: flag(isLong),
    scopeKey: key('v.scope_key'),
    processInstanceKey: key('v.process_instance_key'),
    rootProcessInstanceKey: key('v.root_key'),
    tenantId: text('v.tenant_id'),
  },
  toView: (row) => row,
});

export const variablePreviews = variables(`left(v.value, ${PREVIEW})`, isLong);
export const wholeVariables = variables('v.value', 'false');
