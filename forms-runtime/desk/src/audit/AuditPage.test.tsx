import { refusal } from '@irisflow/frame/testing';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const auditorSession = {
  ...agentSession,
  person: agentSession.person && { ...agentSession.person, roles: ['auditor' as const] },
};

const entry = {
  sequence: 12,
  at: '2026-11-25T09:00:00.000Z',
  actor: 'person:nadia',
  actorName: 'Nadia Lambert',
  action: 'document.read',
  object: 'document:d1',
  outcome: 'done',
  detail: { case: 'c1', names: ['income', 'rent'], unheardOf: null },
  previousHash: 'a'.repeat(64),
  hash: 'b'.repeat(64),
};

const log = { 'GET /api/audit': () => ({ body: { items: [entry], total: 1, nextCursor: null } }) };

describe('the audit', () => {
  test('opens for an auditor, who has nothing else here, with each entry in words', async () => {
    const { user } = openDesk({ address: '/desk/', session: auditorSession, answers: log });

    await user.click(await screen.findByRole('button', { name: 'Document ouvert' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('heading', { name: 'Document ouvert' })).toBeTruthy();
    expect(dialog.getByText('Nadia Lambert')).toBeTruthy();
    expect(dialog.getByText('income, rent')).toBeTruthy();
    expect(dialog.getByText('unheardOf')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is narrowed down by act, and says so in its address', async () => {
    const { user, seen } = openDesk({ address: '/desk/audit?from=2026-11-01', session: auditorSession, answers: log });
    await screen.findByRole('button', { name: 'Document ouvert' });

    await user.selectOptions(screen.getByLabelText('Quoi'), 'case.read');

    await screen.findByRole('button', { name: 'Document ouvert' });
    expect(window.location.search).toBe('?action=case.read&from=2026-11-01');
    expect(seen.some(({ path }) => path === '/api/audit')).toBe(true);
  });

  test('offers the acts in the order of the alphabet, and names who acted by a token', async () => {
    const registered = { ...entry, actor: 'connectorToken:t1', actorName: null, action: 'connector.registered' };
    openDesk({
      address: '/desk/audit',
      session: auditorSession,
      answers: { 'GET /api/audit': () => ({ body: { items: [registered], total: 1, nextCursor: null } }) },
    });

    expect(await screen.findByText('Un connecteur (jeton t1)')).toBeTruthy();
    const [, ...acts] = within(screen.getByLabelText('Quoi'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(acts).toEqual(acts.toSorted((one, other) => one.localeCompare(other, 'fr')));
  });

  test('says in words that nobody was signed in and that it was refused', async () => {
    const refused = { ...entry, actor: 'anonymous', actorName: null, action: 'connector.refused', outcome: 'refused' };
    openDesk({
      address: '/desk/audit',
      session: auditorSession,
      answers: { 'GET /api/audit': () => ({ body: { items: [refused], total: 1, nextCursor: null } }) },
    });

    const row = (await screen.findByText('Personne n’était connecté')).closest('tr');
    expect(row?.textContent).toContain('Connecteur refusé Refusé');
  });

  test('is verified on demand, and what does not fit is told', async () => {
    const { user } = openDesk({
      address: '/desk/audit',
      session: auditorSession,
      answers: {
        ...log,
        'GET /api/audit/verification': () => ({
          body: {
            checkedAt: '2026-11-25T10:00:00.000Z',
            intact: false,
            entries: 12,
            anchoredAt: '2026-11-25T09:30:00.000Z',
            findings: [{ problem: 'anchorDiffers', from: 7, since: null }],
          },
        }),
      },
    });

    await user.click(await screen.findByRole('button', { name: 'Vérifier maintenant' }));

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Le journal n’est pas intact');
    expect(alert.textContent).toContain('À partir de 7');
    expect(alert.textContent).toContain('Aucun ancrage');
  });

  test('with nothing in it, or out of reach, says so', async () => {
    openDesk({
      address: '/desk/audit',
      session: auditorSession,
      answers: { 'GET /api/audit': () => ({ body: { items: [], total: 0, nextCursor: null } }) },
    });
    expect(await screen.findByText('Aucune entrée')).toBeTruthy();
    closeDesk();

    openDesk({
      address: '/desk/audit',
      session: auditorSession,
      answers: { 'GET /api/audit': () => 'connection lost' },
    });
    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
  });

  test('is not for agents', async () => {
    openDesk({
      address: '/desk/audit',
      session: agentSession,
      answers: { 'GET /api/audit': () => refusal(403, 'ROLE_NEEDED') },
    });
    expect(await screen.findByText('Ce journal est réservé aux auditeurs')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Audit' })).toBeNull();
  });
});
