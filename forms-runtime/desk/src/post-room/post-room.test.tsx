import type { CarrierView, PrintBatchView } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { administratorSession, agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const letterOf = (place: number, addressee: string): PrintBatchView['items'][number] => ({
  noticeId: `n${place}`.padEnd(22, 'n'),
  caseId: `c${place}`.padEnd(22, 'c'),
  documentId: `d${place}`.padEnd(22, 'd'),
  position: place,
  reference: `BH-AF-2026-00000${place}-01`,
  addressee,
  postcode: '1000',
  subject: text('Invitation'),
  state: 'printed',
  number: null,
});
const batch: PrintBatchView = {
  id: 'b'.repeat(22),
  number: 7,
  way: 'registered',
  language: null,
  state: 'open',
  letters: 2,
  madeAt: '2026-11-25T09:00:00.000Z',
  madeBy: 'Bart',
  prints: 1,
  printedAt: '2026-11-25T09:10:00.000Z',
  postedOn: null,
  items: [letterOf(1, 'Noa Peeters'), letterOf(2, 'Léa Maes')],
};
const address = `/api/print-batches/${batch.id}`;
const open = (answers: Answers = {}) =>
  openDesk({
    address: `/desk/post-room/batches/${batch.id}`,
    session: agentSession,
    answers: { [`GET ${address}`]: () => ({ body: batch }), ...answers },
  });

describe('a batch that the post room prints', () => {
  test('is confirmed with the numbers of what left, and without what stayed', async () => {
    const posted = { ...batch, state: 'posted' as const, postedOn: '2026-11-25' };
    const { seen, user } = open({ [`POST ${address}/posting`]: () => ({ body: posted }) });
    await user.type(await screen.findByLabelText(/recommandé pour Noa Peeters/), '3232 0000 1111');
    await user.click(screen.getByLabelText(/Léa Maes n’est pas parti/));
    await user.click(screen.getByRole('button', { name: 'Confirmer l’envoi' }));
    const dialog = screen.getByRole('dialog');
    within(dialog).getByText(/Un courrier n’est pas parti/);
    await user.click(within(dialog).getByRole('button', { name: 'Confirmer l’envoi' }));
    await screen.findByText('L’envoi est noté.');
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      except: [batch.items[1]?.noticeId],
      numbers: [{ noticeId: batch.items[0]?.noticeId, number: '3232 0000 1111' }],
    });
  });

  test('says what is wrong before anything is sent: a number, or that nothing left', async () => {
    const { seen, user } = open();
    await user.type(await screen.findByLabelText(/recommandé pour Noa Peeters/), '??');
    await user.click(screen.getByRole('button', { name: 'Confirmer l’envoi' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Un numéro n’est pas lisible');
    expect(document.activeElement).toBe(screen.getByLabelText(/recommandé pour Noa Peeters/));
    for (const name of ['Noa Peeters', 'Léa Maes'])
      await user.click(screen.getByLabelText(new RegExp(`${name} n’est pas parti`)));
    expect((await screen.findByRole('alert')).textContent).toContain('Aucun courrier n’est parti');
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('asks before it is printed again or given up', async () => {
    const { seen, user } = open({
      [`DELETE ${address}`]: () => ({ body: { ...batch, state: 'givenUp' as const } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Réimprimer' }));
    const again = screen.getByRole('dialog');
    within(again).getByText(/Détruisez les feuilles/);
    await user.click(within(again).getByRole('button', { name: 'Annuler' }));
    await user.click(screen.getByRole('button', { name: 'Abandonner' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Abandonner' }));
    await screen.findByText('Le lot est abandonné.');
    expect(seen.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });
});

test('a batch of nothing is refused in words of the reader', async () => {
  const { user } = openDesk({
    address: '/desk/post-room/batches',
    session: agentSession,
    answers: {
      'GET /api/print-batches': () => ({ body: [] }),
      'POST /api/print-batches': () => refusal(409, 'NOTHING_TO_PRINT'),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Préparer un lot' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Préparer un lot' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Aucun courrier n’attend d’être imprimé');
});

describe('with whom letters leave', () => {
  const carriers: CarrierView[] = [
    { channel: 'registered', isConfigured: true, account: null, isOn: false, revision: 0 },
    { channel: 'ebox', isConfigured: false, account: null, isOn: false, revision: 0 },
  ];

  test('is said with a number of contract, after a question; a way without a carrier says so', async () => {
    let isSaved = false;
    const saved = { ...carriers[0], account: '00012345', isOn: true, revision: 1 };
    const { seen, user } = openDesk({
      address: '/desk/administration/carriers',
      session: administratorSession,
      answers: {
        'GET /api/carriers': () => ({ body: isSaved ? [saved, carriers[1]] : carriers }),
        'PUT /api/carriers': () => {
          isSaved = true;
          return { body: saved };
        },
      },
    });
    await screen.findByText(/aucun transporteur pour cette voie/);
    const save = screen.getByRole('button', { name: 'Enregistrer' });
    await user.click(save);
    await screen.findByText('Indiquez le numéro de contrat.');
    await user.type(screen.getByLabelText(/Numéro de contrat/), '00012345');
    await user.click(screen.getByLabelText(/Remettre les courriers/));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('C’est enregistré.');
    expect(save.isConnected).toBe(true);
    expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({
      channel: 'registered',
      account: '00012345',
      isOn: true,
      revision: 0,
    });
  });
});
