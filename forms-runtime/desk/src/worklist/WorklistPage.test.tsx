import { refusal, type SeenRequest } from '@irisflow/frame/testing';
import type { SessionView } from '@irisflow/client';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { agentSession, freeTask, lateTask, myTask, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const listing = (items: readonly unknown[]): Answers => ({
  'GET /api/tasks': () => ({ body: { items, total: items.length, nextCursor: null } }),
});

/** What the list itself asked for, not the choices of its filters. */
const listQueries = (seen: readonly SeenRequest[]) =>
  seen.filter(({ path, query }) => path === '/api/tasks' && query['limit'] === '25').map(({ query }) => query);

describe('the worklist', () => {
  test.each(['/desk/', '/desk/tasks', '/desk/tasks/'])('opens at %s', async (address) => {
    openDesk({ address, session: agentSession, answers: listing([lateTask]) });

    expect(await screen.findByRole('link', { name: /Jan Vermeulen/ })).toBeTruthy();
  });

  test('signing out closes it and forgets what it showed', async () => {
    let session: SessionView = agentSession;
    const { seen, user } = openDesk({
      address: '/desk/cases/',
      session,
      answers: {
        'GET /api/session': () => ({ body: session }),
        'DELETE /api/session': () => {
          session = { ...session, person: null, csrfToken: null };
          return { body: { location: null } };
        },
        'GET /api/cases': () => ({ body: { items: [], total: 0, nextCursor: null } }),
      },
    });
    await waitFor(() => expect(window.location.pathname).toBe('/desk/cases'));
    await user.click(await screen.findByRole('button', { name: agentSession.person?.name ?? '' }));
    await user.click(screen.getByRole('menuitem', { name: 'Se déconnecter' }));

    await waitFor(() => expect(window.location.pathname).toBe('/desk/sign-in'));
    await waitFor(() => expect(screen.queryByRole('button', { name: agentSession.person?.name ?? '' })).toBeNull());
    const after = seen.slice(seen.findIndex(({ method }) => method === 'DELETE') + 1);
    expect(after.filter(({ path }) => path !== '/api/session' && !path.startsWith('/api/session/'))).toEqual([]);
  });

  test('reads its filters from the address and asks the platform for exactly that', async () => {
    const address =
      '/desk/?view=team&search=vermeulen&procedure=rent-allowance&element=instruct&language=nl&sort=priority';
    const { seen } = openDesk({ address, session: agentSession, answers: listing([lateTask]) });

    await screen.findByRole('link', { name: /Instruire la demande, Jan Vermeulen/ });

    expect(listQueries(seen)[0]).toEqual({
      view: 'team',
      search: 'vermeulen',
      procedure: 'rent-allowance',
      element: 'instruct',
      language: 'nl',
      sort: 'priority',
      limit: '25',
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Toute l’équipe' })).toBeTruthy();
    expect(document.title).toBe('Toute l’équipe – Irisflow');
  });

  test('writes a filter into the address, and removes all of them at once', async () => {
    const { user } = openDesk({ address: '/desk/?view=team', session: agentSession, answers: listing([freeTask]) });
    await screen.findByRole('link', { name: /Amina El Idrissi/ });

    await user.selectOptions(screen.getByLabelText('Langue du dossier'), 'Néerlandais');
    expect(window.location.search).toBe('?view=team&language=nl');

    await user.type(screen.getByLabelText('Rechercher'), 'amina');
    await waitFor(() => expect(window.location.search).toBe('?view=team&search=amina&language=nl'));

    await user.click(screen.getByRole('button', { name: 'Retirer les filtres' }));
    expect(window.location.search).toBe('?view=team');
  });

  test('puts tasks under the time that is left, in words and not by color alone', async () => {
    openDesk({ address: '/desk/?view=team', session: agentSession, answers: listing([lateTask, freeTask]) });

    const late = await screen.findByRole('rowheader', { name: /Jan Vermeulen/ });

    expect(within(late.closest('tr')!).getByText('2 jours de retard')).toBeTruthy();
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'Délai dépassé',
      expect.stringContaining('Jan Vermeulen'),
      'Dans les 7 jours',
      expect.stringContaining('Amina El Idrissi'),
    ]);
  });

  test('lets an agent take a task from the list, and says so', async () => {
    const { user, seen } = openDesk({
      address: '/desk/?view=unassigned',
      session: agentSession,
      answers: { ...listing([freeTask]), 'POST /api/tasks/101/claim': () => ({ body: myTask }) },
    });

    await user.click(
      await screen.findByRole('button', { name: /^Prendre\u00a0: Instruire la demande, BH-RA-2026-000042-17/ }),
    );

    expect(await screen.findByText('BH-RA-2026-000042-17 est à vous.')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/api/tasks/101/claim']);
  });

  test('says when a colleague was faster, and asks for the list again', async () => {
    const { user, seen } = openDesk({
      address: '/desk/?view=unassigned',
      session: agentSession,
      answers: { ...listing([freeTask]), 'POST /api/tasks/101/claim': () => refusal(409, 'TASK_TAKEN') },
    });
    const claim = await screen.findByRole('button', { name: /^Prendre/ });
    const before = listQueries(seen).length;

    await user.click(claim);

    expect(await screen.findByText('Un collègue vient de prendre cette tâche')).toBeTruthy();
    await waitFor(() => expect(listQueries(seen).length).toBeGreaterThan(before));
  });

  test('walks the rows with j and k, takes with c, and stays quiet while somebody types', async () => {
    const { user, seen } = openDesk({
      address: '/desk/?view=unassigned',
      session: agentSession,
      answers: { ...listing([lateTask, freeTask]), 'POST /api/tasks/101/claim': () => ({ body: myTask }) },
    });
    await screen.findByRole('link', { name: /Jan Vermeulen/ });

    await user.keyboard('jjkj');
    expect(document.activeElement?.textContent).toContain('Amina El Idrissi');
    await user.keyboard('c');
    await screen.findByText('BH-RA-2026-000042-17 est à vous.');

    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Rechercher'));
    await user.keyboard('cj');
    expect(screen.getByLabelText<HTMLInputElement>('Rechercher').value).toBe('cj');
    expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('one-key shortcuts can be turned off, and stay off', async () => {
    const { user } = openDesk({ address: '/desk/?view=team', session: agentSession, answers: listing([freeTask]) });
    await screen.findByRole('link', { name: /Amina/ });

    await user.keyboard('?');
    await user.click(screen.getByRole('checkbox', { name: /Raccourcis d’une seule touche/ }));
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    const focused = document.activeElement;
    await user.keyboard('j');

    expect(document.activeElement).toBe(focused);
    expect(localStorage.getItem('irisflow:one-key-shortcuts')).toBe('off');
    await user.click(screen.getByRole('button', { name: 'Nadia Lambert' }));
    await user.click(screen.getByRole('menuitem', { name: 'Raccourcis clavier' }));
    await user.click(screen.getByRole('checkbox', { name: /Raccourcis d’une seule touche/ }));
    expect(localStorage.getItem('irisflow:one-key-shortcuts')).toBe('on');
  });

  test('a supervisor assigns in view of the load, and of language, and sees who cannot have it', async () => {
    const { user, seen } = openDesk({
      address: '/desk/?view=team',
      session: supervisorSession,
      answers: { ...listing([freeTask]), 'POST /api/tasks/101/assignment': () => ({ body: myTask }) },
    });

    await user.click(await screen.findByRole('button', { name: /^Attribuer\u00a0: / }));
    const dialog = screen.getByRole('dialog', { name: 'Attribuer la tâche' });
    expect((await within(dialog).findAllByRole('radio')).map((radio) => radio.closest('label')?.textContent)).toEqual([
      'Wim PeetersProposé · langue du dossier · 1 tâche ouverte',
      'Nadia Lambert4 tâches ouvertes',
    ]);
    expect(within(dialog).getByText('Lien Maes : absent jusqu’au 04/12/2026')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Attribuer' }));
    expect(within(dialog).getByText('Choisissez un collègue.')).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: /Wim Peeters/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Attribuer' }));

    expect(await screen.findByText('BH-RA-2026-000042-17 est maintenant chez Wim Peeters.')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ personId: 'wim' });
  });

  test('an agent without tasks is shown to the ones that wait', async () => {
    openDesk({ address: '/desk/', session: agentSession });

    const link = await screen.findByRole('link', { name: 'Voir les 2 tâches à prendre' });

    expect(link.getAttribute('href')).toBe('/desk/?view=unassigned');
  });

  test('says how many there are, and "more than" where a filter keeps the platform from counting them all', async () => {
    const many: Answers = { 'GET /api/tasks': () => ({ body: { items: [lateTask], total: 1001, nextCursor: 'x' } }) };
    openDesk({ address: '/desk/?view=team&search=Jan', session: agentSession, answers: many });
    expect(await screen.findByText(/^1 sur plus de 1\D?000$/)).toBeTruthy();

    // What waits in a language or of a procedure is counted, however much it is.
    for (const filters of ['', '&language=nl', '&procedure=rent-allowance']) {
      closeDesk();
      openDesk({ address: `/desk/?view=team${filters}`, session: agentSession, answers: many });
      expect(await screen.findByText(/^1 sur 1\D?001$/)).toBeTruthy();
    }
  });

  test('lets people sort where there is something to choose', async () => {
    openDesk({ address: '/desk/?view=team', session: agentSession, answers: listing([lateTask]) });
    expect(await screen.findByRole('combobox', { name: 'Trier par' })).toBeTruthy();
    closeDesk();

    openDesk({ address: '/desk/?view=overdue', session: agentSession, answers: listing([lateTask]) });
    await screen.findByRole('link', { name: /Jan Vermeulen/ });
    expect(screen.queryByRole('combobox', { name: 'Trier par' })).toBeNull();
  });
});
