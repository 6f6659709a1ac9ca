import { createHash } from 'node:crypto';

import { expectShape, incident, retryLater, type RunContext } from '@irisflow/connector-sdk';
import { Type } from 'typebox';

import { readJson } from '../registers/ask-register.ts';
import type { CrmAccess } from './access.ts';

/** How long one is used at most; whoever issued it may end it sooner. */
const LIFE_MS = 10 * 60_000;

const Granted = Type.Object({ access_token: Type.String({ minLength: 1 }), instance_url: Type.String() });

type Held = { readonly token: string; readonly until: number };

/** By address and client, so that a hundred jobs sign in once. */
const held = new Map<string, Held>();

const keyOf = ({ url, clientId, clientSecret }: CrmAccess): string =>
  createHash('sha256')
    .update(JSON.stringify([url, clientId, clientSecret]))
    .digest('base64');

/** A token of the CRM by the client credentials of OAuth 2.0 (RFC 6749, §4.4); one that is known unless `isRefused`. */
export const tokenOf = async (context: RunContext, access: CrmAccess, isRefused = false): Promise<string> => {
  const key = keyOf(access);
  const now = context.now().getTime();
  const known = held.get(key);
  if (known !== undefined && known.until > now && !isRefused) return known.token;
  held.delete(key);
  const token = await signIn(context, access);
  held.set(key, { token, until: now + LIFE_MS });
  return token;
};

const signIn = async (context: RunContext, { url: origin, clientId, clientSecret }: CrmAccess): Promise<string> => {
  const response = await context.fetch({
    url: new URL('/services/oauth2/token', origin).href,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }).toString(),
  });
  const { status } = response;
  if (status === 429 || status >= 500)
    throw retryLater(`UNAVAILABLE: Expected the CRM to let us sign in, but found status ${status}.`);
  if (status !== 200)
    throw incident(`Expected the CRM to accept our client and its secret, but found status ${status}.`);
  const granted = expectShape(Granted, readJson('the CRM', response), 'the token of the CRM');
  if (!URL.canParse(granted.instance_url) || new URL(granted.instance_url).origin !== new URL(origin).origin)
    throw incident('Expected the CRM to be used at the configured address, but its token is for another one.');
  return granted.access_token;
};
