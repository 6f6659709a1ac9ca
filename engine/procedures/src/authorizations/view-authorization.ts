import type { AuthorizationRow } from '../storage/authorizations.ts';
import { instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import type { SourceAuthorizationView } from '../views/authorization.ts';

export const viewAuthorization = (row: AuthorizationRow): SourceAuthorizationView => ({
  id: row.id,
  procedureKey: row.procedure_key,
  sourceKey: row.source_key,
  purpose: row.purpose as LocalizedText,
  legalBasis: row.legal_basis as LocalizedText,
  fields: row.fields,
  grantedAt: instantOf(row.granted_at),
  grantedBy: row.granted_by,
  validUntil: row.valid_on,
  revokedAt: instantOrNull(row.revoked_at),
  revokedBy: row.revoked_by,
});
