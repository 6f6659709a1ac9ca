import type { Casework, Locale } from '@irisflow/casework';
import type { OidcSignIn } from '../http/oidc-sign-in.ts';

/** What handlers need from the composition root. */
export interface HandlerOptions {
  readonly casework: Casework;
  readonly isDemo: boolean;
  readonly oidc: OidcSignIn | null;
  readonly elementTemplates: (locale: Locale) => unknown[];
}
