import { refusal } from '@irisflow/frame/testing';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const answers = { 'GET /api/cases/c1': () => ({ body: sampleCase }) };

describe('a case', () => {
  test('takes a note, empties the field and shows the note', async () => {
    const note = { id: 'n1', at: '2026-11-25T08:00:00Z', by: 'Nadia Lambert', text: 'Appelé le demandeur.' };
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { ...answers, 'POST /api/cases/c1/notes': () => ({ body: { ...sampleCase, notes: [note] } }) },
    });

    const field = await screen.findByLabelText<HTMLTextAreaElement>('Nouvelle note');
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }));
    expect(screen.getByText('Écrivez d’abord la note.')).toBeTruthy();
    await user.type(field, '  Appelé le demandeur. ');
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }));

    expect(await screen.findByText('Appelé le demandeur.')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { text: 'Appelé le demandeur.' },
    ]);
    expect(field.value).toBe('');
  });

  test('keeps a note that could not be saved', async () => {
    const { user } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { ...answers, 'POST /api/cases/c1/notes': () => 'connection lost' },
    });

    const field = await screen.findByLabelText<HTMLTextAreaElement>('Nouvelle note');
    await user.type(field, 'Important');
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }));

    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
    expect(field.value).toBe('Important');
  });

  test('of another administration is said not to be there', async () => {
    openDesk({
      address: '/desk/cases/c2',
      session: agentSession,
      answers: { 'GET /api/cases/c2': () => refusal(404, 'NOT_FOUND') },
    });

    expect(await screen.findByText('Introuvable')).toBeTruthy();
  });

  test('says what the applicant does not see', async () => {
    const [entry] = sampleCase.timeline;
    const internal = { ...entry!, visibleToApplicant: false };
    openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { 'GET /api/cases/c1': () => ({ body: { ...sampleCase, timeline: [internal] } }) },
    });

    const timeline = await screen.findByRole('region', { name: 'Historique' });

    expect(within(timeline).getByText('Interne : le demandeur ne le voit pas')).toBeTruthy();
  });
});

describe('the cases', () => {
  test('are found by the filters in the address', async () => {
    const { user, seen } = openDesk({
      address: '/desk/cases?search=amina',
      session: agentSession,
      answers: {
        'GET /api/cases': () => ({ body: { items: [sampleCase], total: 1, nextCursor: null } }),
        'GET /api/cases/statuses': () => ({ body: ['granted', 'submitted'] }),
      },
    });

    const link = await screen.findByRole('link', { name: /Amina El Idrissi/ });
    expect(link.getAttribute('href')).toBe('/desk/cases/c1');
    const statuses = within(screen.getByLabelText('État'));
    await statuses.findByRole('option', { name: 'Accordé' });
    expect(statuses.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Tous',
      'Introduit',
      'Accordé',
    ]);
    await user.selectOptions(screen.getByLabelText('État'), 'Accordé');

    expect(window.location.search).toBe('?search=amina&status=granted');
    await waitFor(() =>
      expect(seen.filter(({ path }) => path === '/api/cases').at(-1)?.query).toEqual({
        search: 'amina',
        status: 'granted',
        limit: '25',
      }),
    );
  });
});
