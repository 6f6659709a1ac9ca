import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personOf, type Actor, type PersonActor } from '@irisflow/access';
import {
  actorFor,
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
import type { CounterSettings, CounterView } from './views/counter.ts';

const name = { fr: 'Guichet central', nl: 'Centraal loket', en: 'Central counter' };
const address = { fr: 'Rue du Progrès 80', nl: 'Vooruitgangstraat 80', en: 'Rue du Progrès 80' };

const settings: CounterSettings = {
  name,
  address,
  procedures: ['rent-aid'],
  takesOther: true,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '10:00' })),
  slotMinutes: 30,
  desks: 1,
  daysAhead: 60,
  hoursBefore: 2,
  languages: ['fr', 'nl'],
  isOpen: true,
};

/** A Thursday, and its two times as the world counts them. */
const day = '2026-11-26';
const nine = `${day}T08:00:00.000Z`;
const half = `${day}T08:30:00.000Z`;
const nextNine = '2026-11-27T08:00:00.000Z';

describe('appointments at a counter', () => {
  let given: TestCasework;
  let agent: Actor;
  let chief: Actor;
  let administrator: Actor;
  let elsewhere: Actor;
  let lea: Actor;
  let neighbor: Actor;
  let counter: CounterView;

  const room = () => given.casework.appointments;
  const refused = (code: string) => expect.objectContaining({ code });
  const partyOf = (actor: Actor): string => personOf(actor).partyId;
  const book = (actor: Actor, from: string, more: object = {}) =>
    room().bookMine(actor, {
      counterId: counter.id,
      from,
      procedureKey: 'rent-aid',
      caseId: null,
      language: 'fr',
      phone: null,
      ...more,
    });
  const free = async (actor: Actor, from = day) =>
    (await room().listFreeHours(actor, { counterId: counter.id, from })).days;
  const freeOn = async (actor: Actor, on: string) =>
    (await free(actor, on)).find((one) => one.day === on)?.slots.map(({ from }) => from);
  const misfits = (actor = agent) => room().listMisfits(actor, { counterId: counter.id });
  const change = (changed: Partial<CounterSettings>, misfits = 0, actor = chief) =>
    room().changeCounter(actor, {
      counterId: counter.id,
      settings: { ...settings, ...changed },
      revision: counter.revision,
      misfits,
    });
  const receive = (appointmentId: string, state: 'booked' | 'arrived' | 'served' | 'missed', actor = agent) =>
    room().receive(actor, { appointmentId, state });

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chloé', roles: ['supervisor'] });
    administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    elsewhere = await givenStaff(given.casework, {
      name: 'Tom',
      roles: ['agent', 'supervisor'],
      administration: 'taxi',
    });
    lea = await givenReader(given.casework, 'Léa');
    neighbor = await givenCitizen(given.casework, 'Noor');
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00.000Z');
    await given.database.query('delete from casework.appointment');
    given.mails.length = 0;
    counter = await room().addCounter(chief, { settings });
  });
  afterAll(() => given.close());

  describe('the counter', () => {
    test('is set by supervisors and administrators of its administration alone', async () => {
      await expect(room().addCounter(agent, { settings })).rejects.toEqual(refused('FORBIDDEN'));
      await expect(change({ desks: 2 }, 0, elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await change({ desks: 2 }, 0, administrator)).toMatchObject({ desks: 2, revision: 2 });
      await expect(change({ desks: 3 })).rejects.toEqual(refused('STALE_REVISION'));
      expect(await room().listOfficeCounters(elsewhere, {})).toEqual([]);
    });

    test.each([
      ['hours that meet', { hours: [...settings.hours, { weekday: 1, from: '09:30', to: '11:00' }] }, 'INPUT_INVALID'],
      ['no name in a language', { name: { ...name, nl: ' ' } }, 'INPUT_INVALID'],
      ['nothing to come for', { procedures: [], takesOther: false }, 'INPUT_INVALID'],
      ['a procedure that is not theirs', { procedures: ['other'] }, 'NOT_FOUND'],
    ])('refuses %s', async (_what, changed, code) => {
      await expect(room().addCounter(chief, { settings: { ...settings, ...changed } })).rejects.toEqual(refused(code));
    });

    test('changed hours lose no booking: whoever changes them knows which ones lose their place, and a clerk moves them', async () => {
      // given two bookings of one day
      const { id } = await book(lea, nine);
      await book(neighbor, half);
      // when the counter is to open later
      const later = { hours: settings.hours.map((open) => ({ ...open, from: '09:30' })) };
      const preview = await room().previewCounter(administrator, {
        counterId: counter.id,
        settings: { ...settings, ...later },
      });
      // then the first one is told of, without a name
      expect(preview).toEqual([{ from: nine, until: half }]);
      await expect(change(later)).rejects.toEqual(refused('COUNTER_BOOKINGS_LEFT'));
      await change(later, 1);
      // and a clerk finds it and moves it
      expect(await misfits()).toMatchObject({ appointments: [{ id, name: 'Léa', fits: false }], hidden: 0 });
      await room().moveFor(agent, { appointmentId: id, from: '2026-11-27T08:30:00.000Z' });
      expect(await misfits()).toEqual({ appointments: [], hidden: 0 });
    });

    test('whoever has a conflict with somebody who booked is told how many lose their place, and not whose it is', async () => {
      await book(lea, nine);
      await book(neighbor, half);
      await change({ hours: [] }, 2);
      await given.database.query(
        `insert into casework.conflict_of_interest (id, administration, person_id, party_id, about, reason, declared_by, declared_at)
         values ('hidden', 'housing', $1, $2, 'x', 'x', $1, now())`,
        [personOf(agent).id, personOf(lea).partyId],
      );
      const apart = actorFor({ ...personOf(agent), isApart: true });
      expect(await misfits(apart)).toMatchObject({ appointments: [{ name: 'Noor' }], hidden: 1 });
      expect(JSON.stringify(await misfits(apart))).not.toContain('Léa');
      await given.database.query(`delete from casework.conflict_of_interest where id = 'hidden'`);
    });

    test('a new closure of the office leaves the bookings of that day to be moved', async () => {
      await book(lea, nextNine);
      const closure = { name, recurs: 'once', from: '2026-11-27', to: '2026-11-27' } as const;
      const { id: closureId } = await given.casework.terms.addClosure(administrator, closure);
      expect(await misfits()).toMatchObject({ appointments: [{ from: nextNine }] });
      expect((await free(neighbor)).find((one) => one.day === '2026-11-27')).toMatchObject({
        isClosed: true,
        slots: [],
      });
      await given.casework.terms.removeClosure(administrator, { closureId });
    });

    test('is closed on legal holidays, and open on a Saturday that it has hours for', async () => {
      await change({ hours: [...settings.hours, { weekday: 6, from: '10:00', to: '11:00' }] });
      expect(await freeOn(lea, '2026-12-25')).toEqual([]);
      expect(await freeOn(lea, '2026-11-28')).toEqual(['2026-11-28T09:00:00.000Z', '2026-11-28T09:30:00.000Z']);
    });

    test('is shown to everybody with the procedure while it is open', async () => {
      const anybody = { kind: 'anonymous' } as const;
      const shown = async () => (await room().listCounters(anybody, { procedureKey: 'rent-aid' })).map(({ id }) => id);
      expect(await shown()).toContain(counter.id);
      await change({ isOpen: false });
      expect(await shown()).not.toContain(counter.id);
      await expect(book(lea, nine)).rejects.toEqual(refused('APPOINTMENT_TAKEN'));
    });
  });

  describe('on the portal', () => {
    test('a free time is booked, seen, moved, put into a calendar and given back', async () => {
      expect(await freeOn(lea, day)).toEqual([nine, half]);
      const booked = await book(lea, nine);
      expect(booked).toMatchObject({
        counter: { name, address },
        procedure: { key: 'rent-aid' },
        state: 'booked',
        mayChange: true,
      });
      expect(await freeOn(neighbor, day)).toEqual([half]);

      const appointmentId = booked.id;
      expect(await room().moveMine(lea, { appointmentId, from: half })).toMatchObject({ from: half, moves: 1 });
      const { content } = await room().downloadMine(lea, { appointmentId, language: 'nl' });
      const text = (await content.toArray()).join('');
      expect(text).toContain('DTSTART:20261126T083000Z');
      expect(text).toContain('SUMMARY:Afspraak - Centraal loket');

      await room().cancelMine(lea, { appointmentId });
      expect(await room().listMine(lea, {})).toMatchObject([
        { id: appointmentId, state: 'canceled', mayChange: false },
      ]);
      expect(await freeOn(neighbor, day)).toEqual([nine, half]);
      await expect(room().moveMine(lea, { appointmentId, from: nine })).rejects.toEqual(refused('APPOINTMENT_OVER'));
    });

    test('of two who want the last place at once, one gets it and the other is told', async () => {
      const both = await Promise.allSettled([book(lea, nine), book(neighbor, nine)]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'APPOINTMENT_TAKEN' } });
    });

    test('as many are received at once as there are desks', async () => {
      await change({ desks: 2 });
      await book(lea, nine);
      await book(neighbor, nine);
      await expect(book(neighbor, nine, { procedureKey: null })).rejects.toEqual(refused('APPOINTMENT_TAKEN'));
    });

    test('nobody has more than three before them, however fast they ask', async () => {
      const times = [nine, half, nextNine, '2026-11-27T08:30:00.000Z', '2026-11-30T08:00:00.000Z'];
      const all = await Promise.allSettled(times.map((from) => book(lea, from)));
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
      expect(all.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'APPOINTMENT_LIMIT' } });
    });

    test.each([
      ['within two hours', nine, '2026-11-26T06:30:00.000Z'],
      ['further ahead than the counter lets', '2027-01-26T08:00:00.000Z', '2026-11-25T09:00:00.000Z'],
      ['between two times', `${day}T08:10:00.000Z`, '2026-11-25T09:00:00.000Z'],
      ['at the end of all calendars', '9999-12-31T23:30:00.000Z', '2026-11-25T09:00:00.000Z'],
      ['that is over', '2026-11-24T08:00:00.000Z', '2026-11-25T09:00:00.000Z'],
    ])('no time %s can be booked', async (_what, from, now) => {
      given.clock.set(now);
      await expect(book(lea, from)).rejects.toEqual(refused('APPOINTMENT_TAKEN'));
    });

    test('what and in which language must be offered', async () => {
      await expect(book(lea, nine, { procedureKey: 'other' })).rejects.toEqual(refused('INPUT_INVALID'));
      await expect(book(lea, nine, { language: 'en' })).rejects.toEqual(refused('INPUT_INVALID'));
      await change({ takesOther: false });
      await expect(book(lea, nine, { procedureKey: null })).rejects.toEqual(refused('INPUT_INVALID'));
    });

    test('a case that it is about is the own one, and of its procedure', async () => {
      const caseId = await givenCase(given.casework, lea);
      await expect(book(neighbor, nine, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(book(lea, nine, { caseId, procedureKey: null })).rejects.toEqual(refused('INPUT_INVALID'));
      expect(await book(lea, nine, { caseId })).toMatchObject({ caseId });
    });

    test('whoever acts for somebody books for them, within the mandate', async () => {
      const acting = (procedures: readonly string[] | null): PersonActor => ({
        ...(lea as PersonActor),
        acting: {
          mandateId: 'm',
          party: { id: partyOf(neighbor), kind: 'person', name: 'Noor' },
          procedures,
          mayDelegate: false,
        },
      });
      const { id: appointmentId } = await book(acting(['rent-aid']), nine);
      expect(await room().listMine(neighbor, {})).toMatchObject([{ id: appointmentId }]);
      expect(await room().listMine(lea, {})).toEqual([]);
      await expect(book(acting(['rent-aid']), half, { procedureKey: null })).rejects.toEqual(refused('OUT_OF_MANDATE'));
      await expect(book(acting(['other']), half)).rejects.toEqual(refused('OUT_OF_MANDATE'));
      expect(await room().listMine(acting(['other']), {})).toEqual([]);
      await expect(room().cancelMine(acting(['other']), { appointmentId })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(book({ ...(lea as PersonActor), acting: 'nobody' }, half)).rejects.toEqual(refused('MANDATE_OVER'));
    });

    test('whoever presses twice has one place, and leaves the others to others', async () => {
      counter = await change({ desks: 3 });
      const twice = await Promise.all([book(lea, nine), book(lea, nine)]);
      expect(twice[0].id).toBe(twice[1].id);
      expect(await room().listMine(lea, {})).toHaveLength(1);
      await book(lea, nine, { procedureKey: null });
      expect(await room().listMine(lea, {})).toHaveLength(2);
    });

    test('somebody else’s appointment does not exist', async () => {
      const { id: appointmentId } = await book(lea, nine);
      await expect(room().cancelMine(neighbor, { appointmentId })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(room().moveMine(neighbor, { appointmentId, from: half })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(room().downloadMine(neighbor, { appointmentId, language: 'fr' })).rejects.toEqual(
        refused('NOT_FOUND'),
      );
    });
  });

  describe('on the desk', () => {
    test('the agenda of a day shows who comes, and another administration nothing', async () => {
      await book(lea, half);
      await book(neighbor, nine);
      const agenda = await room().getAgenda(agent, { counterId: counter.id, day });
      expect(agenda.appointments.map((one) => one.name)).toEqual(['Noor', 'Léa']);
      await expect(room().getAgenda(agent, { counterId: counter.id, day: '9999-12-31' })).rejects.toEqual(
        refused('INPUT_INVALID'),
      );
      await expect(room().getAgenda(elsewhere, { counterId: counter.id, day })).rejects.toEqual(refused('NOT_FOUND'));
    });

    test('who lost their place is listed as in an agenda: on record, and without numbers', async () => {
      await book(lea, nine, { phone: '02 204 00 00' });
      await change({ hours: [] }, 1);
      expect(await misfits()).toMatchObject({ appointments: [{ name: 'Léa', phone: null }] });
      const trace = await given.database.query(
        `select actor, detail from casework.audit_entry where action = 'agenda.read' and object = $1`,
        [`counter:${counter.id}`],
      );
      expect(trace).toEqual([{ actor: `person:${personOf(agent).id}`, detail: { misfits: 1 } }]);
    });

    test('whoever rules of access bound sees and books what is of their procedures, or of none', async () => {
      const reach = { procedures: ['other-aid'], languages: null, communes: null, documents: true };
      const bound: Actor = { kind: 'person', person: { ...personOf(agent), reach: [reach] }, session: null };
      const { id: appointmentId } = await book(lea, nine);
      const { id: other } = await book(neighbor, half, { procedureKey: null });
      const agenda = await room().getAgenda(bound, { counterId: counter.id, day });
      expect(agenda.appointments.map(({ id }) => id)).toEqual([other]);
      await expect(room().getAppointment(bound, { appointmentId })).rejects.toEqual(refused('NOT_FOUND'));
      const wanted = { counterId: counter.id, from: nextNine, language: 'fr' } as const;
      const who = { kind: 'new', name: 'Eve', phone: null } as const;
      await expect(room().bookFor(bound, { ...wanted, procedureKey: 'rent-aid', who })).rejects.toEqual(
        refused('OUT_OF_REACH'),
      );
      expect(await room().bookFor(bound, { ...wanted, procedureKey: null, who })).toMatchObject({ name: 'Eve' });
    });

    test('whoever opens an appointment is in the log of whom it is of', async () => {
      const { id: appointmentId } = await book(neighbor, nine);
      await room().getAppointment(agent, { appointmentId });
      expect(await given.casework.cases.listMyAccesses(neighbor, {})).toMatchObject([
        { actingAs: 'agent', caseId: null },
      ]);
      await expect(room().getAppointment(elsewhere, { appointmentId })).rejects.toEqual(refused('NOT_FOUND'));
    });

    test('a clerk books for who is on the telephone, without retyping and until the last minute', async () => {
      given.clock.set('2026-11-26T07:59:00.000Z');
      const caseId = await givenCase(given.casework, lea);
      const wanted = { counterId: counter.id, procedureKey: 'rent-aid', language: 'nl' } as const;
      const known = await room().bookFor(agent, {
        ...wanted,
        from: nine,
        who: { kind: 'applicant', caseId, isAbout: true },
      });
      expect(known).toMatchObject({ name: 'Léa', caseId, personId: partyOf(lea) });
      expect(await room().listMine(lea, {})).toMatchObject([{ id: known.id }]);
      const note = {
        channel: 'call',
        kind: 'question',
        language: 'fr',
        firstName: 'Ada',
        lastName: 'Nouvel',
        phone: '02 204 00 00',
      };
      const contact = await given.casework.contacts.recordContact(agent, {
        who: { kind: 'unknown' },
        note: { ...note, email: null, subject: 'x', said: '', answer: '', followUp: '', followUpOn: null } as never,
      });
      expect(
        await room().bookFor(agent, { ...wanted, from: half, who: { kind: 'contact', contactId: contact.id } }),
      ).toMatchObject({ name: 'Ada Nouvel', phone: '02 204 00 00', personId: null });
      await expect(
        room().bookFor(elsewhere, { ...wanted, from: nextNine, who: { kind: 'new', name: 'Eve', phone: null } }),
      ).rejects.toEqual(refused('NOT_FOUND'));
    });

    test('somebody arrives, is served, or does not come; each is taken back, a cancellation is not', async () => {
      const { id } = await book(lea, nine);
      await expect(receive(id, 'arrived')).rejects.toEqual(refused('APPOINTMENT_OVER'));
      given.clock.set('2026-11-26T07:50:00.000Z');
      await expect(receive(id, 'missed')).rejects.toEqual(refused('APPOINTMENT_OVER'));
      expect(await receive(id, 'arrived')).toMatchObject({ state: 'arrived', mayChange: false });
      expect(await receive(id, 'served')).toMatchObject({ state: 'served' });
      expect(await receive(id, 'arrived')).toMatchObject({ state: 'arrived' });
      await expect(receive(id, 'booked', elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
      await receive(id, 'booked');
      await room().cancelFor(agent, { appointmentId: id, reason: 'Panne' });
      await expect(receive(id, 'arrived')).rejects.toEqual(refused('APPOINTMENT_OVER'));
      expect(await room().listMine(lea, {})).toMatchObject([{ state: 'canceled', reason: 'Panne' }]);
    });

    test('a visit becomes one contact and then an application, without retyping', async () => {
      const { id: appointmentId } = await book(neighbor, nine);
      given.clock.set('2026-11-26T08:05:00.000Z');
      const { contactId } = await room().noteVisit(agent, { appointmentId });
      expect(await room().noteVisit(chief, { appointmentId })).toEqual({ contactId });
      expect(await given.casework.contacts.getContact(agent, { contactId })).toMatchObject({
        channel: 'visit',
        name: 'Noor',
      });
      const draft = await given.casework.contacts.openApplication(agent, { contactId, procedureKey: 'rent-aid' });
      expect(draft).toMatchObject({ office: { applicant: { name: 'Noor' }, channel: 'visit', contactId } });
      expect(await room().getAppointment(agent, { appointmentId })).toMatchObject({ state: 'served', contactId });
    });

    test('a visit about a case stands in its file', async () => {
      const caseId = await givenCase(given.casework, lea);
      const { id: appointmentId } = await book(lea, nine, { caseId });
      given.clock.set('2026-11-26T08:05:00.000Z');
      const { contactId } = await room().noteVisit(agent, { appointmentId });
      expect((await given.casework.contacts.listContacts(agent, { caseId })).items.map(({ id }) => id)).toEqual([
        contactId,
      ]);
    });
  });

  describe('by mail', () => {
    const tell = () => room().tell(system, {});
    const subjects = () => given.mails.map(({ subject }) => subject);
    const proven = async () => {
      const points = { email: 'lea@example.org', phone: null, address: null };
      await given.casework.mandates.saveMyParty(lea, { ...points, language: 'fr' });
    };

    test('what was booked is confirmed, the day before reminded of, each once and without the matter', async () => {
      await proven();
      await book(lea, nextNine);
      await tell();
      await tell();
      expect(subjects()).toEqual(['Votre rendez-vous est fixé au 27 novembre 2026 à 09:00']);
      expect(given.mails[0]?.text).not.toMatch(/loyer|rent|Guichet/i);
      given.clock.set('2026-11-26T08:30:00.000Z');
      await tell();
      await tell();
      expect(subjects().slice(1)).toEqual(['Rappel\u00a0: vous avez rendez-vous le 27 novembre 2026 à 09:00']);
    });

    test('what an office moves or cancels is told, what somebody gives back is not', async () => {
      await proven();
      const { id: appointmentId } = await book(lea, nine);
      const { id: other } = await book(lea, half);
      await room().moveFor(agent, { appointmentId, from: nextNine });
      await room().cancelMine(lea, { appointmentId: other });
      await tell();
      expect(subjects()).toEqual(['Votre rendez-vous est fixé au 27 novembre 2026 à 09:00']);
      await room().cancelFor(agent, { appointmentId, reason: 'Panne' });
      await tell();
      expect(subjects().slice(1)).toEqual(['Votre rendez-vous du 27 novembre 2026 à 09:00 est annulé']);
      expect(given.mails[1]?.text).not.toContain('Panne');
    });

    test('who did not agree to mails gets none, and one that nobody takes is not tried for ever', async () => {
      await proven();
      await book(neighbor, nine);
      await tell();
      expect(given.mails).toEqual([]);
      await book(lea, '2026-12-18T08:00:00.000Z');
      given.breakMails(true);
      let failures = 0;
      for (let hour = 0; hour < 24 * 14; hour += 1) {
        given.clock.set(new Date(Date.parse('2026-11-25T09:00:00.000Z') + hour * 3_600_000).toISOString());
        await tell().catch(() => (failures += 1));
      }
      given.breakMails(false);
      await tell();
      expect(failures).toBe(8);
      expect(given.mails).toEqual([]);
    });
  });

  test('what was without a case is erased after ninety days, and what has one stays with it', async () => {
    const caseId = await givenCase(given.casework, lea);
    await book(neighbor, nine);
    const { id } = await book(lea, half, { caseId });
    given.clock.set('2027-02-24T00:00:00.000Z');
    await room().erasePast(system, {});
    expect(await room().listMine(neighbor, {})).toHaveLength(1);
    given.clock.set('2027-02-25T00:00:00.000Z');
    await room().erasePast(system, {});
    expect(await room().listMine(neighbor, {})).toEqual([]);
    expect(await room().listMine(lea, {})).toMatchObject([{ id }]);
    await expect(room().erasePast(agent, {})).rejects.toEqual(refused('FORBIDDEN'));
  });
});
