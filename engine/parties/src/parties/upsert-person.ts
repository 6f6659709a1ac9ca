import {
  appendAudit,
  type IdentityClaims,
  type KnownPerson,
  knownPersonOf,
  movePartyOfAccount,
  type PersonRow,
  requireMachine,
  writeAccount,
} from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { nationalNumber } from '@irisflow/identifiers';
import { takeClaimedMandates } from '../mandates/claimed-mandates.ts';
import { partiesWithNumber } from '../storage/identifiers.ts';
import { findPartyNoted, findPartyRow, insertParty, updateParty } from '../storage/parties.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { noteNumber } from './number-of-party.ts';
import { notedByNumber } from './party-of-desk.ts';

interface Arrived {
  readonly account: PersonRow;
  readonly claims: IdentityClaims;
  /** Eleven digits; null where the provider says none. */
  readonly digits: string | null;
}

/** The party that another account made known; or the one that a desk noted, which belongs to nobody's desk from now on. */
const partyOfNumber = async (
  { numbers }: Surroundings,
  tx: Queryable,
  { digits, claims }: Arrived,
): Promise<string | undefined> => {
  if (digits === null) return undefined;
  const index = numbers.index(digits);
  const [known] = await partiesWithNumber(tx, index);
  if (known !== undefined) return known;
  const noted = await findPartyNoted(tx, notedByNumber(index));
  if (noted === undefined) return undefined;
  // In which language they are written to is theirs to choose, as it is of anybody who signs in.
  await updateParty(tx, { id: noted.id, name: claims.name, language: null, noted_by: null, noted_as: null });
  return noted.id;
};

/** Whoever signs in for the first time is whom their number says. */
const newParty = async (surroundings: Surroundings, tx: Queryable, arrived: Arrived) => {
  const { account, claims } = arrived;
  const { clock } = surroundings;
  const known = await partyOfNumber(surroundings, tx, arrived);
  if (known !== undefined) {
    await movePartyOfAccount(tx, { id: account.id, partyId: known });
    return known;
  }
  await insertParty(tx, {
    id: account.party_id,
    kind: 'person',
    name: claims.name,
    // In which language they sign in is no choice of the one in which they are written to.
    language: null,
    enterprise_number: null,
    seat_commune: null,
    noted_by: null,
    noted_as: null,
    created_at: isoOf(clock.now()),
  });
  return account.party_id;
};

const partyOf = async (surroundings: Surroundings, tx: Queryable, arrived: Arrived): Promise<string> => {
  const { account, claims } = arrived;
  const row = await findPartyRow(tx, account.party_id);
  if (row === undefined) return newParty(surroundings, tx, arrived);
  if (row.name !== claims.name) await updateParty(tx, { id: row.id, name: claims.name });
  return row.id;
};

/** Writes the account of whom a provider vouches for, who they are, and for whom the provider says that they act. */
export const upsertPerson: UseCase<IdentityClaims, KnownPerson> = async (surroundings, actor, claims) => {
  requireMachine(actor);
  return surroundings.database.transaction(async (tx) => {
    const account = await writeAccount(surroundings, tx, { actor, claims });
    const digits = claims.nationalNumber === undefined ? null : nationalNumber.normalize(claims.nationalNumber);
    const partyId = await partyOf(surroundings, tx, { account, claims, digits });
    const isReplaced = digits !== null && (await noteNumber(surroundings, tx, { partyId, digits }));
    await takeClaimedMandates(surroundings, tx, { actor, partyId, account, claims });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'person.stored',
      object: `person:${account.id}`,
      administration: account.administration,
      ...(isReplaced ? { detail: { number: 'replaced' } } : {}),
    });
    return knownPersonOf({ ...account, party_id: partyId });
  });
};
