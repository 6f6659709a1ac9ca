import type { DecisionDefinitionView } from '@irisflow/protocol';
import { flag, integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import type { Noun } from '../noun.ts';
import { isLatestDefinition, table } from './table.ts';

export const decisionDefinitions: Noun<DecisionDefinitionView, DecisionDefinitionView> = {
  from: `${table('definition', 'd')} left join ${table('definition', 'r')} on r.key = d.requirements_key`,
  where: `d.noun = 'decision' and d.deleted_at is null`,
  belongsTo: ofTenants('d.tenant_id'),
  identity: { sql: 'd.key', type: 'bigint' },
  columns: {
    decisionDefinitionKey: 'd.key',
    decisionDefinitionId: 'd.id',
    name: 'd.name',
    version: 'd.version',
    decisionRequirementsId: 'r.id',
    decisionRequirementsName: 'r.name',
    decisionRequirementsVersion: 'r.version',
    decisionRequirementsKey: 'd.requirements_key',
    tenantId: 'd.tenant_id',
  },
  fields: {
    decisionDefinitionKey: key('d.key'),
    decisionDefinitionId: text('d.id'),
    name: text('d.name'),
    version: integer('d.version'),
    decisionRequirementsId: text('r.id'),
    decisionRequirementsName: text('r.name'),
    decisionRequirementsVersion: integer('r.version'),
    decisionRequirementsKey: key('d.requirements_key'),
    tenantId: text('d.tenant_id'),
    isLatestVersion: flag(isLatestDefinition, { isSortable: false }),
  },
  toView: (row) => row,
};
