import { appendAudit, type Applying, requireApplying } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { listAdministrationsOf, listChoices, replaceChoice } from '../storage/choices.ts';
import type { UseCase } from '../surroundings.ts';
import type { CampaignConsent, MyCampaignChoice } from '../views/invitation.ts';

const view = async (db: Queryable, { partyId }: Applying): Promise<MyCampaignChoice[]> => {
  const choices = new Map((await listChoices(db, partyId)).map((one) => [one.administration, one]));
  return (await listAdministrationsOf(db, partyId)).map(({ key, name }) => {
    const said = choices.get(key);
    return {
      administration: key,
      name,
      choice: said?.choice ?? 'usual',
      since: said === undefined ? null : instantOf(said.chosen_at),
    };
  });
};

/** What I, or whom I act for, said to each administration that knows them about being written to beyond what the law orders. */
export const listMyCampaignChoices: UseCase<Record<string, never>, MyCampaignChoice[]> = ({ database }, actor) =>
  view(database, requireApplying(actor));

/** Under a mandate for a few procedures nobody says how whom they act for is written to. */
const requireEverything = ({ acting }: Applying): void => {
  if (acting === null || acting.procedures === null) return;
  throw new CaseworkError('FORBIDDEN', 'Expected a mandate for everything, but it is for a few procedures');
};

export interface Choice {
  readonly administration: string;
  readonly choice: CampaignConsent;
}

/** Says it anew; every later letter of a campaign asks for it. */
export const chooseCampaigns: UseCase<Choice, MyCampaignChoice[]> = async (
  surroundings,
  actor,
  { administration, choice },
) => {
  const { database, clock, random } = surroundings;
  const applying = requireApplying(actor);
  requireEverything(applying);
  const { partyId, person } = applying;
  return database.transaction(async (tx) => {
    if (!(await listAdministrationsOf(tx, partyId)).some(({ key }) => key === administration))
      throw new CaseworkError('NOT_FOUND', `Expected an administration that knows ${partyId}, but found none`);
    const choosing = { partyId, administration, at: clock.now(), by: person.id };
    await replaceChoice(tx, choosing, choice === 'usual' ? null : { id: random.id(), choice });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'campaigns.chosen',
      object: `party:${partyId}`,
      administration: null,
      detail: { administration, choice },
    });
    return view(tx, applying);
  });
};
