import { CaseworkError, type Locale } from '@irisflow/foundation';
import type { JobName } from './walls/job-name.ts';
import type { SealedCase } from './handle/case-handle.ts';
import type { CaseReach } from './rules/case-reach.ts';
import type { ApiScope } from './views/api-scope.ts';
import type { AssuranceLevel } from './views/assurance.ts';
import type { Role } from './views/person.ts';

/** Somebody's account as the rest of casework knows it: never with their national number. */
export interface KnownPerson {
  readonly id: string;
  /** Who they are, however they sign in. */
  readonly partyId: string;
  readonly name: string;
  readonly email: string | null;
  /** Whether the identity provider vouches for the address; only then does it receive anything about a case. */
  readonly isEmailVerified: boolean;
  readonly language: Locale;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  /** Key of the administration they work for; null for citizens. */
  readonly administration: string | null;
  /** What of the cases of their administration they see: those that fit one of these. Left out for whoever no rule bounds. */
  readonly reach?: readonly CaseReach[];
  /** Whether they have a conflict of interest with some case of their administration. Left out for whoever has none. */
  readonly isApart?: true;
  /** The one procedure in which somebody without an identity may apply, once; left out for everybody else. */
  readonly onlyFor?: string;
}

/** For whom somebody acts. */
export interface Acting {
  readonly mandateId: string;
  readonly party: { readonly id: string; readonly kind: 'person' | 'organization'; readonly name: string };
  /** Keys of the procedures in which they may; null for all of them. */
  readonly procedures: readonly string[] | null;
  readonly mayDelegate: boolean;
}

export interface PersonActor {
  readonly kind: 'person';
  readonly person: KnownPerson;
  readonly session: {
    readonly csrfToken: string;
    readonly expiresAt: string;
    /** The mandate under which the session acts; null for themselves. */
    readonly mandateId: string | null;
    /** How well whoever vouched for them knew them. */
    readonly assurance: AssuranceLevel;
  } | null;
  /** Whom they act for; nobody where the mandate of the session is over. Left out for themselves. */
  readonly acting?: Acting | 'nobody';
}

/** The job that a connector does. */
export interface ConnectorWork {
  /** Key of the job. */
  readonly job: string;
  /** Id of the process that offered it. */
  readonly process: string;
  /** Id of the element; null where the engine cannot be asked. */
  readonly element: string | null;
}

/** A connector, let in for the one case whose handle its job carries. */
export interface ConnectorActor {
  readonly kind: 'connector';
  /** Its type. */
  readonly connector: string;
  readonly case: SealedCase;
  readonly work: ConnectorWork;
}

/** What a connector token stands for: whose it is, and which types it serves. */
export interface ConnectorGrant {
  readonly id: string;
  readonly name: string;
  /** Key of the administration that has it; null for the platform's, which serve all. */
  readonly administration: string | null;
  readonly types: readonly string[];
}

/** The holder of a connector token, who acts for no case: they say what their connectors are. */
export interface ConnectorTokenActor {
  readonly kind: 'connectorToken';
  readonly token: ConnectorGrant;
}

/** What an API token stands for: another system of an administration, and what it may do. */
export interface ApiGrant {
  readonly id: string;
  readonly name: string;
  readonly administration: string;
  readonly scopes: readonly ApiScope[];
  /** Keys of the procedures whose cases it reaches; null for all of the administration. */
  readonly procedures: readonly string[] | null;
}

/** Another system of an administration: no person, so that whatever asks for one refuses it. */
export interface ApiTokenActor {
  readonly kind: 'apiToken';
  readonly token: ApiGrant;
}

/** The platform itself, in one of its jobs; each reaches the tables of its work and no others. */
export interface JobActor {
  readonly kind: 'job';
  readonly name: JobName;
}

/** In whose name something is done. */
export type Actor =
  | PersonActor
  | { readonly kind: 'anonymous' }
  | ConnectorActor
  | ConnectorTokenActor
  | ApiTokenActor
  | JobActor;

export const job = (name: JobName): JobActor => ({ kind: 'job', name });

export interface Clerk {
  readonly person: KnownPerson;
  readonly administration: string;
}

export const personOf = (actor: Actor): KnownPerson => {
  if (actor.kind === 'person') return actor.person;
  throw new CaseworkError('NOT_SIGNED_IN', `Expected a signed-in person, but the actor is ${actor.kind}`);
};

const hasRole = (person: KnownPerson, roles: readonly Role[]): boolean =>
  person.roles.some((role) => roles.includes(role));

/** The signed-in person when they have one of the roles; refused otherwise. */
export const requireRole = (actor: Actor, roles: readonly Role[]): KnownPerson => {
  const person = personOf(actor);
  if (hasRole(person, roles)) return person;
  throw new CaseworkError(
    'FORBIDDEN',
    `Expected one of the roles ${roles.join(', ')}, but found ${person.roles.join(', ')}`,
  );
};

/** Who applies: the person who signed in, or whom they act for. */
export interface Applying {
  readonly person: KnownPerson;
  readonly partyId: string;
  readonly acting: Acting | null;
}

/** Who applies for something by the hands of this actor; refused when the mandate under which they act is over. */
export const requireApplying = (actor: Actor): Applying => {
  const person = requireRole(actor, ['citizen']);
  const acting = actor.kind === 'person' ? actor.acting : undefined;
  if (acting === 'nobody')
    throw new CaseworkError('MANDATE_OVER', `Expected ${person.id} to act under a mandate in force, but it is over`);
  return { person, partyId: acting?.party.id ?? person.partyId, acting: acting ?? null };
};

/** The same, for one procedure; refused when the mandate is not for it. */
export const requireApplyingFor = (actor: Actor, procedureKey: string): Applying => {
  const applying = requireApplying(actor);
  const { acting } = applying;
  if (acting === null || acting.procedures === null || acting.procedures.includes(procedureKey)) return applying;
  throw new CaseworkError(
    'OUT_OF_MANDATE',
    `Expected a mandate for ${procedureKey}, but found one for ${acting.procedures.join(', ')}`,
  );
};

/** Someone who works for an administration in one of the roles; refused otherwise. */
export const requireStaff = (actor: Actor, roles: readonly Role[]): Clerk => {
  const person = requireRole(actor, roles);
  if (person.administration !== null) return { person, administration: person.administration };
  throw new CaseworkError('FORBIDDEN', `Expected a member of an administration, but ${person.id} belongs to none`);
};

export const requireClerk = (actor: Actor): Clerk => requireStaff(actor, ['agent', 'supervisor']);
export const requireDesigner = (actor: Actor): Clerk => requireStaff(actor, ['analyst', 'administrator']);

export const correctors = ['supervisor', 'administrator'] as const satisfies readonly Role[];

/** Who may see masked values and correct them, each time with a reason: whoever draws processes may not, by that alone. */
export const requireCorrector = (actor: Actor): Clerk => requireStaff(actor, correctors);

/** Refuses whoever sees a part of the cases alone what is done with all of them. */
export const requireWhole = ({ person }: Clerk): void => {
  if (person.reach === undefined) return;
  throw new CaseworkError('OUT_OF_REACH', `Expected ${person.id} to see every case, but rules of access bound them`);
};

/** Refuses everyone but the platform itself. */
export const requireMachine = (actor: Actor): void => {
  if (actor.kind === 'job') return;
  throw new CaseworkError('FORBIDDEN', `Expected the platform itself, but the actor is ${actor.kind}`);
};

/** Refuses everyone but a connector that was let in for a case. */
export const requireConnector = (actor: Actor): ConnectorActor => {
  if (actor.kind === 'connector') return actor;
  throw new CaseworkError('FORBIDDEN', `Expected a connector with its case, but the actor is ${actor.kind}`);
};

/** Refuses everyone but the holder of a connector token. */
export const requireConnectorToken = (actor: Actor): ConnectorGrant => {
  if (actor.kind === 'connectorToken') return actor.token;
  throw new CaseworkError('FORBIDDEN', `Expected the holder of a connector token, but the actor is ${actor.kind}`);
};

/** How the audit log names an actor: by reference, never by name. */
export const actorReference = (actor: Actor): string => {
  if (actor.kind === 'person') return `person:${actor.person.id}`;
  if (actor.kind === 'job') return `job:${actor.name}`;
  if (actor.kind === 'connectorToken' || actor.kind === 'apiToken') return `${actor.kind}:${actor.token.id}`;
  return actor.kind === 'connector' ? `connector:${actor.connector}` : actor.kind;
};
