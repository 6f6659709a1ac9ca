import type { ProcessDefinitionView } from '@irisflow/protocol';
import { flag, integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import type { Noun } from '../noun.ts';
import { isLatestDefinition, table } from './table.ts';

const hasStartForm = '(d.start_form is not null)';
/** Instances of a deleted definition run on. */
const state = `(case when d.deleted_at is null then 'ACTIVE'
  when exists (select from ${table('process_instance', 'p')} where p.definition_id = d.id and p.definition_key = d.key and p.ended_at is null) then 'DRAINING'
  else 'DELETED' end)`;

export const processDefinitions: Noun<ProcessDefinitionView, ProcessDefinitionView> = {
  from: table('definition', 'd'),
  where: `d.noun = 'process'`,
  belongsTo: ofTenants('d.tenant_id'),
  identity: { sql: 'd.key', type: 'bigint' },
  columns: {
    processDefinitionKey: 'd.key',
    processDefinitionId: 'd.id',
    name: 'd.name',
    version: 'd.version',
    versionTag: 'd.version_tag',
    resourceName: 'd.resource_name',
    hasStartForm,
    state,
    tenantId: 'd.tenant_id',
  },
  fields: {
    processDefinitionKey: key('d.key'),
    processDefinitionId: text('d.id'),
    name: text('d.name', { isNullable: true }),
    version: integer('d.version'),
    versionTag: text('d.version_tag', { isNullable: true }),
    resourceName: text('d.resource_name'),
    hasStartForm: flag(hasStartForm),
    state: text(state, { values: ['ACTIVE', 'DRAINING', 'DELETED'], isSortable: false }),
    tenantId: text('d.tenant_id'),
    isLatestVersion: flag(isLatestDefinition, { isSortable: false }),
  },
  setAside: { where: 'd.deleted_at is not null', unlessAsked: 'state' },
  toView: (row) => row,
};
