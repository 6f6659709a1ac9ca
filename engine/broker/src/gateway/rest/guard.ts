import { isLoopback } from '@irisflow/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, NOBODY } from '../../actor.ts';
import type { Caller } from '../../pipeline/caller.ts';
import { actorOf, type Authenticate, jobTypesOf, tenantsOf } from '../authenticate.ts';
import { RestProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The address is a secret of its own: whoever knows it may ask. */
    isOpen?: boolean;
  }
}

const isLocalName = (address: string): boolean => {
  try {
    return isLoopback(new URL(address).hostname);
  } catch {
    return false;
  }
};

/** An IPv4 address that arrives on an IPv6 socket has a prefix. */
const isLocalPeer = (address: string | undefined): boolean =>
  address !== undefined && isLoopback(address.replace(/^::ffff:/, ''));

const forbidden = (detail: string) => new RestProblem(403, 'FORBIDDEN', detail);

/**
 * Without authentication only this machine may ask, and only under its own names: a page of another site, or a name that
 * was made to point to 127.0.0.1, would otherwise steer the engine through the browser of whoever opens the page.
 */
const refuseForeigners = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ headers: { host, origin }, raw }) => {
    if (!isLocalPeer(raw.socket.remoteAddress)) {
      throw forbidden('Expected a request from this machine, but it comes from another one; configure a token');
    }
    if (host === undefined || !isLocalName(`http://${host}`)) {
      throw forbidden(`Expected a request for this machine, but the Host header is '${host ?? ''}'`);
    }
    if (origin !== undefined && !isLocalName(origin)) {
      throw forbidden(`Expected a request from a page of this machine, but its Origin is '${origin}'`);
    }
  });
};

export interface GuardOptions {
  readonly authenticate: Authenticate | undefined;
  /** Whether callers work in tenants of their own. */
  readonly isTenancyOn: boolean;
  /** Hears of callers who were turned away. */
  readonly onRefusal: (message: string) => void;
}

/** Whoever sent a request. */
export type CallerOfRequest = (request: FastifyRequest) => Required<Pick<Caller, 'tenantIds' | 'actor'>>;

interface Admitted {
  readonly tenantIds: ReadonlySet<string>;
  readonly actor: Actor;
}

const nobody: Admitted = { tenantIds: new Set(), actor: NOBODY };

/**
 * Guards every route of the plugin: by credentials where there is authentication, else by where the request comes from.
 * A route whose address is itself a secret says so in its configuration.
 */
export const guardRoutes = (
  app: FastifyInstance,
  { authenticate, isTenancyOn, onRefusal }: GuardOptions,
): CallerOfRequest => {
  const admitted = new WeakMap<FastifyRequest, Admitted>();
  if (authenticate === undefined) refuseForeigners(app);
  else {
    app.addHook('onRequest', async (request, reply) => {
      if (request.routeOptions.config.isOpen === true) return;
      const admission = await authenticate(request.headers.authorization);
      if (admission !== false) {
        if (jobTypesOf(admission) !== null)
          throw forbidden('Expected a caller of the whole engine, but this one serves types of jobs alone, over gRPC');
        return void admitted.set(request, { tenantIds: tenantsOf(admission), actor: actorOf(admission) });
      }
      onRefusal(`Expected valid credentials of ${request.ip}, but found none`);
      reply.header('www-authenticate', 'Bearer');
      throw new RestProblem(
        401,
        'UNAUTHENTICATED',
        'Expected valid credentials in the Authorization header, but found none',
      );
    });
  }
  return (request) => {
    const { tenantIds, actor } = admitted.get(request) ?? nobody;
    return { tenantIds: isTenancyOn ? tenantIds : null, actor };
  };
};
