import type { IdentityClaims, Role, RolesFrom } from '@irisflow/access';
import { locales, type Locale } from '@irisflow/foundation';
import * as oidc from 'openid-client';
import { acceptedValues, type Assurance, type AssuranceNeed } from './assurance.ts';
import { claimedMandates } from './claimed-mandates.ts';
import { ownAddress } from './own-address.ts';
import { HttpProblem } from './problem.ts';

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  /** Where it sends the browser back to after a sign-out. */
  readonly signedOutUri: string;
  readonly assurance: Assurance;
  readonly rolesFrom: RolesFrom;
}

/** What must survive the trip to the provider and back, kept in a cookie that scripts cannot read. */
interface Trip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** What the sign-in is for; who comes back weaker is told. It decides nothing else. */
  readonly need?: AssuranceNeed;
}

export interface OidcSignIn {
  readonly assurance: Assurance;
  start(returnTo: string, need: AssuranceNeed): Promise<{ location: string; trip: string }>;
  finish(url: URL, trip: string | null): Promise<Vouched>;
  /** Where one signs out at the provider; null when it has no such place or does not answer. */
  signOutAt(idToken: string, returnTo: string): Promise<string | null>;
}

/** What the provider says about who came back. */
export interface Vouched {
  readonly claims: IdentityClaims;
  readonly returnTo: string;
  readonly need: AssuranceNeed | null;
  /** How strongly they signed in; null when the provider does not say. */
  readonly acr: string | null;
  readonly idToken: string | null;
}

const knownRoles: readonly Role[] = [
  'citizen',
  'agent',
  'supervisor',
  'analyst',
  'administrator',
  'auditor',
  'accountant',
  'communicator',
];

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const optional = <K extends string>(name: K, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: string };

const localeOf = (value: unknown): Locale => locales.find((locale) => textOf(value)?.startsWith(locale)) ?? 'fr';

/** Unknown roles count for nothing. A provider that names none vouches for a citizen, never for staff. */
const rolesOf = (value: unknown): readonly Role[] =>
  textsOf(value).flatMap((name) => knownRoles.filter((role) => role === name));

/** What the provider says people may do; nothing where that is managed here. */
const claimedGrant = (claims: oidc.IDToken, rolesFrom: RolesFrom) =>
  rolesFrom === 'here'
    ? { roles: [], groups: [], rolesFrom }
    : {
        roles: rolesOf(claims['roles']),
        groups: textsOf(claims['groups']),
        ...optional('administration', textOf(claims['administration'])),
        rolesFrom,
      };

const identityOf = (claims: oidc.IDToken, rolesFrom: RolesFrom): IdentityClaims => ({
  issuer: claims.iss,
  subject: claims.sub,
  name: textOf(claims['name']) ?? claims.sub,
  language: localeOf(claims['locale']),
  ...claimedGrant(claims, rolesFrom),
  ...optional('email', textOf(claims['email'])),
  isEmailVerified: claims['email_verified'] === true,
  ...optional('nationalNumber', textOf(claims['egovNRN'])),
  mandates: claimedMandates(claims['mandates']),
});

const expired = (): HttpProblem =>
  new HttpProblem(400, 'SIGN_IN_EXPIRED', 'Expected a sign-in that began here less than ten minutes ago. Start again.');

const isTrip = (value: unknown): value is Trip =>
  typeof value === 'object' &&
  value !== null &&
  ['state', 'nonce', 'verifier', 'returnTo'].every(
    // A missing state would be no state to compare with.
    (name) => textOf((value as Record<string, unknown>)[name]) !== undefined,
  );

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const readTrip = (trip: string | null): Trip => {
  const value = parse(Buffer.from(trip ?? '', 'base64url').toString('utf8'));
  if (!isTrip(value)) throw expired();
  return value;
};

type Provider = () => Promise<oidc.Configuration>;

/** Discovers the provider at the first sign-in and again after a failure, so that it may start later than we do. */
const createProvider = ({ issuer, clientId, clientSecret }: OidcOptions): Provider => {
  // The library takes TLS for a signature; a proxy between us and the provider would then be believed like the provider.
  const execute = [oidc.enableNonRepudiationChecks];
  if (issuer.startsWith('http://')) execute.push(oidc.allowInsecureRequests);
  let discovered: Promise<oidc.Configuration> | null = null;
  return () => {
    discovered ??= oidc
      .discovery(new URL(issuer), clientId, clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        discovered = null;
        throw new HttpProblem(
          503,
          'IDENTITY_PROVIDER_UNAVAILABLE',
          `Expected the identity provider to answer, but: ${String(error)}.`,
        );
      });
    return discovered;
  };
};

const needs: readonly AssuranceNeed[] = ['citizen', 'staff', 'substantial', 'high'];

const refuse = (reason: string): never => {
  throw new HttpProblem(401, 'SIGN_IN_REFUSED', `Expected the identity provider to vouch for you, but ${reason}.`);
};

const start = async (provider: Provider, options: OidcOptions, returnTo: string, need: AssuranceNeed) => {
  const wanted = acceptedValues(options.assurance, need);
  const trip: Trip = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo: ownAddress(returnTo),
    need,
  };
  const location = oidc.buildAuthorizationUrl(await provider(), {
    redirect_uri: options.redirectUri,
    scope: 'openid profile email',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    ...(wanted.length === 0 ? {} : { acr_values: wanted.join(' ') }),
  });
  return { location: location.href, trip: Buffer.from(JSON.stringify(trip)).toString('base64url') };
};

/** Many providers keep names and roles out of the identity token. */
const moreClaims = async (configuration: oidc.Configuration, accessToken: string, subject: string) => {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc
    .fetchUserInfo(configuration, accessToken, subject)
    .catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)));
};

const finish = async (
  provider: Provider,
  options: OidcOptions,
  { url, cookie }: { url: URL; cookie: string | null },
): Promise<Vouched> => {
  const trip = readTrip(cookie);
  const current = new URL(options.redirectUri);
  current.search = url.search;
  const checks = { expectedState: trip.state, expectedNonce: trip.nonce, pkceCodeVerifier: trip.verifier };
  const configuration = await provider();
  const tokens = await oidc
    .authorizationCodeGrant(configuration, current, checks)
    .catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)));
  const claims = tokens.claims() ?? refuse('it sent no identity token');
  const more = await moreClaims(configuration, tokens.access_token, claims.sub);
  return {
    claims: identityOf({ ...more, ...claims }, options.rolesFrom),
    returnTo: ownAddress(trip.returnTo),
    need: needs.find((known) => known === trip.need) ?? null,
    acr: textOf(claims['acr']) ?? null,
    idToken: tokens.id_token ?? null,
  };
};

const signOutAt = async (
  provider: Provider,
  { signedOutUri }: OidcOptions,
  trip: { idToken: string; state: string },
) => {
  // Who wants to leave leaves: a provider that is away keeps nobody.
  const configuration = await provider().catch(() => null);
  if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
  const parameters = {
    id_token_hint: trip.idToken,
    post_logout_redirect_uri: signedOutUri,
    state: trip.state,
  };
  return oidc.buildEndSessionUrl(configuration, parameters).href;
};

/** OpenID Connect code flow with PKCE, state and nonce; tokens never reach the browser. */
export const createOidcSignIn = (options: OidcOptions): OidcSignIn => {
  const provider = createProvider(options);
  return {
    assurance: options.assurance,
    start: (returnTo, need) => start(provider, options, returnTo, need),
    finish: (url, cookie) => finish(provider, options, { url, cookie }),
    signOutAt: (idToken, returnTo) => signOutAt(provider, options, { idToken, state: ownAddress(returnTo) }),
  };
};
