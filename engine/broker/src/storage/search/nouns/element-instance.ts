import type { ElementInstanceKey, ElementInstanceView } from '@irisflow/protocol';
import { date, flag, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, isoOrNull, type Noun } from '../noun.ts';
import { elementName, joinDefinition, joinInstance, table } from './table.ts';

interface Row extends Omit<ElementInstanceView, 'hasIncident'> {
  /** Null for the process, which has no scope around it. */
  readonly elementInstanceScopeKey: ElementInstanceKey | null;
}

/** A process is an element too; it is stored as its instance. */
const elements = `(select key, root_key, process_instance_key, scope_key, element_id, type, state, started_at, ended_at
    from ${table('element_instance', 'stored')}
  union all
  select key, root_key, key, null, definition_id, 'PROCESS', state, started_at, ended_at
    from ${table('process_instance', 'stored')}) e`;

const incidentKey = `(select min(i.key) from ${table('incident', 'i')}
  where i.process_instance_key = e.process_instance_key and i.element_key = e.key and i.state = 'ACTIVE')`;

const name = elementName('e.element_id');

export const elementInstances: Noun<Row, Row & { readonly hasIncident: boolean }> = {
  from: `${elements} ${joinInstance('e')} ${joinDefinition}`,
  where: 'true',
  belongsTo: ofTenants('p.tenant_id'),
  identity: { sql: 'e.key', type: 'bigint' },
  columns: {
    elementInstanceKey: 'e.key',
    processInstanceKey: 'e.process_instance_key',
    rootProcessInstanceKey: 'e.root_key',
    processDefinitionKey: 'p.definition_key',
    processDefinitionId: 'p.definition_id',
    elementInstanceScopeKey: 'e.scope_key',
    elementId: 'e.element_id',
    elementName: name,
    type: 'e.type',
    state: 'e.state',
    startDate: 'e.started_at',
    endDate: 'e.ended_at',
    incidentKey,
    tenantId: 'p.tenant_id',
  },
  fields: {
    elementInstanceKey: key('e.key'),
    processInstanceKey: key('e.process_instance_key'),
    rootProcessInstanceKey: key('e.root_key'),
    processDefinitionKey: key('p.definition_key'),
    processDefinitionId: text('p.definition_id'),
    elementInstanceScopeKey: key('e.scope_key', { isNullable: true }),
    elementId: text('e.element_id'),
    elementName: text(name),
    type: text('e.type'),
    state: text('e.state', { values: ['ACTIVE', 'COMPLETED', 'TERMINATED'] }),
    startDate: date('e.started_at'),
    endDate: date('e.ended_at', { isNullable: true }),
    hasIncident: flag(`(${incidentKey} is not null)`),
    incidentKey: key(incidentKey, { isNullable: true }),
    tenantId: text('p.tenant_id'),
  },
  setAside: { where: `e.type = 'PROCESS'`, unlessAsked: 'type' },
  toView: (row) => ({
    ...row,
    startDate: isoOf(row.startDate),
    endDate: isoOrNull(row.endDate),
    hasIncident: row.incidentKey !== null,
  }),
};
