import type { AbsenceView, ReassignmentPlan } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const absence: AbsenceView = {
  id: 'a'.repeat(22),
  person: { id: 'wim', name: 'Wim Peeters' },
  from: '2026-11-20',
  to: '2099-12-31',
  standIn: { id: 'nadia', name: 'Nadia Lambert' },
  openTasks: 2,
};

const move = {
  taskId: '101',
  reference: 'BH-RA-2026-000042-17',
  applicant: 'Amina El Idrissi',
  language: 'nl',
  dueOn: '2026-12-01',
  remainingDays: 3,
  to: { id: 'lien', name: 'Lien Maes' },
  reason: null,
} as const;

const plan: ReassignmentPlan = {
  absence,
  moves: [move, { ...move, taskId: '102', reference: 'BH-RA-2026-000043-15', to: null, reason: 'language' }],
  receivers: [{ person: { id: 'lien', name: 'Lien Maes' }, french: 0, dutch: 1, openTasks: { before: 4, after: 5 } }],
  atRisk: { before: 2, after: 1 },
};

const answers = (more: Answers = {}): Answers => ({
  'GET /api/absences': () => ({ body: [absence] }),
  [`GET /api/absences/${absence.id}/reassignment`]: () => ({ body: plan }),
  ...more,
});

describe('absences', () => {
  test('an agent notes their own, and ends nobody else’s', async () => {
    const { user, seen } = openDesk({
      address: '/desk/absences',
      session: agentSession,
      answers: answers({ 'POST /api/absences': () => ({ body: absence }) }),
    });
    await screen.findByText('Wim Peeters');
    expect(screen.queryByRole('button', { name: /Terminer/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /Confier/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Noter une absence' }));
    const dialog = screen.getByRole('dialog', { name: 'Noter une absence' });
    await within(dialog).findByRole('combobox', { name: /Remplaçant/ });
    expect(within(dialog).queryByRole('combobox', { name: 'Qui' })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Noter une absence' }));
    expect(within(dialog).getByText(/Indiquez un dernier jour/)).toBeTruthy();
    const last = within(dialog).getByRole('group', { name: /Dernier jour/ });
    const [day, month, year] = within(last).getAllByRole('textbox');
    await user.type(day!, '31');
    await user.type(month!, '12');
    await user.type(year!, '2099');
    await user.selectOptions(within(dialog).getByRole('combobox', { name: /Remplaçant/ }), 'Wim Peeters');
    await user.click(within(dialog).getByRole('button', { name: 'Noter une absence' }));
    await screen.findByText('L’absence est notée.');
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      personId: 'nadia',
      to: '2099-12-31',
      standInId: 'wim',
    });
  });

  test('a supervisor sees who would get how many and what it does to terms, then moves them in one act', async () => {
    const { user, seen } = openDesk({
      address: '/desk/absences',
      session: supervisorSession,
      answers: answers({
        [`POST /api/absences/${absence.id}/reassignment`]: () => ({
          body: { assigned: 0, failed: [{ taskId: '101', code: 'FOUR_EYES' }] },
        }),
      }),
    });
    await user.click(await screen.findByRole('link', { name: 'Confier 2 tâches de Wim Peeters à d’autres' }));
    await screen.findByRole('heading', { level: 1, name: 'Confier les tâches de Wim Peeters' });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['2 délais en danger maintenant', '1 délai en danger après']),
    );
    const left = screen.getByRole('region', { name: '1 tâche sans repreneur' });
    expect(within(left).getByText('Personne de présent ne travaille dans cette langue')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Confier 1 tâche' }));
    const dialog = screen.getByRole('dialog', { name: 'Confier 1 tâche à d’autres\u00a0?' });
    expect(within(dialog).getByText('Lien Maes : 0 en français, 1 en néerlandais')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Confier 1 tâche' }));
    expect(await screen.findByText('1 tâche n’a pas pu être confiée')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      moves: [{ taskId: '101', personId: 'lien' }],
    });
  });

  test('ends after a question', async () => {
    const { user, seen } = openDesk({
      address: '/desk/absences',
      session: supervisorSession,
      answers: answers({ [`POST /api/absences/${absence.id}/end`]: () => ({ status: 204, body: undefined }) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Terminer l’absence de Wim Peeters' }));
    const dialog = screen.getByRole('dialog', { name: 'Terminer l’absence de Wim Peeters' });
    await user.click(within(dialog).getByRole('button', { name: 'Terminer' }));
    await waitFor(() => expect(seen.some(({ path }) => path.endsWith('/end'))).toBe(true));
  });
});
