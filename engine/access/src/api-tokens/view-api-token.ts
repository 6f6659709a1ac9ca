import { instantOf, instantOrNull } from '@irisflow/foundation';
import type { ApiTokenRow } from '../storage/api-tokens.ts';
import type { ApiTokenView } from '../views/api-token.ts';
import { apiScopes } from '../views/api-scope.ts';

export interface ShownToken {
  /** Shown this once. */
  readonly token: string;
  readonly apiToken: ApiTokenView;
}

export const viewApiToken = (row: ApiTokenRow): ApiTokenView => ({
  id: row.id,
  name: row.name,
  scopes: apiScopes.filter((scope) => row.scopes.includes(scope)),
  procedures: row.procedures,
  addresses: row.addresses,
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
  expiresAt: instantOf(row.expires_at),
  renewedAt: instantOrNull(row.renewed_at),
  lastUsedAt: instantOrNull(row.last_used_at),
  lastUsedFrom: row.last_used_from,
  revokedAt: instantOrNull(row.revoked_at),
});
