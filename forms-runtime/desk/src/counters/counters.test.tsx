import type { Agenda, CounterView, DeskAppointment } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, supervisorSession } from '../testing/sample-views.ts';
import { draftOf, emptyDraft, hoursOf, settingsOf, wrongIn } from './settings-draft.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const counter: CounterView = {
  id: 'c'.repeat(22),
  administration: 'brussels-housing',
  revision: 3,
  name: text('Guichet central'),
  address: text('Rue du Progrès 80'),
  procedures: [],
  takesOther: true,
  hours: [{ weekday: 1, from: '09:00', to: '12:00' }],
  slotMinutes: 30,
  desks: 1,
  daysAhead: 60,
  hoursBefore: 2,
  languages: ['fr', 'nl'],
  isOpen: true,
};
const appointment: DeskAppointment = {
  id: 'a'.repeat(22),
  counter,
  procedure: { key: 'rent-allowance', title: text('Allocation de loyer') },
  caseId: null,
  from: '2026-11-30T08:00:00.000Z',
  until: '2026-11-30T08:30:00.000Z',
  language: 'nl',
  state: 'arrived',
  reason: null,
  moves: 0,
  mayChange: false,
  name: 'Noor Verlinden',
  phone: null,
  personId: null,
  contactId: null,
  fits: true,
};
const agenda = (appointments: DeskAppointment[]): Agenda => ({
  counter,
  day: '2026-11-30',
  isClosed: false,
  appointments,
});
const page = `/api/counters/${counter.id}`;
const answers = (more: Answers = {}): Answers => ({
  'GET /api/counters': () => ({ body: [counter] }),
  'GET /api/procedures': () => ({ body: [] }),
  [`GET ${page}/misfits`]: () => ({ body: { appointments: [], hidden: 0 } }),
  [`GET ${page}/agenda`]: () => ({ body: agenda([appointment]) }),
  ...more,
});

describe('the settings of a counter', () => {
  test('a change that costs bookings their place is saved after it was said which ones', async () => {
    // given hours of which one booking does not fit into the new ones
    const { user, seen } = openDesk({
      address: `/desk/counters/${counter.id}/settings`,
      session: supervisorSession,
      answers: answers({
        [`POST ${page}/preview`]: () => ({ body: [{ from: appointment.from, until: appointment.until }] }),
        [`PUT ${page}`]: () => ({ body: counter }),
      }),
    });
    const monday = await screen.findByRole('textbox', { name: /Lundi/ });
    expect((monday as HTMLInputElement).value).toBe('09:00-12:00');
    await user.clear(monday);
    await user.type(monday, '10:00-12:00');

    // when it is saved
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const dialog = await screen.findByRole('dialog', { name: '1 rendez-vous perdra sa place' });
    expect(within(dialog).getByText(/lundi 30 novembre 2026/)).toBeTruthy();
    expect(seen.some(({ method }) => method === 'PUT')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer quand même' }));

    // then whoever saves says how many they know of
    await waitFor(() => expect(seen.some(({ method }) => method === 'PUT')).toBe(true));
    expect(seen.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      revision: 3,
      misfits: 1,
      settings: { hours: [{ weekday: 1, from: '10:00', to: '12:00' }] },
    });
  });

  test('hours are read as people write them, and those that meet are none', () => {
    expect(hoursOf('9:00-12:00, 13h30 – 16h00', 2)).toEqual([
      { weekday: 2, from: '09:00', to: '12:00' },
      { weekday: 2, from: '13:30', to: '16:00' },
    ]);
    for (const wrong of ['9-12', '12:00-09:00', '09:00-12:00, 11:00-13:00', '25:00-26:00'])
      expect(hoursOf(wrong, 1), wrong).toBeUndefined();
    expect(settingsOf(draftOf(counter))).toMatchObject({ hours: counter.hours });
    expect(wrongIn({ ...emptyDraft, slotMinutes: 1 })).toEqual(['name', 'address', 'slotMinutes']);
  });
});

describe('the agenda of a counter', () => {
  test('a visit becomes a contact and an application in one act', async () => {
    const { user, seen } = openDesk({
      address: `/desk/counters/${counter.id}?day=2026-11-30`,
      session: agentSession,
      answers: answers({
        [`POST /api/appointments/${appointment.id}/contact`]: () => ({ body: { contactId: 'k'.repeat(22) } }),
        [`POST /api/contacts/${'k'.repeat(22)}/application`]: () => ({ body: { id: 'd1' } }),
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Ouvrir une demande, Noor Verlinden' }));
    await waitFor(() => expect(window.location.pathname).toBe('/desk/applications/d1'));
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      undefined,
      { procedureKey: 'rent-allowance' },
    ]);
  });

  test('what no longer fits is said with the way to its day', async () => {
    openDesk({
      address: `/desk/counters/${counter.id}?day=2026-12-01`,
      session: agentSession,
      answers: answers({
        [`GET ${page}/misfits`]: () => ({ body: { appointments: [{ ...appointment, fits: false }], hidden: 2 } }),
        [`GET ${page}/agenda`]: () => ({ body: agenda([]) }),
      }),
    });
    expect(await screen.findByText('3 rendez-vous ne tiennent plus dans les heures d’ouverture')).toBeTruthy();
    expect(screen.getByText(/Vous ne pouvez pas voir 2 d’entre eux/)).toBeTruthy();
    const link = await screen.findByRole('link', { name: /lundi 30 novembre 2026/ });
    expect(link.getAttribute('href')).toBe(`/desk/counters/${counter.id}?day=2026-11-30`);
    expect(await screen.findByText('Personne n’est attendu')).toBeTruthy();
  });
});
