import type { administrationOperations } from '../api/contract/administration.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createAdministrationHandlers = ({
  casework,
  hostConnectors,
}: HandlerOptions): Handlers<keyof typeof administrationOperations> => {
  const { authorizations, allowedHosts, connectors, paperSources, sourceAccess } = casework;
  return {
    listSourceAuthorizations: ({ actor }) => authorizations.listAuthorizations(actor, {}),
    grantSourceAuthorization: ({ actor, body }) => authorizations.grantAuthorization(actor, body),
    revokeSourceAuthorization: ({ actor, params }) => authorizations.revokeAuthorization(actor, params),
    listDeclaredSources: ({ actor }) => authorizations.listDeclaredSources(actor, {}),
    listPaperSources: ({ actor }) => paperSources.listPaperSources(actor, {}),
    askOnPaper: ({ actor, body }) => paperSources.askOnPaper(actor, body),
    askAutomatically: ({ actor, params }) => paperSources.askAutomatically(actor, params),
    listSourceAccess: ({ actor }) => sourceAccess.listSourceAccess(actor, {}),
    setSourceAccess: ({ actor, params, body }) => sourceAccess.setSourceAccess(actor, { ...params, ...body }),
    removeSourceAccess: ({ actor, params }) => sourceAccess.removeSourceAccess(actor, params),
    listProcessing: ({ actor }) => authorizations.listProcessing(actor, {}),
    listAllowedHosts: ({ actor }) => allowedHosts.listAllowedHosts(actor, {}),
    listHostConnectors: async () => [...hostConnectors],
    addAllowedHost: ({ actor, body }) => allowedHosts.allowHost(actor, body),
    listConnectorTokens: ({ actor }) => connectors.listTokens(actor, {}),
    createConnectorToken: ({ actor, body }) => connectors.createToken(actor, body),
    revokeConnectorToken: ({ actor, params }) => connectors.revokeToken(actor, params),
    listAdministrationConnectors: ({ actor }) => connectors.listOwnConnectors(actor, {}),
    removeAllowedHost: ({ actor, params }) => allowedHosts.removeAllowedHost(actor, params),
  };
};
