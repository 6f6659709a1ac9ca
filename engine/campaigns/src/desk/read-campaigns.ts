import { dayOf } from '@irisflow/calendar';
import { cursorOf, inEveryLocale, instantOf, pageLimit, positionOf } from '@irisflow/foundation';
import { listPublishedKeys, type PublishedProcedure, type RightDescription } from '@irisflow/procedures';
import { checkPlan, chosenBy } from '../selection/check-plan.ts';
import { countSelected } from '../storage/selected.ts';
import { countCampaignRows, listCampaignRows } from '../storage/campaigns.ts';
import { countShortly } from '../storage/recipients.ts';
import type { UseCase } from '../surroundings.ts';
import type { CampaignChoices, CampaignList, CampaignPlan, CampaignView } from '../views/campaign.ts';
import type { SelectionCount } from '../views/selection.ts';
import { summarize, viewCampaign } from '../views/view-campaign.ts';
import { looking } from '../looking.ts';
import { requireCampaign, requireCommunicator } from './communicator.ts';

/** Campaigns of my administration, the newest first. */
export const listCampaigns: UseCase<{ readonly cursor?: string; readonly limit?: number }, CampaignList> = async (
  { database },
  actor,
  { cursor, limit: wanted },
) => {
  const { administration } = requireCommunicator(actor);
  const limit = pageLimit(wanted);
  const rows = await listCampaignRows(database, {
    administration,
    before: positionOf(cursor, 'instant'),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const counts = new Map(
    (
      await countShortly(
        database,
        shown.map(({ id }) => id),
      )
    ).map((count) => [count.campaign_id, count]),
  );
  const items = shown.map((row) => {
    const { recipients = 0, sent = 0, answered = 0 } = counts.get(row.id) ?? {};
    return summarize(row, { recipients: Number(recipients), sent: Number(sent), answered: Number(answered) });
  });
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items,
    total: await countCampaignRows(database, administration),
    nextCursor: last === undefined ? null : cursorOf({ sort: instantOf(last.created_at), id: last.id }),
  };
};

export const getCampaign: UseCase<{ readonly campaignId: string }, CampaignView> = async (
  surroundings,
  actor,
  { campaignId },
) => {
  const clerk = requireCommunicator(actor);
  const { database } = surroundings;
  return viewCampaign(surroundings, database, clerk, await requireCampaign(database, clerk, campaignId));
};

const kindView = (kind: RightDescription): CampaignChoices[number]['kinds'][number] => ({
  key: kind.key,
  name: kind.name,
  states: kind.states.map(({ key, label }) => ({ key, label })),
  fields: chosenBy(kind).flatMap((name) => {
    const field = kind.data.properties[name];
    if (field === undefined) return [];
    const values = field.type === 'string' ? (field.enum ?? []) : [];
    const words = field.type === 'string' ? field.words : undefined;
    return [
      {
        name,
        label: field.label,
        values: values.map((value) => ({ value, label: words?.[value] ?? inEveryLocale(() => value) })),
      },
    ];
  }),
});

const choiceOf = ({ key, description, letters, rights }: PublishedProcedure): CampaignChoices[number] => ({
  procedureKey: key,
  title: description.title,
  letters: [...letters.values()].map(({ key: letter, subject }) => ({ key: letter, subject })),
  kinds: [...rights.values()].map(kindView),
});

/** What a campaign of my administration can be made of: its procedures, with their letters and kinds of rights. */
export const listCampaignChoices: UseCase<Record<string, never>, CampaignChoices> = async (
  { database, library },
  actor,
) => {
  const { administration } = requireCommunicator(actor);
  const found: CampaignChoices = [];
  for (const key of await listPublishedKeys(database)) {
    const procedure = await library.latest(database, key);
    if (procedure.administration === administration) found.push(choiceOf(procedure));
  }
  return found;
};

/** How many a selection finds today, and who is left out by which reason. Nothing of it says who. */
export const countSelection: UseCase<{ readonly plan: CampaignPlan }, SelectionCount> = async (
  surroundings,
  actor,
  { plan },
) => {
  const clerk = requireCommunicator(actor);
  const { database, clock } = surroundings;
  const today = dayOf(clock.now());
  await checkPlan(surroundings, database, { clerk, plan, today });
  const { selection, ground, procedureKey } = plan;
  return countSelected(looking(surroundings, actor).database, {
    administration: clerk.administration,
    selection,
    ground,
    procedureKey,
    today,
  });
};
