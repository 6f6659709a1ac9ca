import { type KnownPerson, requireMachine } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { nationalNumber } from '@irisflow/identifiers';
import { CaseworkError, type Locale, type LocalizedText } from '@irisflow/foundation';
import { type PersonValues, knownPersonOf, storeNationalNumber, upsertPersonRow } from '../storage/people.ts';
import { acceptInvitation } from '../people/accept-invitation.ts';
import type { RolesFrom, UseCase } from '../surroundings.ts';
import type { Role } from '../views/person.ts';

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

/** Writes what is known about a person under (issuer, subject); the national number never is their key. */
export const upsertPerson: UseCase<IdentityClaims, KnownPerson> = async (surroundings, actor, claims) => {
  requireMachine(actor);
  const { database, clock, random, numbers } = surroundings;
  return database.transaction(async (tx) => {
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
    const row =
      grant.rolesFrom === 'here' ? await acceptInvitation(surroundings, tx, { actor, row: written, claims }) : written;
    if (claims.nationalNumber !== undefined) {
      const digits = nationalNumber.normalize(claims.nationalNumber);
      await storeNationalNumber(tx, {
        personId: row.id,
        sealed: numbers.seal(digits, row.id),
        index: numbers.index(digits),
      });
    }
    await appendAudit(surroundings, tx, {
      actor,
      action: 'person.stored',
      object: `person:${row.id}`,
      administration: row.administration,
    });
    return knownPersonOf(row);
  });
};
