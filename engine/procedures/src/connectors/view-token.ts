import { instantOf, instantOrNull } from '@irisflow/foundation';
import type { ConnectorTokenRow } from '../storage/connector-tokens.ts';
import type { ConnectorTokenView } from '../views/connector.ts';

export const viewToken = (row: ConnectorTokenRow): ConnectorTokenView => ({
  id: row.id,
  name: row.name,
  types: row.types,
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
  expiresAt: instantOrNull(row.expires_at),
  lastUsedAt: instantOrNull(row.last_used_at),
  revokedAt: instantOrNull(row.revoked_at),
});
