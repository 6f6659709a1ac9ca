import type { DecisionRequirementsView } from '@irisflow/protocol';
import { integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import type { Noun } from '../noun.ts';
import { table } from './table.ts';

export const decisionRequirements: Noun<DecisionRequirementsView, DecisionRequirementsView> = {
  from: table('definition', 'd'),
  where: `d.noun = 'requirements' and d.deleted_at is null`,
  belongsTo: ofTenants('d.tenant_id'),
  identity: { sql: 'd.key', type: 'bigint' },
  columns: {
    decisionRequirementsKey: 'd.key',
    decisionRequirementsId: 'd.id',
    decisionRequirementsName: 'd.name',
    version: 'd.version',
    resourceName: 'd.resource_name',
    tenantId: 'd.tenant_id',
  },
  fields: {
    decisionRequirementsKey: key('d.key'),
    decisionRequirementsId: text('d.id'),
    decisionRequirementsName: text('d.name'),
    version: integer('d.version'),
    resourceName: text('d.resource_name'),
    tenantId: text('d.tenant_id'),
  },
  toView: (row) => row,
};
