import { execFileSync } from 'node:child_process';
import type { Actor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import { givenStaff } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenCampaigns, type GivenCampaigns, type Holder, planWith } from './testing/given-campaign.ts';

const unit = {
  name: { fr: 'Service des marchés', nl: 'Dienst markten', en: 'Markets' },
  person: null,
  address: { fr: 'Rue Haute 1\n1000 Bruxelles', nl: 'Hoogstraat 1\n1000 Brussel', en: 'Rue Haute 1' },
  phone: '02 123 45 67',
  email: 'markets@example.org',
  hours: { fr: 'Lundi à vendredi, 9 à 12 h', nl: 'Maandag tot vrijdag, 9 tot 12 uur', en: 'Weekdays, 9 to 12' },
};

/** Rows as the first one has them, under keys of their own: a hundred people who each go the whole way take a minute. */
const clones: Readonly<Record<string, readonly [of: string, changes: string]>> = {
  party: ['id = $1', `'id', $1 || n`],
  channel_choice: ['party_id = $1', `'id', t.id || n, 'party_id', $1 || n`],
  case_file: [
    'person_id = $1',
    `'id', t.id || n, 'reference', t.reference || n, 'person_id', $1 || n, 'draft_id', null`,
  ],
  granted_right: [
    'person_id = $1',
    `'id', t.id || n, 'number', t.number || n, 'case_id', t.case_id || n, 'person_id', $1 || n, 'check_code', t.check_code || n`,
  ],
  right_version: ['person_id = $1', `'right_id', t.right_id || n, 'case_id', t.case_id || n, 'person_id', $1 || n`],
};

/** Further people, from one number to another, each with a case and a right like somebody's. */
const clone = async ({ database }: GivenCampaigns['given'], caseId: string, [from, to]: readonly [number, number]) => {
  const [row] = await database.query<{ person_id: string }>('select person_id from casework.case_file where id = $1', [
    caseId,
  ]);
  for (const [table, [rows, changes]] of Object.entries(clones))
    await database.query(
      `insert into casework.${table}
       select (jsonb_populate_record(null::casework.${table}, to_jsonb(t) || jsonb_build_object(${changes}))).*
         from casework.${table} t, generate_series($2::integer, $3::integer) n where t.${rows}`,
      [row?.person_id, from, to],
    );
};

describe.each([usualStore])('letters of a campaign to more than a hundred people on %s', (kind) => {
  let of: GivenCampaigns;
  let alma: Actor;
  let first: Holder;
  let campaignId: string;
  const room = () => of.given.casework.campaigns;
  const save = (revision: number, more: object = {}) =>
    of.given.casework.branding.saveContactUnit(alma, { revision, unit: { ...unit, ...more } });

  beforeAll(async () => {
    of = await givenCampaigns(kind);
    alma = await givenStaff(of.given.casework, { name: 'Alma', roles: ['administrator'] });
    first = await of.holder('Noa Peeters');
    await clone(of.given, first.caseId, [2, 100]);
    // One more right of the same person is no further person.
    await of.grant(first.caseId);
  });
  afterAll(() => of.given.close());

  test('need a contact unit, from the hundred and first person on', async () => {
    ({ id: campaignId } = await room().createCampaign(of.ann, { plan: planWith({ perHour: 1 }) }));
    await room().proposeCampaign(of.ann, { campaignId });
    await room().sendBackCampaign(of.bob, { campaignId, reason: 'Wait for one more.' });
    await of.holder('Sam Janssens');
    const missing = { code: 'CONTACT_UNIT_MISSING', status: 409 };
    expect((await room().previewCampaign(of.ann, { campaignId, number: 0 })).content.length).toBeGreaterThan(0);
    await expect(room().proposeCampaign(of.ann, { campaignId })).rejects.toMatchObject(missing);
    await save(0);
    await room().proposeCampaign(of.ann, { campaignId });
    await room().startCampaign(of.bob, { campaignId });
  });

  test('wait where it is gone on their first day, and go on once there is one', async () => {
    await of.given.database.query('delete from casework.contact_unit');
    await of.watch();
    expect(await of.view(campaignId)).toMatchObject({
      state: 'paused',
      pausedBecause: 'contactUnit',
      numbers: { recipients: 0, sent: 0 },
    });
    await save(0);
    await room().resumeCampaign(of.ann, { campaignId });
    await of.watch();
    expect(await of.view(campaignId)).toMatchObject({ state: 'running', numbers: { recipients: 102 } });
  });

  test('name the unit as it was on their first day', async () => {
    await save(1, { phone: '02 999 99 99' });
    await of.watch();
    expect(await of.view(campaignId)).toMatchObject({ numbers: { recipients: 102, sent: 1 } });
    const chunks = await of.given.database.query<{ bytes: Uint8Array }>(
      `select c.bytes from casework.document_chunk c
         join casework.document_content k on k.upload_id = c.upload_id
         join casework.document d on d.sha256 = k.sha256
        where d.origin = 'letter' order by c.ordinal`,
    );
    const input = Buffer.concat(chunks.map(({ bytes }) => bytes));
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
    const { name, address, phone, hours } = unit;
    for (const line of ['Unité de contact', name.fr, ...address.fr.split('\n'), phone, hours.fr])
      expect(text).toContain(line);
    expect(text).not.toContain('02 999 99 99');
  });
});
