import { CaseworkError } from '@irisflow/foundation';
import type { Actor } from '@irisflow/access';
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

const admit = async (casework: Casework, request: FastifyRequest): Promise<Actor> => {
  try {
    return await casework.caseStore.admitConnector(door, {
      handle: headerOf(request, 'irisflow-case'),
      connector: headerOf(request, 'irisflow-connector'),
      job: headerOf(request, 'irisflow-job'),
    });
  } catch (thrown) {
    if (!(thrown instanceof CaseworkError) || thrown.code !== 'CASE_NOT_STARTED') throw thrown;
    throw new HttpProblem(thrown.status, thrown.code, thrown.detail, SECONDS_TO_WAIT);
  }
};

export type ActorFinder = (request: FastifyRequest, access: Access) => Promise<Actor>;

/**
 * Who makes a request: a connector by its token, which opens its own operations alone and there for the one case whose handle
 * it shows; a person by their session; or nobody known.
 */
export const createActorFinder =
  (casework: Casework, connectorToken: string, refuseGuess: RefuseTooMany): ActorFinder =>
  async (request, access) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      if (isSameSecret(token, connectorToken))
        return access === 'connector' ? admit(casework, request) : { kind: 'anonymous' };
      await refuseGuess(request);
      return { kind: 'anonymous' };
    }
    const session = request.cookies[sessionCookieName];
    if (session === undefined) return { kind: 'anonymous' };
    const person = await casework.identity.resumeSession({ kind: 'job', name: 'signIn' }, { token: session });
    return person ?? { kind: 'anonymous' };
  };
