import type { Actor, Casework } from '@irisflow/casework';
import type { FastifyRequest } from 'fastify';
import { isSameSecret } from './authorize.ts';
import type { RefuseTooMany } from './limit-requests.ts';
import { sessionCookieName } from './session-cookie.ts';

const bearer = /^Bearer (.+)$/;

/** Who makes a request: a connector by its token, a person by their session, or nobody known. */
export const createActorFinder =
  (casework: Casework, connectorToken: string, refuseGuess: RefuseTooMany) =>
  async (request: FastifyRequest): Promise<Actor> => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      if (isSameSecret(token, connectorToken)) return { kind: 'connector' };
      await refuseGuess(request);
      return { kind: 'anonymous' };
    }
    const session = request.cookies[sessionCookieName];
    if (session === undefined) return { kind: 'anonymous' };
    const person = await casework.identity.resumeSession({ kind: 'system' }, { token: session });
    return person ?? { kind: 'anonymous' };
  };
