import type { ResourceKey } from '@irisflow/protocol';
import { integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import type { Noun } from '../noun.ts';
import { table } from './table.ts';

interface ResourceView {
  readonly resourceKey: ResourceKey;
  readonly resourceId: string;
  readonly resourceName: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly tenantId: string;
}

/** What was deployed with a file of its own: processes, sets of decisions, forms and other files. */
export const resources: Noun<ResourceView, ResourceView> = {
  from: table('definition', 'd'),
  where: `d.noun <> 'decision' and d.deleted_at is null`,
  belongsTo: ofTenants('d.tenant_id'),
  identity: { sql: 'd.key', type: 'bigint' },
  columns: {
    resourceKey: 'd.key',
    resourceId: 'd.id',
    resourceName: 'd.resource_name',
    version: 'd.version',
    versionTag: 'd.version_tag',
    tenantId: 'd.tenant_id',
  },
  fields: {
    resourceKey: key('d.key'),
    resourceId: text('d.id'),
    resourceName: text('d.resource_name'),
    version: integer('d.version'),
    versionTag: text('d.version_tag', { isNullable: true }),
    tenantId: text('d.tenant_id'),
  },
  toView: (row) => row,
};
