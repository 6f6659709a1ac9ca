import { appendAudit, type Applying, requireApplying } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, type Locale } from '@irisflow/foundation';
import { findContactPoints, saveContactPoints, verifyEmail } from '../storage/contact-points.ts';
import { findPartyRow, updateParty } from '../storage/parties.ts';
import type { UseCase } from '../surroundings.ts';
import type { ContactPoints, PartyView } from '../views/party.ts';
import { languageOfSeat } from './language-of-seat.ts';

/** A mandate for a few procedures is none to say where somebody can be reached. */
export const mayChange = ({ acting }: Applying): boolean => acting === null || acting.procedures === null;

const view = async (db: Queryable, applying: Applying): Promise<PartyView> => {
  const row = await findPartyRow(db, applying.partyId);
  if (row === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a party ${applying.partyId}, but there is none`);
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    enterpriseNumber: row.enterprise_number,
    seatCommune: row.seat_commune,
    language: row.language,
    boundLanguage: languageOfSeat(row.seat_commune),
    contact: await findContactPoints(db, row.id),
    mayChange: mayChange(applying),
  };
};

export const getMyParty: UseCase<Record<string, never>, PartyView> = ({ database }, actor) =>
  view(database, requireApplying(actor));

export interface SaveMyParty extends ContactPoints {
  readonly language: Locale | null;
}

/** Says how I, or whom I act for, can be reached; administrations read it with the cases that they have. */
export const saveMyParty: UseCase<SaveMyParty, PartyView> = async (surroundings, actor, { language, ...points }) => {
  const applying = requireApplying(actor);
  if (!mayChange(applying))
    throw new CaseworkError('FORBIDDEN', 'Expected a mandate for everything, but it is for a few procedures');
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const { partyId } = applying;
    await updateParty(tx, { id: partyId, language });
    const at = isoOf(clock.now());
    await saveContactPoints(tx, { partyId, points, at });
    // What their provider vouches for has not to be proven once more.
    const { email, isEmailVerified } = applying.person;
    if (applying.acting === null && isEmailVerified && email !== null && email === points.email)
      await verifyEmail(tx, { partyId, value: email, at });
    const saved = await view(tx, applying);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'party.changed',
      object: `party:${partyId}`,
      administration: null,
    });
    return saved;
  });
};
