import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, job } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import {
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenReader,
  givenPublished,
  givenStaff,
  hearingFolder,
  numberOfCitizen,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const gathered = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};
const pdf = () => [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 1)])];

describe.each([usualStore])('hearings on %s', (kind) => {
  let given: TestCasework;
  let citizen: Actor;
  let clerk: Actor;
  let colleague: Actor;
  let stranger: Actor;
  let caseId = '';
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, hearingFolder());
    clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    colleague = await givenStaff(given.casework, { name: 'Chris', roles: ['agent'] });
    stranger = await givenStaff(given.casework, {
      name: 'Dina',
      roles: ['agent', 'supervisor'],
      administration: 'taxi',
    });
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenReader(given.casework, `Applicant ${count}`);
    caseId = await openCase();
    given.engine.messages.length = 0;
    given.mails.length = 0;
  });
  afterAll(() => given.close());

  const openCase = async () => {
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    const filed = await applications.submit(citizen, {
      draftId: draft.id,
      data,
      language: 'fr',
      despite: 'Autre logement',
    });
    return filed.caseId;
  };
  const hearings = () => given.casework.hearings;
  const wanted = { day: '2026-12-15', time: '10:30', place: 'Rue du Progrès 80, salle 3' };
  const byHand = (more: object = {}, actor = clerk) =>
    hearings().scheduleByHand(actor, { caseId, key: 'defence', ...wanted, summons: ['applicant'], ...more });
  const scheduled = async (more: object = {}) => {
    const views = await byHand(more);
    return views.at(-1)?.id ?? '';
  };
  const summon = (more: object = {}) =>
    given.casework.caseStore.scheduleHearing(connectorOf(caseId), {
      idempotencyKey: `hear-${count}`,
      key: 'defence',
      ...wanted,
      ...more,
    });
  const seen = () => hearings().listHearingsOfCase(clerk, { caseId });
  const mine = (actor = citizen) => hearings().listMyHearings(actor, { caseId });
  const told = async (hearingId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages
      .filter(({ correlationKey }) => correlationKey === hearingId)
      .map(({ name, variables }) => ({ name, ...(variables['hearing'] as object) }));
  };
  const mail = () => given.casework.dispatch.mail(system, {});
  const letters = async () => (await given.casework.cases.getCase(clerk, { caseId })).letters;
  const addParticipant = (role: string, name: string, more: object = {}) =>
    given.casework.participants.addParticipant(clerk, {
      caseId,
      role,
      kind: 'person',
      name,
      number: null,
      language: 'nl',
      email: null,
      phone: null,
      address: 'Kerkstraat 1\n1000 Brussel',
      relation: null,
      birthDate: null,
      validFrom: '2026-01-01',
      validTo: null,
      proof: 'Vu',
      ...more,
    });
  const report = (hearingId: string, more: object = {}, actor = clerk) =>
    hearings().holdHearing(actor, {
      caseId,
      hearingId,
      presence: [{ position: 0, came: true, statement: 'Je conteste.' }],
      minutes: 'Le demandeur est entendu.',
      documents: [],
      ...more,
    });
  const invalid = { code: 'INPUT_INVALID' };
  const unknown = { code: 'NOT_FOUND' };
  const ended = { code: 'HEARING_ENDED' };

  describe('that a process schedules', () => {
    test('summon whom the procedure says, by letter, and their outcome comes back once', async () => {
      await addParticipant('lawyer', 'Me Peeters', { number: numberOfCitizen('Me Peeters') });
      await addParticipant('landlord', 'M. Dubois');
      const { hearingId, day } = await summon();
      expect(day).toBe('2026-12-15');
      expect(await summon()).toEqual({ hearingId, day });
      expect(await seen()).toMatchObject([
        {
          id: hearingId,
          key: 'defence',
          time: '10:30',
          at: '2026-12-15T09:30:00.000Z',
          scheduledBy: null,
          ledBy: null,
          summoned: [
            { isApplicant: true, came: null },
            { name: 'Me Peeters', came: null },
          ],
        },
      ]);
      expect(await letters()).toMatchObject([
        { template: 'hearing-summons', language: 'fr', recipient: null },
        { template: 'hearing-summons', language: 'nl', recipient: 'Me Peeters' },
      ]);
      given.clock.set('2026-12-15T09:30:00Z');
      const presence = [
        { position: 0, came: true },
        { position: 1, came: false },
      ];
      await report(hearingId, { presence });
      expect(await told(hearingId)).toEqual([
        {
          name: 'housing.hearing.held',
          hearingId,
          key: 'defence',
          outcome: 'held',
          heldOn: '2026-12-15',
          applicantCame: true,
          caseId,
        },
      ]);
      await expect(report(hearingId, { presence })).rejects.toMatchObject(ended);
      expect(await told(hearingId)).toHaveLength(1);
    });

    test('are refused where the folder does not know them, and in a closed case', async () => {
      await expect(summon({ key: 'coffee' })).rejects.toMatchObject(invalid);
      await expect(summon({ key: 'landlords' })).rejects.toMatchObject(invalid);
      await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: `close-${count}`, reason: 'x' });
      await expect(summon()).rejects.toMatchObject({ code: 'CASE_ENDED' });
      expect(await letters()).toEqual([]);
    });
  });

  describe('are announced', () => {
    test('no later than the notice of the procedure says', async () => {
      await expect(byHand({ day: '2026-12-10' })).rejects.toMatchObject({
        code: 'HEARING_TOO_SOON',
        message: 'Expected a day from 2026-12-11 on, 15 days after the summons, but found 2026-12-10',
      });
      expect(await byHand({ day: '2026-12-11' })).toHaveLength(1);
      expect(await letters()).toHaveLength(1);
      const { declared } = await hearings().listHearingChoices(clerk, { caseId });
      expect(declared.map(({ key, earliestOn }) => [key, earliestOn])).toEqual([
        ['defence', '2026-12-11'],
        ['talk', '2026-11-25'],
        // Five working days after a Wednesday end on the next Wednesday.
        ['landlords', '2026-12-03'],
      ]);
    });

    test.each([
      ['in the past', { key: 'talk', day: '2026-11-25', time: '09:59' }],
      ['on a day that there is not', { day: '2027-02-30' }],
      ['in the hour that is left out', { day: '2027-03-28', time: '02:30' }],
      ['in years', { day: '2036-12-15' }],
      ['nowhere', { place: '\u200B' }],
      ['by a link that is no page', { link: 'javascript:alert(1)' }],
      ['to nobody', { summons: [] }],
      ['to somebody of another case', { summons: ['d'.repeat(22)] }],
    ])('not %s', async (_, more) => {
      await expect(byHand(more)).rejects.toMatchObject(invalid);
      expect(await letters()).toEqual([]);
    });

    test('by one mail, which is tried again while no server takes it', async () => {
      await byHand();
      given.breakMails(true);
      await expect(mail()).rejects.toThrow('mail server');
      given.breakMails(false);
      // not at once: what nobody takes must not keep others waiting
      await mail();
      expect(given.mails).toEqual([]);
      given.clock.set('2026-11-25T09:05:00Z');
      await mail();
      await mail();
      expect(given.mails.filter(({ text }) => text.includes(caseId))).toMatchObject([{ to: 'lea@example.org' }]);
    });

    test('by one mail, however many processes send mails at once', async () => {
      await byHand();
      await Promise.all([mail(), mail(), mail()]);
      expect(given.mails.filter(({ text }) => text.includes(caseId))).toHaveLength(1);
    });

    test('in spite of addresses that no server takes, which wait their turn', async () => {
      await byHand();
      await given.database.query(
        `with dead as (
           insert into casework.letter (id, case_id, administration, template, subject, language, sent_at, document_id, channels)
           select id || n, case_id, administration, template, subject, language, sent_at, document_id, channels
             from casework.letter, generate_series(1, 50) n where case_id = $1
           returning id, case_id, administration, sent_at)
         insert into casework.letter_mail (letter_id, case_id, administration, language, at, next_at)
         select id, case_id, administration, 'fr', sent_at, sent_at from dead`,
        [caseId],
      );
      given.breakMails(true);
      await expect(mail()).rejects.toThrow('mail server');
      await expect(mail()).rejects.toThrow('mail server');
      given.breakMails(false);
      caseId = await openCase();
      await byHand();
      await mail();
      expect(given.mails.filter(({ text }) => text.includes(caseId))).toHaveLength(1);
      await given.database.query('delete from casework.letter_mail');
    });

    test('to an address that nobody vouches for once a day, also when the first try failed', async () => {
      await given.database.query(
        'update casework.case_file set applicant_email = $2, applicant_email_verified = false where id = $1',
        [caseId, `typed-${count}@example.org`],
      );
      await byHand();
      given.breakMails(true);
      await expect(mail()).rejects.toThrow('mail server');
      given.breakMails(false);
      given.clock.set('2026-11-25T09:05:00Z');
      await mail();
      await byHand({ time: '14:00' });
      await mail();
      expect(given.mails).toMatchObject([{ to: `typed-${count}@example.org` }]);
    });

    const notTold = async () => {
      const { timeline } = await given.casework.cases.getCase(clerk, { caseId });
      return timeline.filter(({ kind: name }) => name === 'letter.toPost');
    };

    test('by post where no mail reached anybody for three days', async () => {
      await byHand();
      given.breakMails(true);
      await expect(mail()).rejects.toThrow('mail server');
      given.clock.set('2026-11-28T09:00:01Z');
      await mail();
      await mail();
      given.breakMails(false);
      expect(await letters()).toMatchObject([{ channels: ['portal', 'email', 'post'] }]);
      expect(await notTold()).toMatchObject([{ visibleToApplicant: false }]);
      given.clock.set('2026-11-29T09:00:00Z');
      await mail();
      expect(given.mails).toEqual([]);
    });

    test('by post to whoever took their consent to mails back meanwhile', async () => {
      await byHand();
      await given.casework.reach.chooseChannels(citizen, { channels: [] });
      await mail();
      expect(given.mails).toEqual([]);
      expect(await letters()).toMatchObject([{ channels: ['portal', 'email', 'post'] }]);
      expect(await notTold()).toHaveLength(1);
    });

    test('to the applicant, with the day in words, a file for a calendar and the way to ask for another time', async () => {
      const hearingId = await scheduled({ link: 'https://video.example.org/3' });
      expect(await mine()).toMatchObject([{ day: '2026-12-15', time: '10:30', state: 'scheduled', mayWish: true }]);
      const [entry] = (await given.casework.cases.getMyCase(citizen, { caseId })).timeline.filter(
        ({ kind: name }) => name === 'hearing.scheduled',
      );
      expect(entry?.text.fr).toBe(
        'Une audition est fixée\u00a0: Audition du demandeur, le mardi 15 décembre 2026 à 10:30.',
      );
      const file = await hearings().downloadMyHearing(citizen, { caseId, hearingId, language: 'nl' });
      expect(file.name).toMatch(/-2026-12-15-1030\.ics$/);
      expect(await gathered(file.content)).toContain('DTSTART:20261215T093000Z');
      const neighbor = await givenCitizen(given.casework, `Neighbor ${count}`);
      await expect(mine(neighbor)).rejects.toMatchObject(unknown);
      await expect(hearings().downloadMyHearing(neighbor, { caseId, hearingId, language: 'fr' })).rejects.toMatchObject(
        unknown,
      );
      await expect(hearings().askOtherTime(neighbor, { caseId, hearingId, reason: 'x' })).rejects.toMatchObject(
        unknown,
      );
    });
  });

  describe('whose time does not suit', () => {
    const wish = (hearingId: string, reason = 'Je travaille ce jour-là.', actor = citizen) =>
      hearings().askOtherTime(actor, { caseId, hearingId, reason });
    const move = (hearingId: string, more: object = {}) =>
      hearings().moveHearing(clerk, { caseId, hearingId, ...wanted, day: '2026-12-18', reason: 'Demandé', ...more });

    test('are moved by the office alone, with a letter that says why', async () => {
      const hearingId = await scheduled();
      await expect(wish(hearingId, '\u200B')).rejects.toMatchObject(invalid);
      await wish(hearingId);
      await expect(wish(hearingId)).rejects.toMatchObject(ended);
      expect(await hearings().listOfficeHearings(clerk, { isMine: true })).toContainEqual(
        expect.objectContaining({ id: hearingId, hasWish: true, day: '2026-12-15' }),
      );
      await expect(move(hearingId, { day: '2026-12-10' })).rejects.toMatchObject({ code: 'HEARING_TOO_SOON' });
      await move(hearingId, { time: '14:00' });
      expect(await mine()).toMatchObject([
        { day: '2026-12-18', time: '14:00', moves: 1, reason: 'Demandé', wish: { answer: 'Demandé' }, mayWish: true },
      ]);
      expect((await letters()).map(({ template }) => template).toSorted()).toEqual([
        'hearing-moved',
        'hearing-summons',
      ]);
      expect(await told(hearingId)).toEqual([]);
    });

    test('are asked to be moved by whoever acts in the case too', async () => {
      await addParticipant('lawyer', `Me ${count}`, { number: numberOfCitizen(`Me ${count}`) });
      const lawyer = await givenCitizen(given.casework, `Me ${count}`);
      const hearingId = await scheduled();
      expect(await mine(lawyer)).toMatchObject([{ id: hearingId, mayWish: true }]);
      await wish(hearingId, 'Audience au tribunal.', lawyer);
      expect(await mine()).toMatchObject([{ wish: { reason: 'Audience au tribunal.' } }]);
      // why it does not suit somebody is between them and the office
      expect(await mine(lawyer)).toMatchObject([{ wish: null, mayWish: false }]);
    });

    test('stay where they are when the office says so', async () => {
      const hearingId = await scheduled();
      const keep = () => hearings().declineWish(clerk, { caseId, hearingId, answer: 'La salle est prise.' });
      await expect(keep()).rejects.toMatchObject(invalid);
      await wish(hearingId);
      await keep();
      await expect(keep()).rejects.toMatchObject(invalid);
      expect(await mine()).toMatchObject([{ day: '2026-12-15', wish: { answer: 'La salle est prise.' } }]);
    });

    test('are moved once by two who move them at once', async () => {
      const hearingId = await scheduled();
      const moved = await Promise.allSettled([move(hearingId), move(hearingId, { day: '2026-12-21' })]);
      expect(moved.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
      const [view] = await seen();
      const sent = (await letters()).filter(({ template }) => template === 'hearing-moved').length;
      expect(sent).toBe(view?.moves);
    });

    describe('with somebody who was summoned and takes part no longer', () => {
      const left = `Me Janssens`;
      const summonedWhoLeft = async () => {
        const { participants: all } = await addParticipant('lawyer', left, { number: numberOfCitizen(left) });
        const participantId = all.find(({ name }) => name === left)?.id ?? '';
        const hearingId = await scheduled({ summons: ['applicant', participantId] });
        const { participants } = given.casework;
        await participants.endParticipant(clerk, { caseId, participantId, reason: 'Ne représente plus' });
        return hearingId;
      };
      const toThem = async () =>
        (await letters())
          .filter(({ recipient }) => recipient === left)
          .map(({ template, channels }) => [template, channels]);
      const both = { 'hearing-summons': ['post'], 'hearing-canceled': ['post'] };

      test('are canceled for them once on paper when they are moved, and they hear of no other day', async () => {
        const hearingId = await summonedWhoLeft();
        await move(hearingId);
        expect(Object.fromEntries(await toThem())).toEqual(both);

        await move(hearingId, { day: '2026-12-21' });
        await hearings().cancelHearing(clerk, { caseId, hearingId, reason: 'Complet' });

        expect(await toThem()).toHaveLength(2);
        const others = (await letters()).filter(({ recipient }) => recipient === null).map(({ template }) => template);
        expect(others.toSorted()).toEqual(['hearing-canceled', 'hearing-moved', 'hearing-moved', 'hearing-summons']);
      });

      test('are canceled for them as for everybody', async () => {
        const hearingId = await summonedWhoLeft();
        await hearings().cancelHearing(clerk, { caseId, hearingId, reason: 'Complet' });
        expect(Object.fromEntries(await toThem())).toEqual(both);
        const lawyer = await givenCitizen(given.casework, left);
        await expect(mine(lawyer)).rejects.toMatchObject(unknown);
      });
    });

    test('are canceled when the case closes, with a letter to everybody, and stay so when it is reopened', async () => {
      await addParticipant('lawyer', 'Me Janssens', { number: numberOfCitizen('Me Janssens') });
      const over = await scheduled({ key: 'talk', day: '2026-11-26' });
      const { hearingId } = await summon();
      given.clock.set('2026-11-27T09:00:00Z');
      const close = () =>
        given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: `close-${count}`, reason: 'x' });
      await close();
      await close();
      const canceled = (await letters()).filter(({ template }) => template === 'hearing-canceled');
      expect(canceled.map(({ recipient, channels }) => [recipient, channels])).toEqual(
        expect.arrayContaining([
          [null, ['portal', 'email']],
          ['Me Janssens', ['post']],
        ]),
      );
      // nobody hears of what is over
      expect(canceled).toHaveLength(2);
      await expect(hearings().downloadMyHearing(citizen, { caseId, hearingId, language: 'fr' })).rejects.toMatchObject(
        unknown,
      );
      await given.database.query('update casework.case_file set closed_at = null where id = $1', [caseId]);
      expect(await seen()).toMatchObject([
        { id: over, state: 'canceled' },
        { id: hearingId, state: 'canceled', reason: null },
      ]);
    });

    test('end within a minute in a case that another administration took over, and the applicant reads it', async () => {
      const { hearingId } = await summon();
      const watch = () => hearings().watch(job('terms'), {});
      expect(await watch()).toBe(0);
      await given.database.query('update casework.case_file set closed_at = $2 where id = $1', [
        caseId,
        new Date(given.clock.now()).toISOString(),
      ]);
      expect(await watch()).toBe(1);
      expect(await watch()).toBe(0);
      expect(await seen()).toMatchObject([{ id: hearingId, state: 'canceled' }]);
      const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
      expect(timeline[0]).toMatchObject({ kind: 'hearing.canceled' });
    });

    test('are canceled with a reason, which the process hears', async () => {
      const hearingId = await scheduled();
      const cancel = (reason: string, actor = clerk) => hearings().cancelHearing(actor, { caseId, hearingId, reason });
      await expect(cancel('\u2800')).rejects.toMatchObject(invalid);
      await expect(cancel('x', stranger)).rejects.toMatchObject(unknown);
      await cancel('Le dossier est complet.');
      await expect(cancel('Encore')).rejects.toMatchObject(ended);
      await expect(move(hearingId)).rejects.toMatchObject(ended);
      expect(await told(hearingId)).toMatchObject([{ outcome: 'canceled', applicantCame: false }]);
      expect(await mine()).toMatchObject([{ state: 'canceled', reason: 'Le dossier est complet.', mayWish: false }]);
      await expect(hearings().downloadMyHearing(citizen, { caseId, hearingId, language: 'fr' })).rejects.toMatchObject(
        unknown,
      );
    });
  });

  describe('that are held', () => {
    const hold = async (more: object = {}) => {
      const hearingId = await scheduled(more);
      given.clock.set('2026-12-15T10:00:00Z');
      return hearingId;
    };

    test('are told of once they have begun, and read by the applicant from then on', async () => {
      const hearingId = await scheduled();
      await expect(report(hearingId)).rejects.toMatchObject({ code: 'HEARING_NOT_YET' });
      given.clock.set('2026-12-15T09:30:00Z');
      const { id } = await hearings().addHearingDocument(clerk, { caseId, hearingId, name: 'pv.pdf', content: pdf() });
      const download = () => given.casework.cases.downloadMyDocument(citizen, { caseId, documentId: id });
      await expect(download()).rejects.toMatchObject(unknown);
      expect(JSON.stringify(await mine())).not.toContain('entendu');
      await report(hearingId, { documents: [id] });
      expect(await mine()).toMatchObject([
        {
          state: 'held',
          minutes: 'Le demandeur est entendu.',
          minutesDocuments: [{ id, name: 'pv.pdf' }],
          summoned: [{ came: true, statement: 'Je conteste.' }],
          mayWish: false,
        },
      ]);
      expect((await download()).name).toBe('pv.pdf');
    });

    test('say of each who was summoned whether they came, and nothing of others', async () => {
      const hearingId = await hold();
      for (const presence of [
        [],
        [{ position: 1, came: true }],
        [
          { position: 0, came: true },
          { position: 0, came: false },
        ],
      ])
        await expect(report(hearingId, { presence })).rejects.toMatchObject(invalid);
      await expect(report(hearingId, { minutes: '\u200B' })).rejects.toMatchObject(invalid);
      await expect(report(hearingId, { documents: ['d'.repeat(22)] })).rejects.toMatchObject(invalid);
      await expect(report(hearingId, {}, stranger)).rejects.toMatchObject(unknown);
    });

    test('without anybody need no minutes', async () => {
      const hearingId = await hold();
      await report(hearingId, { presence: [{ position: 0, came: false }], minutes: '' });
      expect(await told(hearingId)).toMatchObject([{ outcome: 'missed', applicantCame: false }]);
      expect(await mine()).toMatchObject([{ state: 'missed', minutes: null }]);
    });

    test('are told of once by two who tell at once', async () => {
      const hearingId = await hold();
      const all = await Promise.allSettled([report(hearingId), report(hearingId, {}, colleague)]);
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await told(hearingId)).toHaveLength(1);
    });

    test('stand in the list of who holds them, and of the office', async () => {
      const { hearingId } = await summon();
      const idsOf = async (actor: Actor, isMine: boolean) =>
        (await hearings().listOfficeHearings(actor, { isMine })).map(({ id }) => id);
      expect(await idsOf(clerk, true)).not.toContain(hearingId);
      expect(await idsOf(colleague, false)).toContain(hearingId);
      expect(await idsOf(stranger, false)).toEqual([]);
      await hearings().leadHearing(colleague, { caseId, hearingId });
      expect(await idsOf(colleague, true)).toContain(hearingId);
      given.clock.set('2026-12-15T10:00:00Z');
      await report(hearingId);
      expect(await idsOf(colleague, false)).not.toContain(hearingId);
    });

    test('are of their own case alone', async () => {
      const hearingId = await hold();
      const before = caseId;
      caseId = await openCase();
      await expect(report(hearingId)).rejects.toMatchObject(unknown);
      await expect(hearings().askOtherTime(citizen, { caseId, hearingId, reason: 'x' })).rejects.toMatchObject(unknown);
      caseId = before;
    });
  });
});
