import { appendAudit, type Applying, requireApplying } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull, isoOf } from '@irisflow/foundation';
import { mayChange } from '../parties/my-party.ts';
import { insertChoice, listChoices, lockChoices, withdrawChoice } from '../storage/channels.ts';
import { findPartyRow } from '../storage/parties.ts';
import type { UseCase } from '../surroundings.ts';
import type { Channel, MyReach } from '../views/reach.ts';
import { reachOf } from './reach-of.ts';

export const viewMyReach = async (db: Queryable, applying: Applying): Promise<MyReach> => {
  const { partyId } = applying;
  const choices = await listChoices(db, partyId);
  return {
    ...(await reachOf(db, partyId)),
    hasChosen: choices.length > 0,
    needsConsent: (await findPartyRow(db, partyId))?.kind !== 'organization',
    mayChange: mayChange(applying),
    history: choices.map(({ channel, chosen_at: chosenAt, withdrawn_at: withdrawnAt }) => ({
      channel,
      chosenAt: instantOf(chosenAt),
      withdrawnAt: instantOrNull(withdrawnAt),
    })),
  };
};

/** Who I am, or whom I act for, when I may say how they are reached. */
export const requireReachable = (applying: Applying): string => {
  if (mayChange(applying)) return applying.partyId;
  throw new CaseworkError('FORBIDDEN', 'Expected a mandate for everything, but it is for a few procedures');
};

export const getMyReach: UseCase<Record<string, never>, MyReach> = ({ database }, actor) =>
  viewMyReach(database, requireApplying(actor));

const ofPeople: readonly Channel[] = ['portal', 'mail', 'ebox', 'post'];

/** Chooses by which ways I, or whom I act for, want to be reached; what is left out is taken back. */
export const chooseChannels: UseCase<{ channels: readonly Channel[] }, MyReach> = async (
  surroundings,
  actor,
  { channels },
) => {
  const { database, clock, random } = surroundings;
  const applying = requireApplying(actor);
  const partyId = requireReachable(applying);
  return database.transaction(async (tx) => {
    await lockChoices(tx, partyId);
    const before = (await listChoices(tx, partyId)).flatMap((one) => (one.withdrawn_at === null ? [one.channel] : []));
    const choosing = { partyId, at: isoOf(clock.now()), by: applying.person.id };
    // What stands keeps the day on which it was chosen.
    for (const channel of ofPeople.filter((one) => before.includes(one) && !channels.includes(one)))
      await withdrawChoice(tx, { ...choosing, channel });
    for (const channel of ofPeople.filter((one) => channels.includes(one) && !before.includes(one)))
      await insertChoice(tx, { ...choosing, channel, id: random.id() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'channels.chosen',
      object: `party:${partyId}`,
      administration: null,
      detail: { channels: ofPeople.filter((one) => channels.includes(one)) },
    });
    return viewMyReach(tx, applying);
  });
};
