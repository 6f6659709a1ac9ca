import { requireMachine, type KnownPerson } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { knownPersonOf, storeNationalNumber, upsertPersonRow } from '../storage/people.ts';
import { acceptInvitation } from '../people/accept-invitation.ts';
import type { UseCase } from '../surroundings.ts';
import type { Role } from '../views/person.ts';
import type { Locale, LocalizedText } from '../views/text.ts';

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
  /** Roles that are managed here only begin with these; the provider's replace the known ones at every sign-in, which is the default. */
  readonly rolesFrom?: 'here' | 'provider';
  /** Makes the person one of the demonstration people. */
  readonly demoStory?: LocalizedText;
}

const digitsOf = (nationalNumber: string): string => nationalNumber.replaceAll(/\D/g, '');

/** An administrator without an administration would be one of the platform: no claim makes anybody that. */
const rolesOf = ({ roles, administration }: IdentityClaims): readonly Role[] => {
  if (administration !== undefined) return roles;
  const kept = roles.filter((role) => role !== 'administrator');
  return kept.length === 0 ? ['citizen'] : kept;
};

/** Writes what is known about a person under (issuer, subject); the national number never is their key. */
export const upsertPerson: UseCase<IdentityClaims, KnownPerson> = async (surroundings, actor, claims) => {
  requireMachine(actor);
  const { database, clock, random, numbers } = surroundings;
  return database.transaction(async (tx) => {
    const rolesFrom = claims.rolesFrom ?? 'provider';
    const written = await upsertPersonRow(tx, {
      id: random.id(),
      issuer: claims.issuer,
      subject: claims.subject,
      name: claims.name,
      email: claims.email ?? null,
      isEmailVerified: claims.isEmailVerified ?? false,
      language: claims.language,
      roles: rolesOf(claims),
      groups: claims.groups ?? [],
      administration: claims.administration ?? null,
      demoStory: claims.demoStory ?? null,
      rolesFrom,
      at: clock.now(),
    });
    if (written === undefined)
      throw new CaseworkError('INPUT_INVALID', `Expected to store ${claims.subject}, but nothing came back`);
    const row = rolesFrom === 'here' ? await acceptInvitation(surroundings, tx, { row: written, claims }) : written;
    if (claims.nationalNumber !== undefined) {
      const digits = digitsOf(claims.nationalNumber);
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
