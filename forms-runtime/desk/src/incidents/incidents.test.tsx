import type { CaseIncident } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (word: string) => ({ fr: word, nl: word, en: word });
const incident: CaseIncident = {
  incidentKey: '77',
  caseId: 'c1',
  reference: sampleCase.reference,
  applicant: 'Léa Şimşek',
  title: text('Allocation de loyer'),
  step: text('Consulter le Registre national'),
  text: text('Le service ne répond pas.'),
  since: '2026-11-25T08:00:00Z',
};

const atCase = (session: typeof agentSession, more: object = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session,
    answers: {
      'GET /api/cases/c1': () => ({ body: sampleCase }),
      'GET /api/cases/c1/incidents': () => ({ body: [incident] }),
      ...more,
    },
  });

describe('a case that stands still', () => {
  test('says at which step and why, and a clerk tries it again', async () => {
    const { user, seen } = atCase(agentSession, {
      'POST /api/cases/c1/incidents/77/retry': () => ({ body: [] }),
    });

    expect(await screen.findByText('Consulter le Registre national')).toBeTruthy();
    expect(screen.getByText('Le service ne répond pas.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'La cause est levée' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Relancer l’étape' }));
    expect(await screen.findByText('L’étape reprend.')).toBeTruthy();
    expect(screen.queryByText('Le service ne répond pas.')).toBeNull();
    expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('is resolved by a supervisor who says why', async () => {
    const { user, seen } = atCase(supervisorSession, {
      'POST /api/cases/c1/incidents/77/resolution': () => ({ body: [] }),
    });

    await user.click(await screen.findByRole('button', { name: 'La cause est levée' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Reprendre l’étape' }));
    expect(dialog.getByText('Dites ce qui a été réparé.')).toBeTruthy();
    await user.type(dialog.getByLabelText(/Ce qui a été réparé/), 'Le service répond à nouveau.');
    await user.click(dialog.getByRole('button', { name: 'Reprendre l’étape' }));
    expect(await screen.findByText('L’étape reprend.')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { reason: 'Le service répond à nouveau.' },
    ]);
  });

  test('is counted and listed on the board', async () => {
    openDesk({
      address: '/desk/board',
      session: supervisorSession,
      answers: { 'GET /api/desk/incidents': () => ({ body: { total: 3, items: [incident] } }) },
    });

    const link = await screen.findByRole('link', { name: 'Consulter le Registre national' });
    expect(link.getAttribute('href')).toBe('/desk/cases/c1');
    expect(screen.getByRole('link', { name: /3.*arrêt/ })).toBeTruthy();
    expect(screen.getByText('2 autres dossiers sont à l’arrêt.')).toBeTruthy();
    // A supervisor counts terms anew where they see what is late.
    expect(screen.getByRole('button', { name: 'Voir ce qui changerait' })).toBeTruthy();
  });
});
