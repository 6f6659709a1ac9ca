import { scopeOf, type Actor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import { connectorOf, findPlanted, givenCitizen, givenStaff } from '@irisflow/platform/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CaseSelection, checkCampaigns } from './index.ts';
import { givenCampaigns, type GivenCampaigns, planWith, stalls } from './testing/given-campaign.ts';

describe.each([usualStore])('campaigns on %s', (kind) => {
  let of: GivenCampaigns;
  const room = () => of.given.casework.campaigns;
  const count = (more: Parameters<typeof planWith>[0] = {}) => room().countSelection(of.ann, { plan: planWith(more) });
  const invitations = (actor: Actor) => room().listMyInvitations(actor, {});
  const begin = async (actor: Actor) => {
    const [invitation] = await invitations(actor);
    return room().answerInvitation(actor, { invitationId: invitation?.id ?? '', language: 'fr' });
  };
  const file = async (actor: Actor, draftId: string) => {
    const { applications } = of.given.casework;
    const { data } = await applications.getDraft(actor, { draftId });
    const answers = { rent: 700, hasLease: false, lastName: 'X', ...data };
    return applications.submit(actor, { draftId, data: answers, language: 'fr' });
  };
  /** Files as if nobody had invited them. */
  const fileAlone = async (actor: Actor) => {
    const draft = await of.given.casework.applications.createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    return file(actor, draft.id);
  };
  const suspend = (caseId: string, rightId: string) =>
    of.given.casework.caseStore.changeRight(connectorOf(caseId), {
      idempotencyKey: 'suspend',
      action: 'suspend',
      rightId,
      state: 'suspended',
      reason: 'A fire',
    } as never);

  beforeEach(async () => {
    of = await givenCampaigns(kind);
  });
  afterEach(async () => {
    const found = await checkCampaigns(of.given.database);
    await of.given.close();
    if (found.length > 0) throw new Error(found.join('\n'));
  });

  test('go to each who fits, once; the answer is a case linked to the one behind the right, filled in from it', async () => {
    const noa = await of.holder('Noa Peeters');
    const { id } = await of.start();
    await of.watch();
    expect(await of.watch()).toBe(1);
    expect(await of.watch()).toBe(0);
    expect(await of.view(id)).toMatchObject({ state: 'running', numbers: { recipients: 1, sent: 1, waiting: 0 } });
    expect(await invitations(noa.actor)).toMatchObject([
      {
        state: 'open',
        caseId: noa.caseId,
        right: { number: 'ST-2026-00001', validTo: '2028-11-24' },
        title: { en: 'Renouvelez votre emplacement' },
      },
    ]);
    const { draftId } = await begin(noa.actor);
    expect(await begin(noa.actor)).toEqual({ draftId });
    const draft = await of.given.casework.applications.getDraft(noa.actor, { draftId });
    expect(draft.data).toMatchObject({ place: 'Flagey', renews: 'ST-2026-00001' });
    expect(draft.prefill).toContainEqual(
      expect.objectContaining({ pointer: '/renews', sourceKey: 'right', mode: 'locked', value: 'ST-2026-00001' }),
    );
    const { caseId } = await file(noa.actor, draftId);
    expect(await of.watch()).toBe(1);
    expect(await of.view(id)).toMatchObject({ numbers: { begun: 1, answered: 1, byInvitation: 1 } });
    expect(await invitations(noa.actor)).toMatchObject([{ state: 'answered', answerCaseId: caseId }]);
    const { links } = await of.given.casework.intake.getLinks(of.bob, { caseId });
    expect(links).toMatchObject([{ kind: 'renewalOf', other: { id: noa.caseId } }]);
    await expect(begin(noa.actor)).rejects.toMatchObject({ code: 'INVITATION_OVER' });
  });

  test('are started by somebody else than who prepared them, and say from then on what they say', async () => {
    const { id: campaignId, revision } = await room().createCampaign(of.ann, { plan: planWith() });
    await expect(room().startCampaign(of.bob, { campaignId })).rejects.toMatchObject({ code: 'CAMPAIGN_STATE' });
    await room().proposeCampaign(of.ann, { campaignId });
    await expect(room().startCampaign(of.ann, { campaignId })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await room().sendBackCampaign(of.bob, { campaignId, reason: 'Say until when.' });
    expect(await of.view(campaignId)).toMatchObject({
      state: 'draft',
      may: { change: true, start: false },
      history: [{ act: 'sentBack', by: 'Bob', reason: 'Say until when.' }, { act: 'proposed' }, { act: 'created' }],
    });
    const plan = planWith({ name: 'Another name' });
    await room().changeCampaign(of.ann, { campaignId, revision, plan });
    await expect(room().changeCampaign(of.ann, { campaignId, revision, plan })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
    await room().proposeCampaign(of.ann, { campaignId });
    expect(await room().startCampaign(of.bob, { campaignId })).toMatchObject({ state: 'scheduled' });
    await expect(room().changeCampaign(of.ann, { campaignId, revision: revision + 1, plan })).rejects.toMatchObject({
      code: 'CAMPAIGN_STATE',
    });
    const staff = of.given.database.as(scopeOf(of.bob));
    await expect(staff.query(`update casework.campaign set ground = 'duty'`)).rejects.toThrow(/go on saying/);
    await expect(staff.query(`update casework.campaign_event set act = 'ended'`)).rejects.toThrow(/permission denied/);
  });

  test('find rights by their end, a field, the language, and leave out who holds another one', async () => {
    await of.holder('Noa Peeters', { place: 'Flagey' });
    await of.holder('Sam Janssens', { place: 'Châtelain' });
    expect(await count()).toMatchObject({ letters: 2, parties: 2, byLanguage: { fr: 2, nl: 0 } });
    expect(await count({ selection: { ...stalls, where: [{ field: 'place', is: 'Flagey' }] } })).toMatchObject({
      letters: 1,
    });
    expect(await count({ selection: { ...stalls, language: 'nl' } })).toMatchObject({ letters: 0 });
    expect(await count({ selection: { ...stalls, ends: { from: '2028-11-01', days: 30 } } })).toMatchObject({
      letters: 2,
    });
    expect(await count({ selection: { ...stalls, ends: { from: '2028-12-01', days: 30 } } })).toMatchObject({
      letters: 0,
    });
    expect(await count({ selection: { ...stalls, states: ['suspended'] } })).toMatchObject({ letters: 0 });
    const without = { procedureKey: 'rent-aid', kind: 'stall' };
    expect(await count({ selection: { ...stalls, without } })).toMatchObject({ letters: 0 });
    for (const selection of [
      { ...stalls, kind: 'elsewhere' },
      { ...stalls, states: ['elsewhere'] },
      { ...stalls, where: [{ field: 'fee', is: '1' }] },
      { ...stalls, procedureKey: 'elsewhere' },
    ])
      await expect(count({ selection })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(count({ letter: 'elsewhere' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(count({ endsOn: '2026-01-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('about cases go once to each person, of the last case', async () => {
    const noa = await of.holder('Noa Peeters');
    await fileAlone(noa.actor);
    const sam = await of.holder('Sam Janssens');
    const selection = {
      from: 'cases',
      procedureKey: 'rent-aid',
      statuses: ['submitted'],
      filedFrom: '2026-11-25',
      filedTo: '2026-11-25',
      language: null,
      without: null,
    } satisfies CaseSelection;
    // The other case of Noa goes on in the procedure that answers.
    expect(await count({ selection })).toMatchObject({ letters: 1, leftOut: [{ reason: 'answered', count: 1 }] });
    expect(await count({ selection: { ...selection, filedTo: '2026-11-24' } })).toMatchObject({
      letters: 0,
      leftOut: [],
    });
    const { id } = await of.start({ selection, link: 'followUpOf' });
    await of.watch();
    await fileAlone(sam.actor);
    await of.watch();
    expect(await of.view(id)).toMatchObject({ numbers: { recipients: 1, sent: 0, skipped: { answered: 1 } } });
  });

  test('leave out who objects, who did not agree where that is needed, and whom nothing reaches', async () => {
    const noa = await of.holder('Noa Peeters');
    const sam = await of.holder('Sam Janssens');
    await of.holder('Ilse Maes', { reads: false });
    expect(await count()).toMatchObject({ letters: 2, leftOut: [{ reason: 'unreachable', count: 1 }] });
    await room().chooseCampaigns(noa.actor, { administration: 'housing', choice: 'objects' });
    expect(await count()).toMatchObject({
      letters: 1,
      leftOut: [
        { reason: 'objected', count: 1 },
        { reason: 'unreachable', count: 1 },
      ],
    });
    expect(await count({ ground: 'duty' })).toMatchObject({ letters: 2 });
    expect(await count({ ground: 'consent' })).toMatchObject({ letters: 0 });
    expect(await room().chooseCampaigns(sam.actor, { administration: 'housing', choice: 'agrees' })).toMatchObject([
      { administration: 'housing', choice: 'agrees' },
    ]);
    expect(await count({ ground: 'consent' })).toMatchObject({ letters: 1 });
    expect(await room().chooseCampaigns(sam.actor, { administration: 'housing', choice: 'usual' })).toMatchObject([
      { choice: 'usual', since: null },
    ]);
    await expect(
      room().chooseCampaigns(sam.actor, { administration: 'taxi', choice: 'objects' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('ask of each again when their letter is due', async () => {
    const objects = await of.holder('Noa Peeters');
    const files = await of.holder('Sam Janssens');
    const rests = await of.holder('Ilse Maes');
    const gets = await of.holder('Omar Haddad');
    const { id } = await of.start();
    await of.watch();
    await room().chooseCampaigns(objects.actor, { administration: 'housing', choice: 'objects' });
    await fileAlone(files.actor);
    await suspend(rests.caseId, rests.rightId);
    await of.watch();
    expect(await of.view(id)).toMatchObject({
      numbers: { recipients: 4, waiting: 0, sent: 1, skipped: { objected: 1, answered: 1, changed: 1 } },
    });
    expect(await invitations(gets.actor)).toHaveLength(1);
    expect(await invitations(files.actor)).toEqual([]);
  });

  test('count who opened a case by another way as answered; one case answers one letter', async () => {
    const noa = await of.holder('Noa Peeters');
    await of.grant(noa.caseId, 'Châtelain');
    const { id } = await of.start();
    await of.watch();
    await of.watch();
    expect(await of.view(id)).toMatchObject({ numbers: { sent: 2, answered: 0 } });
    await fileAlone(noa.actor);
    await of.watch();
    await of.watch();
    expect(await of.view(id)).toMatchObject({ numbers: { answered: 1, byInvitation: 0 } });
    expect((await invitations(noa.actor)).map(({ state }) => state).toSorted()).toEqual(['answered', 'open']);
  });

  test('go as fast as they say and at no other hours', async () => {
    for (const name of ['Noa Peeters', 'Sam Janssens', 'Ilse Maes', 'Omar Haddad', 'Lou Claes']) await of.holder(name);
    const { id } = await of.start({ perHour: 2, perDay: 3, officeHours: true });
    const sentBy = async (at: string) => {
      of.given.clock.set(at);
      await of.watch();
      await of.watch();
      return (await of.view(id)).numbers.sent;
    };
    expect(await sentBy('2026-11-25T06:59:00Z')).toBe(0);
    expect(await sentBy('2026-11-25T07:00:00Z')).toBe(2);
    expect(await sentBy('2026-11-25T07:59:00Z')).toBe(2);
    expect(await sentBy('2026-11-25T08:00:00Z')).toBe(3);
    expect(await sentBy('2026-11-25T16:59:00Z')).toBe(3);
    expect(await sentBy('2026-11-25T17:30:00Z')).toBe(3);
    // A Saturday.
    expect(await sentBy('2026-11-28T10:00:00Z')).toBe(3);
    expect(await sentBy('2026-11-30T10:00:00Z')).toBe(5);
  });

  test('stand still and go on, end by somebody or by their last day', async () => {
    const noa = await of.holder('Noa Peeters');
    const { id: campaignId } = await of.start();
    await room().pauseCampaign(of.ann, { campaignId, reason: 'The law changes.' });
    await of.watch();
    expect(await of.view(campaignId)).toMatchObject({
      state: 'paused',
      pausedBecause: 'office',
      numbers: { recipients: 0 },
    });
    await room().resumeCampaign(of.ann, { campaignId });
    await of.watch();
    await of.watch();
    await begin(noa.actor);
    of.given.clock.set('2027-02-01T09:00:00Z');
    await of.watch();
    expect(await of.view(campaignId)).toMatchObject({
      state: 'ended',
      history: [{ act: 'ended', by: null }, { act: 'drawn' }, {}, {}, {}, {}, {}],
    });
    expect(await invitations(noa.actor)).toMatchObject([{ state: 'over' }]);
    await expect(begin(noa.actor)).rejects.toMatchObject({ code: 'INVITATION_OVER' });
    await expect(room().stopCampaign(of.ann, { campaignId, reason: 'x' })).rejects.toMatchObject({
      code: 'CAMPAIGN_STATE',
    });
  });

  test('stand still when who started them may write to people no more', async () => {
    await of.holder('Noa Peeters');
    const { id } = await of.start();
    await of.given.casework.identity.upsertPerson(
      { kind: 'job', name: 'operator' },
      {
        issuer: 'test',
        subject: 'housing/Bob',
        name: 'Bob',
        language: 'fr',
        administration: 'housing',
        roles: ['supervisor'],
      },
    );
    await of.watch();
    expect(await of.view(id)).toMatchObject({ state: 'paused', pausedBecause: 'starter', numbers: { recipients: 0 } });
  });

  test('stand still when it is known of too many letters that they reached nobody', async () => {
    for (let n = 0; n < 22; n += 1) await of.holder(`Holder ${n}`);
    const { id } = await of.start({ perHour: 20, stopShare: 10 });
    await of.watch();
    await of.watch();
    expect((await of.view(id)).numbers.sent).toBe(20);
    await of.given.database.query(
      `insert into casework.notice_fate (id, notice_id, case_id, administration, channel, kind, day, recorded_at, source)
       select 'fate-' || n.id, n.id, n.case_id, n.administration, 'post', 'returned', '2026-11-25', now(), 'carrier'
         from (select * from casework.notice order by id limit 2) n`,
    );
    of.given.clock.set('2026-11-25T11:00:00Z');
    await of.watch();
    expect(await of.view(id)).toMatchObject({
      state: 'paused',
      pausedBecause: 'returned',
      numbers: { sent: 20, returned: 2 },
    });
    await room().resumeCampaign(of.bob, { campaignId: id });
  });

  test('are previewed on somebody real, who reads it, and told line by line', async () => {
    const noa = await of.holder('Noa Peeters');
    const { id: campaignId } = await room().createCampaign(of.ann, { plan: planWith() });
    const { content } = await room().previewCampaign(of.ann, { campaignId, number: 0 });
    expect(Buffer.from(content).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(room().previewCampaign(of.ann, { campaignId, number: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const seen = await of.given.database.query(`select case_id from casework.file_access where case_id = $1`, [
      noa.caseId,
    ]);
    expect(seen).toHaveLength(1);
    await room().proposeCampaign(of.ann, { campaignId });
    await room().startCampaign(of.bob, { campaignId });
    await of.watch();
    await of.watch();
    const { content: csv } = await room().exportResults(of.ann, { campaignId, language: 'fr' });
    expect(csv.split('\r\n')[1]).toMatch(
      /"Noa Peeters";"ST-2026-00001";"Envoyé";"";"2026-11-25T09:00:00.000Z";"Portail, Courriel"/,
    );
  });

  test.each([
    [
      'somebody who was written down too early',
      'update casework.campaign set drawn_at = null',
      'Expected nobody to be written down',
    ],
    [
      'a letter in a case of somebody else',
      `update casework.campaign_recipient set case_id =
         (select id from casework.case_file where id <> campaign_recipient.case_id limit 1)`,
      'in the case by which they are known',
    ],
    ['a letter that nobody counted', 'update casework.campaign set day_sent = day_sent + 1', 'to have sent'],
    [
      'the answer of somebody else',
      `update casework.campaign_recipient set answered_at = now(), answer_case_id =
         (select id from casework.case_file where person_id <> campaign_recipient.person_id limit 1)`,
      'of the same party',
    ],
  ])('the deep check finds %s', async (_, damage, finding) => {
    await of.holder('Noa Peeters');
    await of.start();
    await of.watch();
    await of.watch();
    await of.holder('Bo Claes');
    const undone = 'alter table casework.campaign disable trigger final';
    const found = await findPlanted(of.given.database, [undone, damage], checkCampaigns);
    expect(found).toEqual([expect.stringContaining(finding)]);
  });

  test('are seen by whoever holds the duty in the administration, and by nobody else', async () => {
    const noa = await of.holder('Noa Peeters');
    const { id: campaignId } = await of.start();
    await of.watch();
    await of.watch();
    const { casework, database } = of.given;
    const agent = await givenStaff(casework, { name: 'Cleo', roles: ['agent'] });
    const writer = await givenStaff(casework, { name: 'Dov', roles: ['communicator'] });
    const driver = await givenStaff(casework, {
      name: 'Dina',
      roles: ['agent', 'communicator'],
      administration: 'taxi',
    });
    for (const actor of [agent, writer, noa.actor])
      await expect(room().getCampaign(actor, { campaignId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(room().getCampaign(driver, { campaignId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await room().listCampaigns(driver, {})).toEqual({ items: [], total: 0, nextCursor: null });
    await expect(room().countSelection(driver, { plan: planWith() })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const stranger = await givenCitizen(casework, 'Zoé Petit');
    const [invitation] = await invitations(noa.actor);
    await expect(
      room().answerInvitation(stranger, { invitationId: invitation?.id ?? '', language: 'fr' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const looks = `select (select count(*) from casework.campaign)::int as campaigns,
      (select count(*) from casework.campaign_recipient)::int as recipients`;
    expect(await database.as(scopeOf(stranger)).query(looks)).toEqual([{ campaigns: 0, recipients: 0 }]);
    expect(await database.as(scopeOf(driver)).query(looks)).toEqual([{ campaigns: 0, recipients: 0 }]);
    expect(await database.as(scopeOf(noa.actor)).query(looks)).toEqual([{ campaigns: 1, recipients: 1 }]);
  });
});
