import type { Incident } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { IncidentKey } from '@irisflow/protocol';
import { errorHash } from '../error-hash.ts';
import { insertRows, type RowValues, updateRows } from '../row-statement.ts';

interface IncidentRow {
  readonly incident: Incident;
  readonly rootKey: string;
  readonly tenantId: string;
  readonly createdAt: number;
  resolvedAt: number | null;
}

const insert = insertRows('incident', {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  element_key: 'bigint',
  element_id: 'text',
  tenant_id: 'text',
  job_key: 'bigint',
  error_type: 'text',
  error_message: 'text',
  state: 'text',
  created_at: 'bigint',
  resolved_at: 'bigint',
  error_hash: 'integer',
});
const resolve = updateRows('incident', { key: 'bigint', state: 'text', resolved_at: 'bigint' });

const toValues = ({ incident, rootKey, tenantId, createdAt, resolvedAt }: IncidentRow): RowValues => [
  incident.key,
  rootKey,
  incident.processInstanceKey,
  incident.elementKey,
  incident.elementId,
  tenantId,
  incident.jobKey,
  incident.type,
  incident.message,
  resolvedAt === null ? 'ACTIVE' : 'RESOLVED',
  createdAt,
  resolvedAt,
  errorHash(incident.message),
];

/** Rows of `incident` that one batch writes. */
export const createIncidentRows = () => {
  const created = new Map<IncidentKey, IncidentRow>();
  const resolved = new Map<IncidentKey, RowValues>();
  return {
    add: (incident: Incident, place: { rootKey: string; tenantId: string; at: number }) => {
      const { rootKey, tenantId, at } = place;
      created.set(incident.key, { incident, rootKey, tenantId, createdAt: at, resolvedAt: null });
    },
    resolve: (key: IncidentKey, at: number) => {
      const row = created.get(key);
      if (row === undefined) resolved.set(key, [key, 'RESOLVED', at]);
      else row.resolvedAt = at;
    },
    statements: (): Statement[] => [
      ...(created.size > 0 ? [insert(Array.from(created.values(), toValues))] : []),
      ...(resolved.size > 0 ? [resolve([...resolved.values()])] : []),
    ],
  };
};
