import type { ConflictView } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, colleagues, sampleCase, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const ofWim: ConflictView = {
  id: 'c'.repeat(22),
  person: { id: 'wim', name: 'Wim Peeters' },
  scope: 'party',
  about: 'Amina El Idrissi',
  reason: 'C’est sa voisine.',
  declaredBy: { id: 'wim', name: 'Wim Peeters' },
  declaredAt: '2026-11-20T09:00:00.000Z',
  mayLift: true,
};
const ofSofie: ConflictView = {
  ...ofWim,
  id: 'd'.repeat(22),
  person: { id: 'sofie', name: 'Sofie De Smet' },
  scope: 'case',
  about: 'BH-RA-2026-000042-17',
  mayLift: false,
};

const answers = (more: Answers = {}): Answers => ({
  'GET /api/cases/c1': () => ({ body: sampleCase }),
  'GET /api/colleagues': () => ({ body: colleagues }),
  'POST /api/cases/c1/conflicts': () => ({ body: ofWim }),
  'GET /api/conflicts': ({ query }) =>
    query['cursor'] === undefined
      ? { body: { items: [ofWim], total: 2, nextCursor: 'next' } }
      : { body: { items: [ofSofie], total: 2, nextCursor: null } },
  [`POST /api/conflicts/${ofWim.id}/lift`]: () => ({ status: 204 }),
  ...more,
});

const postedBy = (seen: ReturnType<typeof openDesk>['seen']) => seen.find(({ method }) => method === 'POST')?.body;

describe('conflicts of interest', () => {
  test('a clerk declares their own with a reason, and leaves the case', async () => {
    const { user, seen } = openDesk({ address: '/desk/cases/c1', session: agentSession, answers: answers() });
    await user.click(await screen.findByRole('button', { name: 'Déclarer un conflit d’intérêts' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Déclarer un conflit d’intérêts' }));
    expect(dialog.queryByRole('combobox', { name: 'Qui' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Déclarer un conflit d’intérêts' }));
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    expect(postedBy(seen)).toBeUndefined();
    await user.click(dialog.getByRole('radio', { name: /tous les dossiers du demandeur/ }));
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Ma sœur');
    await user.click(dialog.getByRole('button', { name: 'Déclarer un conflit d’intérêts' }));
    await screen.findByText('Conflit d’intérêts déclaré : le dossier vous est fermé');
    expect(postedBy(seen)).toEqual({ scope: 'party', reason: 'Ma sœur' });
    await waitFor(() => expect(window.location.pathname).toBe('/desk/'));
  });

  test('a supervisor notes one for a colleague, and stays at the case', async () => {
    const { user, seen } = openDesk({ address: '/desk/cases/c1', session: supervisorSession, answers: answers() });
    await user.click(await screen.findByRole('button', { name: 'Noter un conflit d’intérêts' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Noter un conflit d’intérêts' }));
    const who = await dialog.findByRole('combobox', { name: 'Qui' });
    await user.selectOptions(who, 'nadia');
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Son voisin');
    await user.click(dialog.getByRole('button', { name: 'Noter un conflit d’intérêts' }));
    await screen.findByText('Conflit d’intérêts noté');
    expect(postedBy(seen)).toEqual({ personId: 'nadia', scope: 'case', reason: 'Son voisin' });
    expect(window.location.pathname).toBe('/desk/cases/c1');
  });

  test('are listed; a supervisor lifts that of somebody else with a reason, and not their own', async () => {
    const { user, seen } = openDesk({ address: '/desk/conflicts', session: supervisorSession, answers: answers() });
    expect(await screen.findByText('Amina El Idrissi (tous ses dossiers)')).toBeTruthy();
    expect(screen.getByText('1 sur 2')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'En afficher plus' }));
    expect(await screen.findByText('Sofie De Smet (vous)')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Lever le conflit\s:/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Lever le conflit\s: Wim Peeters, Amina El Idrissi$/ }));
    const dialog = within(screen.getByRole('dialog', { name: 'Lever le conflit d’intérêts' }));
    await user.click(dialog.getByRole('button', { name: 'Lever' }));
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Une autre personne du même nom');
    await user.click(dialog.getByRole('button', { name: 'Lever' }));
    await screen.findByText('Conflit d’intérêts levé');
    expect(postedBy(seen)).toEqual({ reason: 'Une autre personne du même nom' });
  });

  test('say so where there is none', async () => {
    openDesk({
      address: '/desk/conflicts',
      session: agentSession,
      answers: answers({ 'GET /api/conflicts': () => ({ body: { items: [], total: 0 } }) }),
    });
    expect(await screen.findByText('Vous n’avez déclaré aucun conflit d’intérêts')).toBeTruthy();
  });
});
