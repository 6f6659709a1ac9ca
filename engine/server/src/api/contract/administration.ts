import { AllowedHostView, SourceAuthorizationView } from '@irisflow/procedures';
import { CalendarDate, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, operationsOf } from './operation.ts';

const Words = Type.String({ minLength: 1, maxLength: 2000 });

/** What an administrator permits: sources to procedures, hosts to connectors. */
export const administrationOperations = operationsOf({
  listSourceAuthorizations: {
    method: 'GET',
    path: '/api/administration/source-authorizations',
    summary: 'Which procedures of my administration may ask which source, now and before.',
    access: administrators,
    reply: Type.Array(SourceAuthorizationView),
  },
  grantSourceAuthorization: {
    method: 'POST',
    path: '/api/administration/source-authorizations',
    summary: 'Authorizes a procedure to ask a source. What stood before ends at the same moment.',
    access: administrators,
    body: Type.Object({
      procedureKey: Type.String(),
      sourceKey: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' }),
      purpose: LocalizedText,
      legalBasis: Words,
      fields: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 200 }),
      validUntil: Type.Optional(nullable(CalendarDate)),
    }),
    reply: SourceAuthorizationView,
  },
  revokeSourceAuthorization: {
    method: 'POST',
    path: '/api/administration/source-authorizations/{authorizationId}/revocation',
    summary: 'Ends an authorization at once, for running cases too.',
    access: administrators,
    params: Type.Object({ authorizationId: OpaqueId }),
    reply: SourceAuthorizationView,
  },
  listAllowedHosts: {
    method: 'GET',
    path: '/api/administration/allowed-hosts',
    summary: 'Which hosts a connector may reach for the cases of my administration.',
    access: administrators,
    reply: Type.Array(AllowedHostView),
  },
  addAllowedHost: {
    method: 'POST',
    path: '/api/administration/allowed-hosts',
    summary: 'Lets a connector reach a host for the cases of my administration.',
    access: administrators,
    body: Type.Object({
      connectorType: Type.String({ minLength: 1, maxLength: 100 }),
      host: Type.String({ minLength: 1, maxLength: 300 }),
      purpose: Words,
    }),
    reply: AllowedHostView,
  },
  removeAllowedHost: {
    method: 'DELETE',
    path: '/api/administration/allowed-hosts/{allowedHostId}',
    summary: 'Takes a host off its list.',
    access: administrators,
    params: Type.Object({ allowedHostId: OpaqueId }),
    reply: 'none',
  },
});
