import type { ProcessInstanceView } from '@irisflow/protocol';
import { date, flag, integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, isoOrNull, type Noun } from '../noun.ts';
import { joinDefinition, table } from './table.ts';

interface Row extends Omit<ProcessInstanceView, 'tags'> {
  readonly tags: string;
}

/** An instance shows the incidents of what it called when it is the root. Hashed once a query, whatever its rows. */
const hasIncident = `(p.key in (select i.process_instance_key from ${table('incident', 'i')} where i.state = 'ACTIVE'
  union all select i.root_key from ${table('incident', 'i')} where i.state = 'ACTIVE'))`;

const activeIncident = {
  from: table('incident', 'i'),
  where: `i.process_instance_key = p.key and i.state = 'ACTIVE'`,
};
const jobWithRetriesLeft = `(exists (select from ${table('job', 'j')}
  where j.process_instance_key = p.key and j.state = 'FAILED' and j.retries > 0))`;
const ownBatch = { from: table('batch_operation_item', 'b'), where: 'b.process_instance_key = p.key' };
const ownElement = {
  from: table('element_instance', 'e'),
  where: 'e.process_instance_key = p.key',
  isOneRow: true,
};
/** Also for the element instances `e` of a statistic. */
export const elementHasIncident = `(exists (select from ${table('incident', 'i')}
  where i.process_instance_key = e.process_instance_key and i.element_key = e.key and i.state = 'ACTIVE'))`;

/** Models without a name are called by their id. */
const definitionName = 'coalesce(d.name, p.definition_id)';

export const processInstances: Noun<Row, ProcessInstanceView> = {
  from: `${table('process_instance', 'p')} ${joinDefinition}`,
  where: 'true',
  belongsTo: ofTenants('p.tenant_id'),
  identity: { sql: 'p.key', type: 'bigint' },
  columns: {
    processInstanceKey: 'p.key',
    rootProcessInstanceKey: 'p.root_key',
    processDefinitionKey: 'p.definition_key',
    processDefinitionId: 'p.definition_id',
    processDefinitionName: definitionName,
    processDefinitionVersion: 'p.version',
    processDefinitionVersionTag: 'd.version_tag',
    parentProcessInstanceKey: 'p.parent_key',
    parentElementInstanceKey: 'p.parent_element_key',
    startDate: 'p.started_at',
    endDate: 'p.ended_at',
    state: 'p.state',
    hasIncident,
    tags: 'p.tags',
    businessId: 'p.business_id',
    tenantId: 'p.tenant_id',
  },
  fields: {
    processInstanceKey: key('p.key'),
    rootProcessInstanceKey: key('p.root_key'),
    processDefinitionKey: key('p.definition_key'),
    processDefinitionId: text('p.definition_id'),
    processDefinitionName: text(definitionName),
    processDefinitionVersion: integer('p.version'),
    processDefinitionVersionTag: text('d.version_tag', { isNullable: true }),
    parentProcessInstanceKey: key('p.parent_key', { isNullable: true }),
    parentElementInstanceKey: key('p.parent_element_key', { isNullable: true }),
    startDate: date('p.started_at'),
    endDate: date('p.ended_at', { isNullable: true }),
    state: text('p.state', { values: ['ACTIVE', 'COMPLETED', 'TERMINATED', 'SUSPENDED'] }),
    hasIncident: flag(hasIncident),
    businessId: text('p.business_id', { isNullable: true }),
    tenantId: text('p.tenant_id'),
    elementId: text('e.element_id', { through: ownElement }),
    elementInstanceState: text('e.state', { through: ownElement }),
    hasElementInstanceIncident: flag(elementHasIncident, { through: ownElement }),
    hasRetriesLeft: flag(jobWithRetriesLeft, { isSortable: false }),
    batchOperationId: text('b.batch_key::text', { through: ownBatch }),
    batchOperationKey: text('b.batch_key::text', { through: ownBatch }),
    errorMessage: text('i.error_message', { through: activeIncident }),
    incidentErrorHashCode: integer('i.error_hash', { through: activeIncident }),
    tags: { kind: 'tags', sql: 'p.tags' },
    variables: { kind: 'variables', where: 'v.process_instance_key = p.key' },
  },
  toView: (row) => ({
    ...row,
    startDate: isoOf(row.startDate),
    endDate: isoOrNull(row.endDate),
    tags: JSON.parse(row.tags) as string[],
  }),
};
