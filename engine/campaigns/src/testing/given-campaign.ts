import type { Actor } from '@irisflow/access';
import type { DatabaseKind } from '@irisflow/database';
import {
  campaignFolder,
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { CampaignPlan, CampaignView } from '../views/campaign.ts';
import type { RightSelection } from '../views/selection.ts';

const text = (words: string) => ({ fr: words, nl: words, en: '' });

export const stalls: RightSelection = {
  from: 'rights',
  procedureKey: 'rent-aid',
  kind: 'stall',
  states: ['active'],
  ends: null,
  where: [],
  language: null,
  without: null,
};

export const planWith = (more: Partial<CampaignPlan> = {}): CampaignPlan => ({
  name: 'Renewals of spring',
  title: text('Renouvelez votre emplacement'),
  purpose: text('Votre emplacement prend bientôt fin.'),
  legalBasis: text('Règlement des marchés, article 4'),
  ground: 'task',
  selection: stalls,
  procedureKey: 'rent-aid',
  link: 'renewalOf',
  letter: 'renewal',
  beginsOn: '2026-11-25',
  endsOn: '2027-01-31',
  perDay: 1000,
  perHour: 1000,
  officeHours: false,
  stopShare: 20,
  ...more,
});

export interface Holder {
  readonly actor: Actor;
  readonly caseId: string;
  readonly rightId: string;
}

interface Held {
  /** Whether they agreed to letters on the portal. */
  readonly reads?: boolean;
  readonly place?: string;
}

/** An administration with people who hold places on markets, and two who may write to them. */
export interface GivenCampaigns {
  readonly given: TestCasework;
  /** Prepares, and starts what others prepared. */
  readonly ann: Actor;
  readonly bob: Actor;
  holder(name: string, more?: Held): Promise<Holder>;
  /** A further right of somebody. */
  grant(caseId: string, place?: string): Promise<string>;
  start(more?: Partial<CampaignPlan>): Promise<CampaignView>;
  /** The clock comes by. */
  watch(): Promise<number>;
  view(campaignId: string): Promise<CampaignView>;
}

export const givenCampaigns = async (kind: DatabaseKind): Promise<GivenCampaigns> => {
  const given = await openTestCasework({ kind });
  const { casework } = given;
  await givenAdministrations(casework);
  const ann = await givenStaff(casework, { name: 'Ann', roles: ['agent', 'communicator'] });
  const bob = await givenStaff(casework, { name: 'Bob', roles: ['supervisor', 'communicator'] });
  await givenPublished(casework, campaignFolder());
  let count = 0;
  const grant = async (caseId: string, place = 'Flagey'): Promise<string> => {
    const { rightId } = await casework.caseStore.changeRight(connectorOf(caseId), {
      idempotencyKey: `grant-${(count += 1)}`,
      action: 'grant',
      kind: 'stall',
      data: { place },
    });
    return rightId;
  };
  const { campaigns } = casework;
  return {
    given,
    ann,
    bob,
    grant,
    holder: async (name, { reads = true, place } = {}) => {
      const actor = await (reads ? givenReader : givenCitizen)(casework, name);
      const caseId = await givenCase(casework, actor, name);
      return { actor, caseId, rightId: await grant(caseId, place) };
    },
    start: async (more) => {
      const { id } = await campaigns.createCampaign(ann, { plan: planWith(more) });
      await campaigns.proposeCampaign(ann, { campaignId: id });
      return campaigns.startCampaign(bob, { campaignId: id });
    },
    watch: () => campaigns.watch(system, {}),
    view: (campaignId) => campaigns.getCampaign(ann, { campaignId }),
  };
};
