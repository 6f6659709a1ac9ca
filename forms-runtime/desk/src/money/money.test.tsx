import type { ReceivablePage, ReceivableView, SessionView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { accountantSession, agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'r'.repeat(22);
const listed: ReceivablePage['items'][number] = {
  id,
  administration: 'bh',
  caseId: 'c1',
  kind: 'fee',
  label: text('Redevance de marché'),
  communication: '+++090/9337/55493+++',
  askedOn: '2026-11-02',
  dueOn: '2026-12-02',
  state: 'partlyPaid',
  amount: '1200.00',
  paid: '200.10',
  rest: '999.90',
  refundDue: '0.00',
  debtor: 'Noa Peeters',
};
const entry = { at: '2026-11-02T09:00:00.000Z', reason: null, reverses: null, isReversed: false };
const receivable: ReceivableView = {
  ...listed,
  legalReference: 'Règlement du 1er janvier, article 3',
  payee: null,
  payments: [],
  transfer: null,
  plan: {
    grantedOn: '2026-11-05',
    fallenOn: null,
    installments: [{ number: 1, dueOn: '2026-12-02', amount: '999.90', isPaid: false }],
  },
  entries: [
    {
      ...entry,
      id: 'e1',
      number: '1',
      kind: 'charge',
      day: '2026-11-02',
      lines: [
        { account: 'receivable', amount: '1200.00' },
        { account: 'revenue', amount: '-1200.00' },
      ],
    },
    {
      ...entry,
      id: 'e2',
      number: '2',
      kind: 'payment',
      day: '2026-11-10',
      lines: [
        { account: 'cash', amount: '200.10' },
        { account: 'receivable', amount: '-200.10' },
      ],
    },
  ],
  writeOff: null,
};
const asked = {
  id: 'w'.repeat(22),
  receivableId: id,
  reason: 'Introuvable',
  askedAt: entry.at,
  isOwn: false,
  label: listed.label,
  rest: listed.rest,
};
const waiting = {
  id: 'p'.repeat(22),
  day: '2026-11-12',
  channel: 'bank',
  amount: '50.00',
  rest: '50.00',
  reference: 'marché',
  payer: 'N. Peeters',
} as const;

const refused = (code: string) => () => ({ status: 409, body: { status: 409, code, title: 'x', type: 'x' } });

const answers: Answers = {
  'GET /api/receivables': () => ({ body: { items: [listed], total: 1, nextCursor: null, rest: '999.90' } }),
  [`GET /api/receivables/${id}`]: () => ({ body: receivable }),
  'GET /api/payments/unrecognized': () => ({ body: [waiting] }),
};

const open = (address: string, more: Answers = {}, session = accountantSession) =>
  openDesk({ address, session, answers: { ...answers, ...more } });

const expectAccessible = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((violation) => violation.id)).toEqual([]);
};

describe('the books on the desk', () => {
  test('are where an accountant lands, and list what is owed by state and words', async () => {
    const { user, seen } = open('/desk/');
    expect(await screen.findByRole('link', { name: 'Redevance de marché' })).toBeTruthy();
    expect(screen.getByText(/^Reste à payer au total\s: 999,90\s€$/)).toBeTruthy();
    await expectAccessible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Situation' }), 'En retard');
    await user.type(screen.getByRole('searchbox', { name: 'Rechercher' }), 'Peeters');
    await expect.poll(() => JSON.stringify(seen.at(-1))).toMatch(/Peeters/);
    expect(JSON.stringify(seen.at(-1))).toMatch(/overdue/);
  });

  test('show both sides of each entry of a receivable; a payment is reversed with a reason, and a refusal is said', async () => {
    const { user, seen } = open(`/desk/money/${id}`, {
      [`POST /api/receivables/${id}/reversals`]: refused('ENTRY_REVERSED'),
    });
    const lines = within(await screen.findByRole('table', { name: 'Lignes de l’écriture n°\u00a02' }));
    expect(lines.getAllByRole('row').map((row) => row.textContent.replaceAll(/\s/gu, ' '))).toEqual([
      'CompteDébitCrédit',
      'Caisse200,10 €',
      'Créances200,10 €',
    ]);
    expect(screen.queryByRole('link', { name: 'Ouvrir le dossier' })).toBeNull();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Extourner l’écriture n°\u00a02' }));
    const dialog = within(screen.getByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Extourner' });
    await user.click(confirm);
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'Motif' }), 'Faux billet');
    await user.click(confirm);
    expect(await dialog.findByText('Cette écriture est déjà extournée')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ entryId: 'e2', reason: 'Faux billet' });
  });

  test('take a payment at the counter to the cent', async () => {
    const { user, seen } = open(`/desk/money/${id}`, {
      'POST /api/payments': () => ({ body: { paymentId: 'p1', receivableId: id } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Encaisser un paiement' }));
    const dialog = within(screen.getByRole('dialog'));
    const amount = dialog.getByRole('textbox', { name: 'Montant' });
    await user.clear(amount);
    await user.type(amount, '0,001');
    await user.click(dialog.getByRole('button', { name: 'Encaisser un paiement' }));
    expect(dialog.getByText(/^Indiquez un montant/)).toBeTruthy();
    await user.clear(amount);
    await user.type(amount, '70,1');
    await user.click(dialog.getByRole('button', { name: 'Encaisser un paiement' }));
    await screen.findByText('Paiement enregistré');
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      channel: 'counter',
      amount: '70.10',
      payer: 'Noa Peeters',
      receivableId: id,
    });
  });

  test('let a colleague approve a write-off, and nobody their own', async () => {
    const { user, seen } = open(`/desk/money/${id}`, {
      [`GET /api/receivables/${id}`]: () => ({ body: { ...receivable, writeOff: asked } }),
      [`POST /api/write-offs/${asked.id}/decision`]: () => ({ body: { ...receivable, state: 'writtenOff' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Approuver' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Approuver' }));
    await screen.findByText('Mise en non-valeur approuvée');
    expect(screen.getByText('Non-valeur')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ isApproved: true });
    closeDesk();
    open(`/desk/money/${id}`, {
      [`GET /api/receivables/${id}`]: () => ({ body: { ...receivable, writeOff: { ...asked, isOwn: true } } }),
    });
    expect(await screen.findByText(/^Vous l’avez proposée vous-même/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approuver' })).toBeNull();
  });

  test('allot a payment that nobody recognized', async () => {
    const { user, seen } = open('/desk/money/unrecognized', {
      [`POST /api/payments/${waiting.id}/allotments`]: () => ({ body: receivable }),
    });
    expect(await screen.findByRole('link', { current: 'page', name: 'Paiements non reconnus' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /^Attribuer le paiement de 50,00/ }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(await dialog.findByRole('radio', { name: /Noa Peeters/ }));
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Attribuer' }));
    await screen.findByText('Paiement attribué');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({ receivableId: id, amount: '50.00' });
  });

  test('go to the account that an administrator names', async () => {
    const administrator: SessionView = {
      ...agentSession,
      person: agentSession.person && {
        ...agentSession.person,
        roles: ['administrator'],
        administration: { key: 'bh', name: text('Logement') },
      },
    };
    const put = [
      { status: 400, body: { status: 400, code: 'INPUT_INVALID', title: 'x', type: 'x' } },
      { body: { iban: 'BE71 0961 2345 6769', name: 'Logement', revision: 1 } },
    ];
    const { user } = open(
      '/desk/administration/payee',
      { 'GET /api/payee': () => ({ body: null }), 'PUT /api/payee': () => put.shift() ?? { body: null } },
      administrator,
    );
    const save = async (): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
      await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Changer de compte' }));
    };
    await user.type(await screen.findByRole('textbox', { name: 'Numéro de compte (IBAN)' }), 'BE71');
    await user.type(screen.getByRole('textbox', { name: 'Titulaire du compte' }), 'Logement');
    await save();
    expect(await screen.findByText(/^Ce numéro de compte n’est pas valable/)).toBeTruthy();
    await save();
    expect(await screen.findByText('Compte enregistré')).toBeTruthy();
  });
});
