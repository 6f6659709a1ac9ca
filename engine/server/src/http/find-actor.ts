import { CaseworkError } from '@irisflow/foundation';
import { apiTokenPrefix, type Actor, type ConnectorTokenActor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';
import type { FastifyRequest } from 'fastify';
import type { Access } from '../api/contract/index.ts';
import { isSameSecret } from './authorize.ts';
import type { RefuseTooMany } from './limit-requests.ts';
import { HttpProblem } from './problem.ts';
import { sessionCookieName } from './session-cookie.ts';

const bearer = /^Bearer (.+)$/;
const door: Actor = { kind: 'job', name: 'admission' };
/** A process that has just begun is known a moment later. */
const SECONDS_TO_WAIT = 1;

const headerOf = ({ headers }: FastifyRequest, name: string): string | null => {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Who carries a token: the connectors that come with the platform share one, others have their own. */
type Holder = 'shipped' | ConnectorTokenActor;

const admit = async (casework: Casework, request: FastifyRequest, holder: Holder): Promise<Actor> => {
  try {
    return await casework.caseStore.admitConnector(door, {
      handle: headerOf(request, 'irisflow-case'),
      connector: headerOf(request, 'irisflow-connector'),
      job: headerOf(request, 'irisflow-job'),
      token: holder === 'shipped' ? null : holder.token,
    });
  } catch (thrown) {
    if (!(thrown instanceof CaseworkError) || thrown.code !== 'CASE_NOT_STARTED') throw thrown;
    throw new HttpProblem(thrown.status, thrown.code, thrown.detail, SECONDS_TO_WAIT);
  }
};

/** Addresses end up in logs, histories and headers of others: a token in one is as good as published. */
const refuseTokenInAddress = ({ url }: FastifyRequest): void => {
  if (!url.includes(apiTokenPrefix) || !/ift_[A-Za-z0-9_-]{51}/.test(url)) return;
  throw new HttpProblem(
    400,
    'TOKEN_IN_ADDRESS',
    'Expected the token in the header "Authorization: Bearer …", but found one in the address. Renew it: addresses are written to logs.',
  );
};

export type ActorFinder = (request: FastifyRequest, access: Access) => Promise<Actor>;

const nobody: Actor = { kind: 'anonymous' };

/**
 * Who makes a request: a connector by a token, which opens its own operations alone and there for the one case whose handle
 * it shows; another system by its API token; a person by their session; or nobody known. A token counts before a session.
 */
export const createActorFinder = (
  casework: Casework,
  connectorToken: string,
  refuseGuess: RefuseTooMany,
): ActorFinder => {
  const holderOf = async (token: string): Promise<Holder | null> =>
    isSameSecret(token, connectorToken) ? 'shipped' : casework.connectors.admitToken(door, { token });

  const systemOf = async (request: FastifyRequest, access: Access, token: string): Promise<Actor> => {
    // What is public asks nobody who they are.
    if (access === 'public') return nobody;
    const holder = await casework.apiTokens.admitApiToken(door, { token, address: request.ip });
    if (holder === null) await refuseGuess(request);
    return holder ?? nobody;
  };

  const bearerOf = async (request: FastifyRequest, access: Access, token: string): Promise<Actor> => {
    if (token.startsWith(apiTokenPrefix)) return systemOf(request, access, token);
    const holder = await holderOf(token);
    if (holder === null) {
      await refuseGuess(request);
      return nobody;
    }
    if (access === 'connector') return admit(casework, request, holder);
    return access === 'connectorToken' && holder !== 'shipped' ? holder : nobody;
  };

  return async (request, access) => {
    refuseTokenInAddress(request);
    // What a sender shows is none of our tokens.
    if (access === 'sender') return nobody;
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) return bearerOf(request, access, token);
    const session = request.cookies[sessionCookieName];
    if (session === undefined) return nobody;
    const person = await casework.identity.resumeSession({ kind: 'job', name: 'signIn' }, { token: session });
    return person ?? nobody;
  };
};
