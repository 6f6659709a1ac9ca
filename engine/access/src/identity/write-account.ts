import type { Queryable } from '@irisflow/database';
import type { Actor } from '../actor.ts';
import { CaseworkError, type Locale, type LocalizedText } from '@irisflow/foundation';
import { upsertPersonRow, type PersonRow, type PersonValues } from '../storage/people.ts';
import { acceptInvitation } from '../people/accept-invitation.ts';
import type { RolesFrom, Surroundings } from '../surroundings.ts';
import type { Role } from '../views/person.ts';

/** That somebody may act for a company, as a provider of identities says. */
export interface ClaimedMandate {
  /** Ten digits. */
  readonly enterpriseNumber: string;
  readonly name: string;
  /** NIS code of the commune of its seat. */
  readonly seatCommune?: string;
  /** Keys of the procedures in which they may; all of them where it is left out. */
  readonly procedures?: readonly string[];
}

/** What an identity provider (or the demonstration) says about a person. */
export interface IdentityClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  /** Whether the provider vouches for the address. */
  readonly isEmailVerified?: boolean;
  readonly language: Locale;
  readonly roles: readonly Role[];
  readonly groups?: readonly string[];
  readonly administration?: string;
  /** Eleven digits; kept sealed. */
  readonly nationalNumber?: string;
  /** For whom they may act, as the provider knows it; whom it no longer names they act for no longer. */
  readonly mandates?: readonly ClaimedMandate[];
  /**
   * Roles that are managed `here` only begin with these. Those of the `provider`, the default, replace the known ones.
   * `auto` does so when there are any.
   */
  readonly rolesFrom?: RolesFrom;
  /** Makes the person one of the demonstration people. */
  readonly demoStory?: LocalizedText;
}

type Grant = Pick<PersonValues, 'roles' | 'groups' | 'administration' | 'rolesFrom' | 'replaces'>;

/** An administrator without an administration would be one of the platform: no claim makes anybody that. */
const soundRoles = (roles: readonly Role[], administration: string | null): readonly Role[] => {
  const kept = administration === null ? roles.filter((role) => role !== 'administrator') : roles;
  return kept.length === 0 ? ['citizen'] : kept;
};

const nothingClaimed = { roles: ['citizen'], groups: [], administration: null } as const;

/** Roles that a provider no longer claims are taken back, unless this platform has taken them over. */
const grantOf = ({ rolesFrom = 'provider', roles, groups = [], ...claims }: IdentityClaims): Grant => {
  const administration = claims.administration ?? null;
  if (rolesFrom === 'auto' && roles.length === 0) return { ...nothingClaimed, rolesFrom: 'here', replaces: 'claimed' };
  const given = { roles: soundRoles(roles, administration), groups, administration };
  return rolesFrom === 'here'
    ? { ...given, rolesFrom, replaces: 'none' }
    : { ...given, rolesFrom: 'provider', replaces: 'all' };
};

/**
 * Writes the account that somebody signs in with under (issuer, subject); the national number never is its key. Who they are
 * is written by the caller in the same transaction.
 */
export const writeAccount = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, claims }: { actor: Actor; claims: IdentityClaims },
): Promise<PersonRow> => {
  const { clock, random } = surroundings;
  const grant = grantOf(claims);
  const written = await upsertPersonRow(tx, {
    id: random.id(),
    issuer: claims.issuer,
    subject: claims.subject,
    name: claims.name,
    email: claims.email ?? null,
    isEmailVerified: claims.isEmailVerified ?? false,
    language: claims.language,
    ...grant,
    demoStory: claims.demoStory ?? null,
    at: clock.now(),
  });
  if (written === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected to store ${claims.subject}, but nothing came back`);
  return grant.rolesFrom === 'here' ? acceptInvitation(surroundings, tx, { actor, row: written, claims }) : written;
};
