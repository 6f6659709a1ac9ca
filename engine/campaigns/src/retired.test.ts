import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import { givenStaff } from '@irisflow/platform/testing';
import { type GivenCampaigns, givenCampaigns, planWith } from './testing/given-campaign.ts';

const key = 'rent-aid';

describe('a campaign that invites to what ends', () => {
  let world: GivenCampaigns;
  let analyst: Actor;
  let colleague: Actor;

  beforeEach(async () => {
    world = await givenCampaigns('pglite');
    analyst = await givenStaff(world.given.casework, { name: 'Karim', roles: ['analyst'] });
    colleague = await givenStaff(world.given.casework, { name: 'Lien', roles: ['analyst'] });
  });
  afterEach(() => world.given.close());

  const procedures = () => world.given.casework.procedures;
  const ends = async (closesOn: string) => {
    const { id } = await procedures().askRetirement(analyst, {
      key,
      closesOn,
      draftsUntil: closesOn,
      replacedBy: null,
      replacedUrl: null,
      contactEmail: null,
      contactPhone: null,
      reason: 'x',
    });
    return procedures().approveRetirement(colleague, { key, id, approves: 'end' });
  };

  test('pauses on the day and says why; the analyst was told of it before', async () => {
    await world.holder('Noor');
    const campaign = await world.start({ perHour: 1 });
    expect((await procedures().getRetirement(analyst, { key })).uses).toContainEqual({
      kind: 'campaign',
      name: 'Renewals of spring',
    });
    await ends('2026-12-01');
    await world.watch();
    expect(await world.view(campaign.id)).toMatchObject({ state: 'running' });
    world.given.clock.set('2026-12-01T09:00:00.000Z');
    await world.watch();
    expect(await world.view(campaign.id)).toMatchObject({ state: 'paused', pausedBecause: 'retired' });
  });

  test('is not planned beyond the day', async () => {
    await ends('2027-01-31');
    const plan = (endsOn: string) =>
      world.given.casework.campaigns.createCampaign(world.ann, { plan: planWith({ endsOn }) });
    await expect(plan('2027-01-31')).rejects.toMatchObject({
      code: 'PROCEDURE_RETIRED',
      errors: [{ pointer: '/procedureKey' }],
    });
    await expect(plan('2027-01-30')).resolves.toMatchObject({ state: 'draft' });
  });
});
