import { appendAudit, type Actor, requireStaff } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { listMergesInto, lockMerge, lockMerges, findMergeOf, insertMerge, undoMergeRow } from '../storage/merges.ts';
import type { UseCase } from '../surroundings.ts';
import type { MergePreview, MergeSide } from '../views/party.ts';
import { summarizeParty } from './summarize-party.ts';
import { requirePartyOfOffice } from './party-of-office.ts';

/** Whoever decides that two records are one person answers for what is read together from then on. */
const requireSupervisor = (actor: Actor) => requireStaff(actor, ['supervisor']);

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: '/intoPartyId', keyword: 'invalid' }] });
};

export interface MergePair {
  readonly partyId: string;
  readonly intoPartyId: string;
}

const sideOf = async (db: Queryable, actor: Actor, partyId: string): Promise<MergeSide> => {
  const { party, cases, contacts, parts } = await requirePartyOfOffice(db, actor, partyId);
  return {
    party: summarizeParty(party),
    isNoted: party.noted_by !== null,
    cases: cases.length,
    takesPart: parts.length,
    contacts: contacts.length,
  };
};

/** Both records as they stand; refused where they cannot be one person. */
const requirePair = async (db: Queryable, actor: Actor, { partyId, intoPartyId }: MergePair): Promise<MergePreview> => {
  const { administration } = requireSupervisor(actor);
  if (partyId === intoPartyId) refuse('Expected another record, but it is the same one');
  const preview = { merged: await sideOf(db, actor, partyId), into: await sideOf(db, actor, intoPartyId) };
  if (preview.merged.party.kind !== preview.into.party.kind)
    refuse('Expected two people or two companies, but found one of each');
  for (const id of [partyId, intoPartyId])
    if ((await findMergeOf(db, { administration, partyId: id })) !== undefined)
      refuse(`Expected a record that is not merged, but ${id} is`);
  if ((await listMergesInto(db, { administration, partyId })).length > 0)
    refuse(`Expected a record that none is merged into, but ${partyId} has some: merge the other way round`);
  return preview;
};

/** What will be read together, before anything is. */
export const previewMerge: UseCase<MergePair, MergePreview> = async ({ database }, actor, pair) =>
  database.transaction((tx) => requirePair(tx, actor, pair));

export interface MergeParties extends MergePair {
  readonly reason: string;
}

/** Reads two records as one person, in this administration alone. Nothing of them is changed. */
export const mergeParties: UseCase<MergeParties, void> = async (surroundings, actor, wanted) => {
  const reason = requireReason(wanted.reason);
  const { administration, person } = requireSupervisor(actor);
  const { clock, database, random } = surroundings;
  await database.transaction(async (tx) => {
    await lockMerges(tx, administration);
    await requirePair(tx, actor, wanted);
    const id = random.id();
    const isNew = await insertMerge(tx, {
      id,
      administration,
      party_id: wanted.partyId,
      into_party_id: wanted.intoPartyId,
      reason,
      merged_at: isoOf(clock.now()),
      merged_by: person.id,
    });
    if (!isNew) refuse(`Expected a record that is not merged, but ${wanted.partyId} is`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'party.merged',
      object: `party:${wanted.intoPartyId}`,
      administration,
      detail: { merge: id, merged: wanted.partyId },
    });
  });
};

export interface UndoMerge {
  readonly partyId: string;
  readonly mergeId: string;
  readonly reason: string;
}

/** Takes a merge back: both records are read apart again, as they were. That they were one stays on record. */
export const undoMerge: UseCase<UndoMerge, void> = async (surroundings, actor, { partyId, mergeId, reason: given }) => {
  const reason = requireReason(given);
  const { administration, person } = requireSupervisor(actor);
  const { clock, database } = surroundings;
  await database.transaction(async (tx) => {
    const merge = await lockMerge(tx, { administration, id: mergeId });
    if (merge?.into_party_id !== partyId)
      throw new CaseworkError('NOT_FOUND', `Expected a merge ${mergeId} into ${partyId}, but there is none`);
    await undoMergeRow(tx, { id: merge.id, at: isoOf(clock.now()), by: person.id, reason });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'party.unmerged',
      object: `party:${partyId}`,
      administration,
      detail: { merge: merge.id, merged: merge.party_id },
    });
  });
};
