import { CaseworkError } from './errors/casework-error.ts';
import type { Locale } from './views/text.ts';
import type { Role } from './views/person.ts';

/** A person as the rest of casework knows them: never with their national number. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** Whether the identity provider vouches for the address; only then does it receive anything about a case. */
  readonly isEmailVerified: boolean;
  readonly language: Locale;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  /** Key of the administration they work for; null for citizens. */
  readonly administration: string | null;
}

export interface PersonActor {
  readonly kind: 'person';
  readonly person: KnownPerson;
  readonly session: { readonly csrfToken: string; readonly expiresAt: string } | null;
}

/** In whose name something is done. */
export type Actor =
  | PersonActor
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'connector' }
  | { readonly kind: 'system' };

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

/** Refuses everyone but the platform itself and its connectors. */
export const requireMachine = (actor: Actor): void => {
  if (actor.kind === 'system' || actor.kind === 'connector') return;
  throw new CaseworkError('FORBIDDEN', `Expected the platform or a connector, but the actor is ${actor.kind}`);
};

/** How the audit log names an actor: by reference, never by name. */
export const actorReference = (actor: Actor): string =>
  actor.kind === 'person' ? `person:${actor.person.id}` : actor.kind;
