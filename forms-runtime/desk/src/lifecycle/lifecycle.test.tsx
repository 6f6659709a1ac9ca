import type { CaseReopenings, CaseTransfers, ProposedTransfer, ReceivedTransfers } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const name = (fr: string) => ({ fr, nl: fr, en: fr });
const closed: CaseReopenings = {
  bar: null,
  needsApproval: false,
  appealRuns: false,
  mayDecide: false,
  reopenings: [],
};
const reopening = {
  id: 'r1',
  ground: 'error' as const,
  reason: 'Un autre revenu',
  state: 'proposed' as const,
  proposedBy: 'Nadia Lambert',
  proposedAt: '2026-11-25T08:00:00Z',
  closedAt: '2026-11-20T08:00:00Z',
  decidedBy: null,
  decidedAt: null,
  refusal: null,
};
const none: CaseTransfers = {
  bar: null,
  administrations: [{ key: 'taxi', name: name('Taxis') }],
  documents: [{ id: 'd1', name: 'bail.pdf' }],
  sent: [],
  origin: null,
};
const proposed: ProposedTransfer = {
  id: 't1',
  from: name('Logement'),
  procedure: name('Aide au loyer'),
  reason: 'Il s’agit d’un taxi.',
  language: 'fr',
  firstReceivedOn: '2026-11-20',
  documents: 2,
  withAnswers: true,
  proposedAt: '2026-11-25T08:00:00Z',
  dueOn: '2026-12-05',
  state: 'proposed',
  refusal: null,
  newCase: null,
};
const file = {
  'GET /api/cases/c1': () => ({ body: sampleCase }),
  'GET /api/cases/c1/reopenings': () => ({ body: closed }),
  'GET /api/cases/c1/transfers': () => ({ body: none }),
};

describe('a case that goes on', () => {
  test('is reopened with a ground and a reason', async () => {
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        ...file,
        'POST /api/cases/c1/reopenings': () => ({
          body: {
            ...closed,
            bar: 'open',
            reopenings: [{ ...reopening, state: 'done', decidedBy: 'Sofie', decidedAt: reopening.proposedAt }],
          },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Rouvrir le dossier' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Rouvrir le dossier' }));
    expect(dialog.getByText('Choisissez pourquoi.')).toBeTruthy();

    await user.click(dialog.getByRole('radio', { name: 'Une erreur a été constatée' }));
    await user.type(dialog.getByRole('textbox'), 'Un autre revenu');
    await user.click(dialog.getByRole('button', { name: 'Rouvrir le dossier' }));

    expect(await screen.findByText(/Rouvert par Sofie/)).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ ground: 'error', reason: 'Un autre revenu' });
  });

  test('is approved by a second person, or refused with a reason', async () => {
    const waits: CaseReopenings = {
      ...closed,
      bar: 'proposed',
      needsApproval: true,
      mayDecide: true,
      reopenings: [reopening],
    };
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        ...file,
        'GET /api/cases/c1/reopenings': () => ({ body: waits }),
        'POST /api/cases/c1/reopenings/r1/decision': () => ({ body: { ...closed, reopenings: [] } }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Refuser' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Pas d’erreur');
    await user.click(dialog.getByRole('button', { name: 'Refuser' }));
    expect(await screen.findByRole('button', { name: 'Rouvrir le dossier' })).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ isApproved: false, reason: 'Pas d’erreur' });
  });

  test('is proposed to another administration with what was chosen', async () => {
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { ...file, 'POST /api/cases/c1/transfers': () => ({ body: { ...none, bar: 'proposed' } }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Transmettre à l’administration compétente' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Proposer le transfert' }));
    expect(dialog.getByText('Choisissez l’administration.')).toBeTruthy();

    await user.selectOptions(dialog.getByRole('combobox'), 'Taxis');
    await user.type(dialog.getByRole('textbox', { name: /Objet et motif/ }), 'Un taxi');
    await user.click(dialog.getByRole('checkbox', { name: 'bail.pdf' }));
    await user.click(dialog.getByRole('button', { name: 'Proposer le transfert' }));

    expect(await screen.findByText('Le transfert est proposé')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      to: 'taxi',
      reason: 'Un taxi',
      documents: ['d1'],
      withAnswers: true,
      days: 10,
    });
  });

  test('says nothing of transfers where none is nor can be', async () => {
    const { seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { ...file, 'GET /api/cases/c1/transfers': () => ({ body: { ...none, administrations: [] } }) },
    });
    await screen.findByRole('region', { name: 'Historique' });
    await waitFor(() => expect(seen.some(({ path }) => path.endsWith('/transfers'))).toBe(true));
    expect(screen.queryByRole('region', { name: 'Transfert' })).toBeNull();
  });

  test('is taken over in the one procedure that there is', async () => {
    const received: ReceivedTransfers = {
      waiting: 1,
      items: [proposed],
      procedures: [{ key: 'taxi-aid', title: name('Licence de taxi') }],
    };
    const taken = {
      ...received,
      waiting: 0,
      items: [{ ...proposed, state: 'accepted', newCase: { id: 'c9', reference: 'TX-9' } }],
    };
    const { user, seen } = openDesk({
      address: '/desk/transfers',
      session: agentSession,
      answers: {
        'GET /api/desk/transfers': () => ({ body: received }),
        'POST /api/transfers/t1/acceptance': () => ({ body: taken }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Accepter le dossier' }));
    expect((await screen.findByRole('link', { name: 'TX-9' })).getAttribute('href')).toContain('/cases/c9');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ procedureKey: 'taxi-aid' });
  });
});
