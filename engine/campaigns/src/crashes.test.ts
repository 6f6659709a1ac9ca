import { addDays } from '@irisflow/calendar';
import { system } from '@irisflow/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCampaigns } from './index.ts';
import { givenCampaigns, type GivenCampaigns } from './testing/given-campaign.ts';

const START = '2026-11-25';
const HOLDERS = 4;
/** Of each campaign. */
const PER_DAY = 2;

describe.each(['postgres', 'pglite'] as const)('the letters of a campaign on %s', (kind) => {
  let of: GivenCampaigns;

  beforeAll(async () => {
    of = await givenCampaigns(kind);
    for (let n = 0; n < HOLDERS; n += 1) await of.holder(`Holder ${n}`);
  }, 120_000);
  afterAll(() => of.given.close());

  /** Lets the job die at its n-th look at the time, somewhere within or between what it does; then another one begins. */
  const watchAndDie = async (looks: number): Promise<void> => {
    const { clock, casework } = of.given;
    const { now } = clock;
    let left = looks;
    clock.now = () => {
      left -= 1;
      if (left < 0) throw new Error('The process dies here');
      return now();
    };
    try {
      await casework.campaigns.watch(system, {});
    } catch {
      // Whatever it did not commit is as if it had never begun.
    } finally {
      clock.now = now;
    }
  };

  /** How many letters there are of a campaign for each right, and whether each is filed with its mail. */
  const lettersOf = (campaignId: string) =>
    of.given.database.query<{ right_id: string; letters: number; mails: number }>(
      `select r.right_id, count(l.id)::int as letters, count(m.letter_id)::int as mails
         from casework.campaign_recipient r
         join casework.notice n on n.id = r.notice_id
         join casework.letter l on l.id = n.letter_id
         left join casework.letter_mail m on m.letter_id = l.id
        where r.campaign_id = $1 group by r.right_id`,
      [campaignId],
    );
  const countLetters = async (): Promise<number> => {
    const [row] = await of.given.database.query<{ count: number }>(
      'select count(*)::int as count from casework.letter',
    );
    return row?.count ?? 0;
  };

  test('go to each once and never faster than they may, wherever the job dies and however many run', async () => {
    const visit = fc.record({
      deaths: fc.array(fc.nat({ max: 60 }), { maxLength: 3 }),
      atOnce: fc.integer({ min: 1, max: 3 }),
    });
    let from = START;
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 3, maxLength: 5 }), async (visits) => {
        const before = await countLetters();
        of.given.clock.set(`${from}T09:00:00Z`);
        const { id } = await of.start({ beginsOn: from, endsOn: '2027-12-31', perDay: PER_DAY });
        let day = from;
        for (const [index, { deaths, atOnce }] of visits.entries()) {
          of.given.clock.set(`${day}T09:00:00Z`);
          for (const looks of deaths) await watchAndDie(looks);
          for (let round = 0; round < 3; round += 1)
            await Promise.all(Array.from({ length: atOnce }, () => of.watch()));
          const { sent } = (await of.view(id)).numbers;
          expect(sent).toBe(Math.min(PER_DAY * (index + 1), HOLDERS));
          day = addDays(day, 1);
        }
        const letters = await lettersOf(id);
        expect(letters).toHaveLength(HOLDERS);
        expect(letters.every((one) => one.letters === 1 && one.mails === 1)).toBe(true);
        // No letter was filed without its recipient.
        expect((await countLetters()) - before).toBe(HOLDERS);
        expect(await checkCampaigns(of.given.database)).toEqual([]);
        await of.given.casework.campaigns.stopCampaign(of.ann, { campaignId: id, reason: 'Enough' });
        from = day;
      }),
      // The embedded store takes one after the other: what hurries meets on PostgreSQL.
      { numRuns: kind === 'pglite' ? 1 : 4, seed: 67 },
    );
  }, 240_000);
});
