import type { Casework } from '@irisflow/platform';
import type { ConnectorPage, HostConnector } from '@irisflow/procedures';
import type { Locale } from '@irisflow/foundation';
import type { OidcSignIn } from '../http/oidc-sign-in.ts';

/** What handlers need from the composition root. */
export interface HandlerOptions {
  readonly casework: Casework;
  readonly isDemo: boolean;
  readonly oidc: OidcSignIn | null;
  readonly hostConnectors: readonly HostConnector[];
  /** Of the connectors that come with the platform. */
  readonly elementTemplates: (locale: Locale) => unknown[];
  readonly connectorPages: (locale: Locale) => ConnectorPage[];
}
