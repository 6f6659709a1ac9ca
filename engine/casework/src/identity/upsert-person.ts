import { requireMachine, type KnownPerson } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { knownPersonOf, storeNationalNumber, upsertPersonRow } from '../storage/people.ts';
import type { UseCase } from '../surroundings.ts';
import type { Role } from '../views/person.ts';
import type { Locale, LocalizedText } from '../views/text.ts';

/** What an identity provider (or the demonstration) says about a person. */
export interface IdentityClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  readonly language: Locale;
  readonly roles: readonly Role[];
  readonly groups?: readonly string[];
  readonly administration?: string;
  /** Eleven digits; kept sealed. */
  readonly nationalNumber?: string;
  /** Makes the person one of the demonstration people. */
  readonly demoStory?: LocalizedText;
}

const digitsOf = (nationalNumber: string): string => nationalNumber.replaceAll(/\D/g, '');

/** Writes what is known about a person under (issuer, subject); the national number never is their key. */
export const upsertPerson: UseCase<IdentityClaims, KnownPerson> = async (surroundings, actor, claims) => {
  requireMachine(actor);
  const { database, clock, random, numbers } = surroundings;
  return database.transaction(async (tx) => {
    const row = await upsertPersonRow(tx, {
      id: random.id(),
      issuer: claims.issuer,
      subject: claims.subject,
      name: claims.name,
      email: claims.email ?? null,
      language: claims.language,
      roles: claims.roles,
      groups: claims.groups ?? [],
      administration: claims.administration ?? null,
      demoStory: claims.demoStory ?? null,
      at: clock.now(),
    });
    if (row === undefined)
      throw new CaseworkError('INPUT_INVALID', `Expected to store ${claims.subject}, but nothing came back`);
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
