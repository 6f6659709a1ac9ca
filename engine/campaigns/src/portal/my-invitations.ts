import { findAdministration, requireApplying } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCase, isOfApplying } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale, instantOf } from '@irisflow/foundation';
import { rightNow } from '@irisflow/rights';
import { type CampaignRow, findCampaigns } from '../storage/campaigns.ts';
import { listInvitations, type RecipientRow } from '../storage/recipients.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { Invitation, InvitationState } from '../views/invitation.ts';
import { inWords } from '../views/view-campaign.ts';

/** Whether an application still counts as its answer. */
export const isOver = ({ state, ends_on: endsOn }: CampaignRow, today: string): boolean =>
  state === 'ended' || endsOn < today;

const stateOf = (recipient: RecipientRow, campaign: CampaignRow, today: string): InvitationState => {
  if (recipient.answer_case_id !== null) return 'answered';
  if (isOver(campaign, today)) return 'over';
  return recipient.draft_id === null ? 'open' : 'begun';
};

const rightOf = async (db: Queryable, rightId: string | null, day: string): Promise<Invitation['right']> => {
  const right = rightId === null ? undefined : await rightNow(db, { rightId, day });
  return right === undefined ? null : { number: right.number, validTo: right.validTo };
};

interface Invited {
  readonly recipient: RecipientRow;
  readonly campaign: CampaignRow;
}

const view = async (
  { database, library, clock }: Surroundings,
  { recipient, campaign }: Invited,
): Promise<Invitation | null> => {
  const row = await findCase(database, recipient.case_id);
  if (row === undefined || recipient.settled_at === null) return null;
  const today = dayOf(clock.now());
  const procedure = await library.latest(database, campaign.procedure_key);
  const administration = await findAdministration(database, campaign.administration);
  return {
    id: recipient.id,
    reference: row.reference,
    administration: administration?.name ?? inEveryLocale(() => campaign.administration),
    title: inWords(campaign.title),
    purpose: inWords(campaign.purpose),
    legalBasis: inWords(campaign.legal_basis),
    ground: campaign.ground,
    procedureTitle: procedure.description.title,
    right: await rightOf(database, recipient.right_id, today),
    sentAt: instantOf(recipient.settled_at),
    until: campaign.ends_on,
    state: stateOf(recipient, campaign, today),
    caseId: recipient.case_id,
    answerCaseId: recipient.answer_case_id,
  };
};

/** What administrations invite me, or whom I act for, to do; the newest first. */
export const listMyInvitations: UseCase<Record<string, never>, Invitation[]> = async (surroundings, actor) => {
  const applying = requireApplying(actor);
  const { database } = surroundings;
  const rows = await listInvitations(database, applying.partyId);
  const campaigns = new Map(
    (await findCampaigns(database, [...new Set(rows.map((row) => row.campaign_id))])).map((one) => [one.id, one]),
  );
  const views: Invitation[] = [];
  for (const recipient of rows) {
    const campaign = campaigns.get(recipient.campaign_id);
    if (campaign === undefined || !isOfApplying(applying, { ...recipient, procedure_key: campaign.procedure_key }))
      continue;
    const one = await view(surroundings, { recipient, campaign });
    if (one !== null) views.push(one);
  }
  return views;
};
