import type { Actor, SessionView } from '@irisflow/casework';
import { DatabaseFault } from '@irisflow/database';
import type { sessionOperations } from '../api/contract/session.ts';
import type { Handlers } from '../http/call.ts';
import { HttpProblem } from '../http/problem.ts';
import type { HandlerOptions } from './handler-options.ts';

const system: Actor = { kind: 'system' };

const foreignKeyViolation = '23503';

/** The identity provider names administrations that we may not know; that is no fault of ours. */
const refuseUnknownAdministration = (error: unknown): never => {
  if (!(error instanceof DatabaseFault) || error.sqlState !== foreignKeyViolation) throw error;
  throw new HttpProblem(
    403,
    'ADMINISTRATION_UNKNOWN',
    'Expected an administration of this platform, but the identity provider names another.',
  );
};

export const createSessionHandlers = ({
  casework,
  isDemo,
  oidc,
}: HandlerOptions): Handlers<keyof typeof sessionOperations> => {
  const { identity } = casework;

  const view = async (actor: Actor): Promise<SessionView> => ({
    person: actor.kind === 'person' ? await identity.viewMyself(actor, {}) : null,
    csrfToken: actor.kind === 'person' ? (actor.session?.csrfToken ?? null) : null,
    signIn: { demo: isDemo, oidc: oidc !== null },
  });

  const requireDemo = () => {
    if (!isDemo)
      throw new HttpProblem(
        403,
        'NO_DEMONSTRATION',
        'Expected a demonstration, but this is none: its people cannot sign in.',
      );
  };

  const requireOidc = () => {
    if (oidc === null)
      throw new HttpProblem(404, 'NO_IDENTITY_PROVIDER', 'Expected an identity provider, but none is configured.');
    return oidc;
  };

  const previous = (value: string | null) => (value === null ? {} : { previousToken: value });

  return {
    getSession: ({ actor }) => view(actor),
    listDemoPeople: async () => {
      requireDemo();
      return identity.listDemoPeople(system, {});
    },
    signInAsDemoPerson: async ({ body, session }) => {
      requireDemo();
      const { token, actor } = await identity.signInAsDemoPerson(system, { ...body, ...previous(session.value) });
      session.set(token);
      return view(actor);
    },
    startOidcSignIn: async ({ query, signInTrip }) => {
      const { location, trip } = await requireOidc().start(query.returnTo ?? '/');
      signInTrip.set(trip);
      return { location };
    },
    finishOidcSignIn: async ({ url, signInTrip, session }) => {
      const { claims, returnTo } = await requireOidc().finish(url, signInTrip.value);
      const { id } = await identity.upsertPerson(system, claims).catch(refuseUnknownAdministration);
      const { token } = await identity.signIn(system, { personId: id, ...previous(session.value) });
      signInTrip.clear();
      session.set(token);
      return { location: returnTo };
    },
    signOut: async ({ actor, session }) => {
      if (session.value !== null) await identity.signOut(actor, { token: session.value });
      session.clear();
    },
  };
};
