import {
  AllowedHostView,
  ConnectorTokenView,
  HostConnector,
  PaperSourceView,
  Processing,
  SourceAccessView,
  RegisteredConnectorView,
  SourceAuthorizationView,
  SourcesOfProcedure,
} from '@irisflow/procedures';
import { CalendarDate, Instant, LocalizedText, nullable, OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, operationsOf } from './operation.ts';

const Words = visibleText(2000);
const SourceKey = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' });

/** What an administrator permits: sources to procedures, hosts to connectors, types to connectors of others. */
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
      sourceKey: SourceKey,
      purpose: LocalizedText,
      legalBasis: Type.Union([Words, LocalizedText]),
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
  listDeclaredSources: {
    method: 'GET',
    path: '/api/administration/declared-sources',
    summary:
      'What the published procedures of my administration ask of which source; what an authorization may be granted for.',
    access: administrators,
    reply: Type.Array(SourcesOfProcedure),
  },
  listPaperSources: {
    method: 'GET',
    path: '/api/administration/paper-sources',
    summary: 'Which sources my administration does not ask today: what they would say is proven on paper.',
    access: administrators,
    reply: Type.Array(PaperSourceView),
  },
  askOnPaper: {
    method: 'POST',
    path: '/api/administration/paper-sources',
    summary: 'Has what a source would say proven on paper, for every procedure and for running cases too.',
    access: administrators,
    body: Type.Object({
      sourceKey: SourceKey,
      reason: Words,
      validUntil: Type.Optional(nullable(CalendarDate)),
    }),
    reply: PaperSourceView,
  },
  askAutomatically: {
    method: 'DELETE',
    path: '/api/administration/paper-sources/{sourceKey}',
    summary: 'Has a source asked again, at once.',
    access: administrators,
    params: Type.Object({ sourceKey: SourceKey }),
    reply: 'none',
  },
  listSourceAccess: {
    method: 'GET',
    path: '/api/administration/source-access',
    summary:
      'Which sources my administration reaches by an address and a secret of its own; the secret is never shown.',
    access: administrators,
    reply: Type.Array(SourceAccessView),
  },
  setSourceAccess: {
    method: 'PUT',
    path: '/api/administration/source-access/{sourceKey}',
    summary:
      'Has a source reached at an address of my administration, with a secret of its own, for running cases too. Without a secret the one that is kept stays, for the same host and scheme.',
    access: administrators,
    params: Type.Object({ sourceKey: SourceKey }),
    body: Type.Object({
      address: Type.String({ minLength: 1, maxLength: 2000 }),
      user: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
      secret: Type.Optional(Type.String({ maxLength: 10_000 })),
    }),
    reply: SourceAccessView,
  },
  removeSourceAccess: {
    method: 'DELETE',
    path: '/api/administration/source-access/{sourceKey}',
    summary: 'Has a source reached as the installation does again; what was kept is gone.',
    access: administrators,
    params: Type.Object({ sourceKey: SourceKey }),
    reply: 'none',
  },
  listProcessing: {
    method: 'GET',
    path: '/api/administration/processing',
    summary: 'What the published procedures of my administration do with personal data, as their folders say.',
    access: administrators,
    reply: Type.Array(Processing),
  },
  listAllowedHosts: {
    method: 'GET',
    path: '/api/administration/allowed-hosts',
    summary: 'Which hosts a connector may reach for the cases of my administration.',
    access: administrators,
    reply: Type.Array(AllowedHostView),
  },
  listHostConnectors: {
    method: 'GET',
    path: '/api/administration/allowed-hosts/connectors',
    summary: 'Which connectors go where their job says, and therefore need allowed hosts.',
    access: administrators,
    reply: Type.Array(HostConnector),
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
  listConnectorTokens: {
    method: 'GET',
    path: '/api/administration/connector-tokens',
    summary: 'The connector tokens of my administration, those that are over too.',
    access: administrators,
    reply: Type.Array(ConnectorTokenView),
  },
  createConnectorToken: {
    method: 'POST',
    path: '/api/administration/connector-tokens',
    summary: 'Makes a token for connectors of my administration. It is shown this once.',
    access: administrators,
    body: Type.Object({
      name: visibleText(100),
      types: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 50 }),
      expiresAt: Type.Optional(nullable(Type.Union([CalendarDate, Instant]))),
    }),
    reply: Type.Object({ token: Type.String(), connectorToken: ConnectorTokenView }),
  },
  revokeConnectorToken: {
    method: 'DELETE',
    path: '/api/administration/connector-tokens/{tokenId}',
    summary: 'Ends a connector token at once, for running jobs too.',
    access: administrators,
    params: Type.Object({ tokenId: OpaqueId }),
    reply: 'none',
  },
  listAdministrationConnectors: {
    method: 'GET',
    path: '/api/administration/connectors',
    summary: 'The connectors that were registered for my administration.',
    access: administrators,
    reply: Type.Array(RegisteredConnectorView),
  },
});
