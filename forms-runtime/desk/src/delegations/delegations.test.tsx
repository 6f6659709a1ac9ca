import type { DelegationsView, DelegationView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, freeTask, myTask, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const toMe: DelegationView = {
  id: 'a'.repeat(22),
  delegator: { id: 'anne', name: 'Anne Dupont' },
  delegate: { id: 'nadia', name: 'Nadia Lambert' },
  from: '2026-11-20',
  to: '2099-12-31',
  groups: [
    { key: 'directors', name: { fr: 'Direction', nl: 'Directie', en: 'Directors' } },
    { key: 'supervisor', name: null },
  ],
  lostGroups: ['supervisor'],
  procedures: [{ key: 'rent-allowance', title: { fr: 'Allocation-loyer', nl: 'Huurtoelage', en: 'Rent allowance' } }],
  capacity: { fr: 'Attachée', nl: 'Attaché', en: 'Attaché' },
  instrument: 'AM 12.03.2026, art. 4',
  givenAt: '2026-11-20T08:00:00Z',
  state: 'inForce',
  withdrawn: null,
  mayWithdraw: false,
};
const byMe: DelegationView = {
  ...toMe,
  id: 'b'.repeat(22),
  delegator: { id: 'nadia', name: 'Nadia Lambert' },
  delegate: { id: 'wim', name: 'Wim Peeters' },
  lostGroups: [],
  procedures: null,
  mayWithdraw: true,
};
const all: DelegationsView = {
  delegations: [toMe, byMe],
  delegable: {
    groups: [{ key: 'directors', name: { fr: 'Direction', nl: 'Directie', en: 'Directors' } }],
    procedures: [{ key: 'rent-allowance', title: { fr: 'Allocation-loyer', nl: 'Huurtoelage', en: 'Rent allowance' } }],
  },
};

const answers = (more: Answers = {}): Answers => ({ 'GET /api/delegations': () => ({ body: all }), ...more });

describe('delegations', () => {
  test('are those to me and by me, in words, and I withdraw mine after a question', async () => {
    const path = `POST /api/delegations/${byMe.id}/withdraw`;
    const { user, seen } = openDesk({
      address: '/desk/delegations',
      session: agentSession,
      answers: answers({ [path]: () => ({ status: 204, body: undefined }) }),
    });
    const theirs = await screen.findByRole('region', { name: 'Ce qui m’est délégué' });
    expect(theirs.textContent).toContain('Direction, Chefs de service');
    expect(theirs.textContent).toContain('Anne Dupont n’a plus\u00a0: Chefs de service');
    expect(theirs.textContent).toContain('Allocation-loyer');
    expect(within(theirs).queryByRole('button')).toBeNull();
    const mine = screen.getByRole('region', { name: 'Ce que je délègue' });
    expect(mine.textContent).toContain('Toutes les démarches');
    expect(screen.queryByRole('region', { name: /Entre collègues/ })).toBeNull();
    await user.click(within(mine).getByRole('button', { name: /Retirer la délégation de Nadia Lambert à Wim/ }));
    const dialog = screen.getByRole('dialog');
    expect(seen.some(({ method }) => method === 'POST')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Retirer' }));
    await screen.findByText('La délégation est retirée.');
  });

  test('are all of the administration for a supervisor, each list saying when it is empty', async () => {
    openDesk({
      address: '/desk/delegations',
      session: supervisorSession,
      answers: answers({
        'GET /api/delegations': () => ({
          body: { ...all, delegations: [{ ...byMe, delegator: toMe.delegator, state: 'lapsed' }] },
        }),
      }),
    });
    const others = await screen.findByRole('region', { name: /Entre collègues/ });
    expect(others.textContent).toContain('Anne Dupont');
    expect(others.textContent).toContain('Sans effet');
    expect(screen.getByText('Vous n’avez rien délégué.')).toBeTruthy();
  });

  test('are given with everything that they need, and with one’s own groups alone', async () => {
    const { user, seen } = openDesk({
      address: '/desk/delegations',
      session: agentSession,
      answers: answers({ 'POST /api/delegations': () => ({ body: byMe }) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Déléguer des pouvoirs' }));
    const dialog = screen.getByRole('dialog', { name: 'Déléguer des pouvoirs' });
    const who = await within(dialog).findByRole('combobox', { name: 'À qui' });
    expect(within(who).queryByRole('option', { name: 'Nadia Lambert' })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Déléguer des pouvoirs' }));
    for (const wrong of ['Choisissez un collègue.', 'Choisissez au moins un groupe.', 'Indiquez l’acte ou le motif.'])
      expect(within(dialog).getByText(wrong)).toBeTruthy();
    expect(within(dialog).getAllByText('Indiquez la qualité dans cette langue.')).toHaveLength(3);
    await user.selectOptions(who, 'Wim Peeters');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Direction' }));
    await user.click(within(dialog).getByRole('radio', { name: 'Celles que je choisis' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Allocation-loyer' }));
    const last = within(dialog).getByRole('group', { name: /Dernier jour/ });
    const [day, month, year] = within(last).getAllByRole('textbox');
    await user.type(day!, '31');
    await user.type(month!, '12');
    await user.type(year!, '2099');
    for (const language of ['En français', 'En néerlandais', 'En anglais'])
      await user.type(within(dialog).getByRole('textbox', { name: language }), 'Attaché');
    await user.type(within(dialog).getByRole('textbox', { name: /Acte ou motif/ }), 'AM 1');
    await user.click(within(dialog).getByRole('button', { name: 'Déléguer des pouvoirs' }));
    await screen.findByText(/C’est délégué à Wim Peeters/);
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      delegateId: 'wim',
      to: '2099-12-31',
      groups: ['directors'],
      procedures: ['rent-allowance'],
      capacity: { nl: 'Attaché' },
      instrument: 'AM 1',
    });
  });

  test('are marked in the list of tasks, counted beside it, and said on the task', async () => {
    const delegators = [toMe.delegator];
    const { user } = openDesk({
      address: '/desk/',
      session: agentSession,
      answers: answers({
        'GET /api/desk/counters': () => ({ body: { mine: 0, team: 1, unassigned: 1, overdue: 0, delegations: 2 } }),
        'GET /api/tasks': () => ({ body: { items: [{ ...freeTask, delegators }], total: 1, nextCursor: null } }),
        'GET /api/tasks/101': () => ({ body: { ...myTask, delegators, onBehalfOf: toMe.delegator } }),
      }),
    });
    expect(await screen.findByText('Pour Anne Dupont, par délégation')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Délégations/ }).textContent).toContain('2');
    await user.click(screen.getByRole('link', { name: /Instruire la demande/ }));
    expect(await screen.findByText('Vous faites cette tâche pour Anne Dupont, par délégation')).toBeTruthy();
  });
});
