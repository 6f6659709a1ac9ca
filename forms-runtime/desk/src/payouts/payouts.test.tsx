import type { BatchView, PayableView, SessionView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { accountantSession, agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const batchId = 'b'.repeat(22);
const payable: PayableView = {
  id: 'p'.repeat(22),
  administration: 'bh',
  label: text('Allocation de loyer'),
  amount: '160.50',
  dueOn: '2026-12-01',
  state: 'rejected',
  endedOn: '2026-12-02',
  heldOn: null,
  iban: 'BE68 5390 0754 7034',
  caseId: 'c1',
  payee: 'Noa Peeters',
  communication: 'BH-2026-0001 Allocation de loyer',
  orderedOn: '2026-11-25',
  receivableId: null,
  batchId,
  reason: 'AC04 Closed account',
  bankStatus: 'RJCT',
  verification: 'closeMatch',
};
const gathered: BatchView = {
  id: batchId,
  messageId: 'B0123456789ABCDEF0123456789ABCD',
  state: 'gathered',
  executeOn: '2026-12-01',
  madeAt: '2026-11-25T09:00:00.000Z',
  releasedAt: null,
  sentAt: null,
  orders: 2,
  total: '321.00',
  executedOrders: 0,
  executed: '0.00',
  rejectedOrders: 0,
  rejected: '0.00',
  isOwn: false,
  payer: { iban: 'BE71 0961 2345 6769', name: 'Logement' },
  fileHash: null,
  answers: [],
};
const released: BatchView = {
  ...gathered,
  state: 'released',
  releasedAt: '2026-11-25T10:00:00.000Z',
  fileHash: 'a'.repeat(64),
  rejectedOrders: 1,
  rejected: '160.50',
  answers: [{ takenAt: '2026-12-02T09:00:00.000Z', executed: 0, rejected: 1, noted: 0 }],
};

const answers: Answers = {
  'GET /api/payables': () => ({ body: { items: [payable], total: 1, nextCursor: null, amount: '160.50' } }),
  'GET /api/payment-batches': () => ({ body: [gathered] }),
  [`GET /api/payment-batches/${batchId}`]: () => ({ body: gathered }),
};

const open = (address: string, more: Answers = {}, session: SessionView = accountantSession) =>
  openDesk({ address, session, answers: { ...answers, ...more } });

const expectAccessible = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((violation) => violation.id)).toEqual([]);
};

describe('money that goes out on the desk', () => {
  test('is listed with who gets it and why the bank refused it, and gathered into a batch after a look at its sum', async () => {
    const { user, seen } = open('/desk/money/payouts', {
      'POST /api/payment-batches': () => ({ body: gathered }),
    });
    expect(await screen.findByText('AC04 Closed account')).toBeTruthy();
    expect(screen.getByText('Nom du titulaire presque identique')).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Préparer un lot' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText(/^Un paiement, 160,50\s€$/)).toBeTruthy();
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Préparer un lot' }));
    expect(await screen.findByRole('heading', { level: 1, name: /^Lot du/ })).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.path).toBe('/api/payment-batches');
  });

  test('is released by somebody else after a question, and by nobody who gathered it', async () => {
    const { user } = open(`/desk/money/batches/${batchId}`, {
      [`POST /api/payment-batches/${batchId}/release`]: () => ({ body: released }),
    });
    await user.click(await screen.findByRole('button', { name: 'Libérer' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/^321,00\s€ partent du compte BE71 0961 2345 6769/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Libérer' }));
    await screen.findByText('Lot libéré');
    const file = screen.getByRole('link', { name: 'Télécharger le fichier' });
    expect(file.getAttribute('href')).toBe(`/api/payment-batches/${batchId}/file`);
    expect(screen.getByText('a'.repeat(64))).toBeTruthy();
    await expectAccessible();
    closeDesk();
    open(`/desk/money/batches/${batchId}`, {
      [`GET /api/payment-batches/${batchId}`]: () => ({ body: { ...gathered, isOwn: true } }),
    });
    expect(await screen.findByText(/^Vous avez préparé ce lot/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Libérer' })).toBeNull();
  });

  test('says what is wrong with a file of a bank, and changes nothing', async () => {
    const { user } = open('/desk/money/batches', {
      'POST /api/payment-batches/answers': () => ({
        status: 422,
        body: { status: 422, code: 'BANK_FILE_UNKNOWN', title: 'x', type: 'x' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Lire une réponse de la banque' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Lire' }));
    expect(dialog.getByText('Choisissez un fichier.')).toBeTruthy();
    await expectAccessible();
  });

  test('leaves from the account that an administrator names', async () => {
    const administrator: SessionView = {
      ...agentSession,
      person: agentSession.person && {
        ...agentSession.person,
        roles: ['administrator'],
        administration: { key: 'bh', name: text('Logement') },
      },
    };
    const wrong = {
      status: 400,
      code: 'INPUT_INVALID',
      title: 'x',
      type: 'x',
      errors: [{ pointer: '/enterpriseNumber' }],
    };
    const put = [
      { status: 400, body: wrong },
      { body: { iban: 'BE71 0961 2345 6769', name: 'Logement', enterpriseNumber: null, revision: 1 } },
    ];
    const { user } = open(
      '/desk/administration/payer',
      { 'GET /api/payer': () => ({ body: null }), 'PUT /api/payer': () => put.shift() ?? { body: null } },
      administrator,
    );
    const save = async (): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
      await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Changer le compte' }));
    };
    await user.type(await screen.findByRole('textbox', { name: 'Compte (IBAN)' }), 'BE71096123456769');
    await user.type(screen.getByRole('textbox', { name: 'Titulaire du compte' }), 'Logement');
    await save();
    expect(await screen.findByText('Ce numéro d’entreprise n’existe pas.')).toBeTruthy();
    await save();
    expect(await screen.findByText('Compte enregistré')).toBeTruthy();
  });
});
