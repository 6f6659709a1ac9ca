import type { Actor, Role } from '@irisflow/access';
import type { ActingView, SessionView } from '@irisflow/parties';
import type { Casework } from '@irisflow/platform';
import { DatabaseFault } from '@irisflow/database';
import type { sessionOperations } from '../api/contract/session.ts';
import type { Call, Handlers, RedirectReply } from '../http/call.ts';
import { type AssuranceNeed, isAssured, levelOfAcr } from '../http/assurance.ts';
import type { OidcSignIn } from '../http/oidc-sign-in.ts';
import { isOfStaff, ownAddress, signInPageOf } from '../http/own-address.ts';
import { HttpProblem } from '../http/problem.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createMySessionHandlers = (
  identity: Casework['identity'],
): Handlers<'listMySessions' | 'endMySession' | 'endMyOtherSessions'> => ({
  listMySessions: ({ actor, session }) => identity.listSessions(actor, { token: session.value ?? '' }),
  endMySession: ({ actor, params }) => identity.endSession(actor, params),
  endMyOtherSessions: ({ actor, session }) => identity.endOtherSessions(actor, { token: session.value ?? '' }),
});

const system: Actor = { kind: 'job', name: 'signIn' };

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

const actingOf = (actor: Actor): ActingView | null => {
  const acting = actor.kind === 'person' ? actor.acting : undefined;
  if (acting === undefined) return null;
  if (acting === 'nobody') return { state: 'over' };
  const { mandateId, party, procedures, mayDelegate } = acting;
  return {
    state: 'inForce',
    mandateId,
    kind: party.kind,
    name: party.name,
    procedures: procedures === null ? null : [...procedures],
    mayDelegate,
  };
};

const needOf = (roles: readonly Role[]): AssuranceNeed =>
  roles.some((role) => role !== 'citizen') ? 'staff' : 'citizen';

const previousOf = (value: string | null) => (value === null ? {} : { previousToken: value });

interface Arrival {
  readonly casework: Casework;
  readonly oidc: OidcSignIn;
  readonly call: Pick<
    Call<(typeof sessionOperations)['finishOidcSignIn']>,
    'url' | 'signInTrip' | 'session' | 'userAgent' | 'address'
  >;
}

/** Who came back from the provider gets a session, unless they signed in too weakly for what they may do. */
const arrive = async ({ casework: { identity }, oidc, call }: Arrival): Promise<RedirectReply> => {
  const { session, signInTrip, userAgent, address } = call;
  const { claims, returnTo, need, acr, idToken } = await oidc.finish(call.url, signInTrip.value);
  const refuse = async (level: AssuranceNeed) => {
    signInTrip.clear();
    await identity.noteRefusal(system, { door: 'signIn', reason: `assurance of ${level}`, address });
    return { location: signInPageOf(returnTo, level) };
  };
  if (!isAssured(oidc.assurance, 'citizen', acr) && !isAssured(oidc.assurance, 'staff', acr)) return refuse('citizen');
  // Whoever came for more than they bring keeps the session that they have.
  if ((need === 'substantial' || need === 'high') && !isAssured(oidc.assurance, need, acr)) return refuse(need);
  const { id, roles } = await identity.upsertPerson(system, claims).catch(refuseUnknownAdministration);
  if (!isAssured(oidc.assurance, needOf(roles), acr)) return refuse(needOf(roles));
  const { token } = await identity.signIn(system, {
    personId: id,
    userAgent,
    level: levelOfAcr(oidc.assurance, acr),
    ...previousOf(session.value),
    ...(idToken === null ? {} : { idToken }),
    ...(acr === null ? {} : { assurance: acr }),
  });
  signInTrip.clear();
  session.set(token);
  return { location: returnTo };
};

const requireDemonstration = (isDemo: boolean): void => {
  if (!isDemo)
    throw new HttpProblem(
      403,
      'NO_DEMONSTRATION',
      'Expected a demonstration, but this is none: its people cannot sign in.',
    );
};

const requireProvider = (oidc: HandlerOptions['oidc']): NonNullable<HandlerOptions['oidc']> => {
  if (oidc === null)
    throw new HttpProblem(404, 'NO_IDENTITY_PROVIDER', 'Expected an identity provider, but none is configured.');
  return oidc;
};

export const createSessionHandlers = ({
  casework,
  isDemo,
  oidc,
}: HandlerOptions): Handlers<keyof typeof sessionOperations> => {
  const { identity, mandates } = casework;

  const view = async (actor: Actor): Promise<SessionView> => ({
    person: actor.kind === 'person' ? await identity.viewMyself(actor, {}) : null,
    csrfToken: actor.kind === 'person' ? (actor.session?.csrfToken ?? null) : null,
    signIn: { demo: isDemo, oidc: oidc !== null },
    acting: actingOf(actor),
  });

  const requireDemo = () => requireDemonstration(isDemo);
  const requireOidc = () => requireProvider(oidc);

  return {
    getSession: ({ actor }) => view(actor),
    listDemoPeople: async () => {
      requireDemo();
      return identity.listDemoPeople(system, {});
    },
    signInAsDemoPerson: async ({ body, session, userAgent }) => {
      requireDemo();
      const { token, actor } = await identity.signInAsDemoPerson(system, {
        ...body,
        ...previousOf(session.value),
        userAgent,
      });
      session.set(token);
      return view(actor);
    },
    actFor: async ({ actor, body, session }) =>
      view(await mandates.actFor(actor, { ...body, token: session.value ?? '' })),
    startOidcSignIn: async ({ query, signInTrip }) => {
      const returnTo = query.returnTo ?? '/';
      const need = query.assurance ?? (isOfStaff(returnTo) ? 'staff' : 'citizen');
      const { location, trip } = await requireOidc().start(returnTo, need);
      signInTrip.set(trip);
      return { location };
    },
    finishOidcSignIn: async (call) => arrive({ casework, oidc: requireOidc(), call }),
    signOut: async ({ actor, session, query }) => {
      const known = session.value === null ? null : await identity.signOut(actor, { token: session.value });
      session.clear();
      const idToken = known?.idToken ?? null;
      if (idToken === null || oidc === null) return { location: null };
      return { location: await oidc.signOutAt(idToken, query.returnTo ?? '/') };
    },
    finishSignOut: async ({ query }) => ({ location: ownAddress(query.state ?? '/') }),
    ...createMySessionHandlers(identity),
  };
};
