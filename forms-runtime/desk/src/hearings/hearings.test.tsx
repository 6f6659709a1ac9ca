import type { HearingChoices, HearingSummary, HearingView } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(() => {
  closeDesk();
  sessionStorage.clear();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });

const hearing: HearingView = {
  id: 'h1',
  label: text('Audition du demandeur'),
  key: 'defence',
  at: '2026-12-15T09:30:00Z',
  day: '2026-12-15',
  time: '10:30',
  minutesLong: 60,
  place: 'Salle 3',
  link: null,
  language: 'fr',
  state: 'scheduled',
  moves: 0,
  reason: null,
  summoned: [
    { position: 0, isApplicant: true, name: 'Léa', role: text('demandeur'), came: null, statement: null },
    { position: 1, isApplicant: false, name: 'Me Peeters', role: text('avocat'), came: null, statement: null },
  ],
  minutes: null,
  minutesDocuments: [],
  endedAt: null,
  wish: null,
  scheduledAt: '2026-11-25T09:00:00Z',
  scheduledBy: null,
  ledBy: null,
  isMine: false,
  hasBegun: false,
};

const choices: HearingChoices = {
  declared: [
    { key: 'defence', label: text('Audition du demandeur'), earliestOn: '2026-12-11', summons: ['applicant'] },
  ],
  people: [
    { id: 'applicant', name: 'Léa', role: text('demandeur') },
    { id: 'p1', name: 'Me Peeters', role: text('avocat') },
  ],
  language: 'nl',
};

const openCase = (hearings: readonly HearingView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: {
      'GET /api/cases/c1': () => ({ body: { ...sampleCase, canWithdraw: true } }),
      'GET /api/cases/c1/hearings': () => ({ body: hearings }),
      'GET /api/cases/c1/hearings/choices': () => ({ body: choices }),
      ...more,
    },
  });

const section = async () => within(await screen.findByRole('region', { name: 'Auditions' }));

describe('hearings of a case', () => {
  test('say when, where, and who is summoned, and are taken by who holds them', async () => {
    const { user } = openCase([hearing], {
      'POST /api/cases/c1/hearings/h1/leader': () => ({ body: [{ ...hearing, ledBy: 'Nadia', isMine: true }] }),
    });
    const shown = await section();
    expect(await shown.findByText('mardi 15 décembre 2026, 10:30')).toBeTruthy();
    expect(shown.getByText(/Me Peeters \(avocat\)/)).toBeTruthy();
    expect(shown.queryByRole('button', { name: /^Dresser/ })).toBeNull();
    await user.click(shown.getByRole('button', { name: /^Je la mène/ }));
    expect(await shown.findByText(/menée par Nadia/)).toBeTruthy();
  });

  test('are scheduled with what the procedure proposes; a day too soon is said at its field', async () => {
    const { user, seen } = openCase([], { 'POST /api/cases/c1/hearings': () => ({ body: [hearing] }) });
    const shown = await section();
    await user.click(await shown.findByRole('button', { name: 'Fixer une audition' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Convoquer' }));
    expect(dialog.getByText('Donnez un jour qui existe.')).toBeTruthy();
    expect(dialog.getByText('Donnez un lieu ou un lien vidéo.')).toBeTruthy();
    const type = async (name: RegExp, said: string) => user.type(dialog.getByRole('textbox', { name }), said);
    await type(/^Jour/, '10');
    await type(/^Mois/, '12');
    await type(/^Année/, '2026');
    await type(/^Heure/, '9h30');
    await type(/^Lieu/, 'Salle 3');
    expect(dialog.getByText('Le délai de convocation demande un jour à partir du 11 décembre 2026.')).toBeTruthy();
    await user.clear(dialog.getByRole('textbox', { name: /^Jour/ }));
    await type(/^Jour/, '15');
    await user.click(dialog.getByRole('checkbox', { name: /Me Peeters/ }));
    await user.click(dialog.getByRole('button', { name: 'Convoquer' }));
    expect(await shown.findByText('Salle 3')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      key: 'defence',
      day: '2026-12-15',
      time: '09:30',
      minutesLong: 60,
      place: 'Salle 3',
      link: '',
      language: 'nl',
      summons: ['applicant', 'p1'],
    });
  });

  test('are told apart where a case has several; leaving the dialog that cancels is no second “cancel”', async () => {
    const { user } = openCase([hearing, { ...hearing, id: 'h2', day: '2026-12-16', time: '14:00' }]);
    const shown = await section();
    const buttons = await shown.findAllByRole('button', { name: /décembre/ });
    const names = buttons.map((one) => one.getAttribute('aria-label'));
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
    const name = 'Annuler l’audition\u00a0: mercredi 16 décembre 2026, 14:00';
    await user.click(shown.getByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog', { name }));
    expect(dialog.queryByRole('button', { name: 'Annuler' })).toBeNull();
    expect(dialog.getByRole('button', { name: 'Ne pas annuler' })).toBeTruthy();
  });

  test('have no place on a case whose procedure hears nobody, unless somebody was heard', async () => {
    const nobody = { 'GET /api/cases/c1/hearings/choices': () => ({ body: { ...choices, declared: [] } }) };
    const { seen } = openCase([], nobody);
    await screen.findByRole('region', { name: 'Historique' });
    await waitFor(() => expect(seen.some(({ path }) => path.endsWith('/hearings/choices'))).toBe(true));
    expect(screen.queryByRole('region', { name: 'Auditions' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Auditions' })).toBeNull();
    closeDesk();
    openCase([{ ...hearing, state: 'held' }], nobody);
    await section();
    expect(screen.getByRole('link', { name: 'Auditions' }).getAttribute('href')).toBe('#hearings');
  });

  test('show that another time is asked for, and keep theirs with an answer', async () => {
    const wish = { reason: 'Je travaille.', askedAt: '2026-11-26T09:00:00Z', answer: null, answeredAt: null };
    const kept: HearingView = { ...hearing, wish: { ...wish, answer: 'Complet.', answeredAt: wish.askedAt } };
    const { user, seen } = openCase([{ ...hearing, wish }], {
      'POST /api/cases/c1/hearings/h1/wish/answer': () => ({ body: [kept] }),
    });
    const shown = await section();
    await user.click(await shown.findByRole('button', { name: /^Garder la date/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /réponse/ }), 'Complet.');
    await user.click(dialog.getByRole('button', { name: 'Garder la date' }));
    expect(await shown.findByText(/« Complet\. »/)).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ answer: 'Complet.' });
  });

  test('are told of once they have begun: what is typed survives a reload, and is asked once more', async () => {
    const begun: HearingView = { ...hearing, hasBegun: true };
    const first = openCase([begun]);
    const report = async () => first.user.click(await (await section()).findByRole('button', { name: /^Dresser/ }));
    await report();
    await first.user.click(screen.getByRole('button', { name: 'Clôturer le procès-verbal' }));
    expect(screen.getAllByText('Dites si la personne est venue.')).toHaveLength(2);
    const lea = () => within(screen.getByRole('group', { name: /^Léa/ }));
    await first.user.click(lea().getByRole('radio', { name: 'présent' }));
    await first.user.type(screen.getByRole('textbox', { name: /^Procès-verbal/ }), 'Elle conteste.');
    closeDesk();
    const held: HearingView = { ...begun, state: 'held', minutes: 'Elle conteste.' };
    const { user, seen } = openCase([begun], {
      'POST /api/cases/c1/hearings/h1/minutes': () => ({ body: [held] }),
    });
    await user.click(await (await section()).findByRole('button', { name: /^Dresser/ }));
    const other = within(screen.getByRole('group', { name: /^Me Peeters/ }));
    await user.click(other.getByRole('radio', { name: 'absent' }));
    await user.click(screen.getByRole('button', { name: 'Clôturer le procès-verbal' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Clôturer le procès-verbal' }));
    expect(await (await section()).findByText('Elle conteste.')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      presence: [
        { position: 0, came: true },
        { position: 1, came: false },
      ],
      minutes: 'Elle conteste.',
      documents: [],
    });
  });
});

test('the hearings of an office stand under their days', async () => {
  const { id, label, at, day, time, place, link, language } = hearing;
  const line: HearingSummary = {
    id,
    label,
    at,
    day,
    time,
    place,
    link,
    language,
    caseId: 'c1',
    reference: 'BH-RA-2026-000042-17',
    procedure: text('Allocation de loyer'),
    applicant: 'Léa Şimşek',
    ledBy: null,
    isMine: false,
    hasBegun: false,
    hasWish: true,
  };
  openDesk({
    address: '/desk/hearings?of=office',
    session: agentSession,
    answers: { 'GET /api/desk/hearings': () => ({ body: [line, { ...line, id: 'h2', time: '14:00' }] }) },
  });
  const ofDay = within(await screen.findByRole('region', { name: 'mardi 15 décembre 2026' }));
  expect(ofDay.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([
    '/desk/cases/c1#hearings',
    '/desk/cases/c1#hearings',
  ]);
  expect(ofDay.getAllByText('Autre date demandée')).toHaveLength(2);
});
