import type { AllowedHostRow } from '../storage/allowed-hosts.ts';
import { instantOf } from '@irisflow/foundation';
import type { AllowedHostView } from '../views/authorization.ts';

export const viewAllowedHost = (row: AllowedHostRow): AllowedHostView => ({
  id: row.id,
  connectorType: row.connector_type,
  host: row.host,
  purpose: row.purpose,
  addedAt: instantOf(row.added_at),
  addedBy: row.added_by,
});
