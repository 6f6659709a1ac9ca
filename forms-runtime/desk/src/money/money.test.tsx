import type {
  PaymentView,
  ReceivablePage,
  ReceivableView,
  SessionView,
  StatementView,
  WaitingPayment,
} from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { accountantSession, agentSession } from '../testing/sample-views.ts';

afterEach(() => {
  closeDesk();
  vi.unstubAllGlobals();
});

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
  disputedOn: null,
  state: 'partlyPaid',
  amount: '1200.00',
  paid: '200.10',
  rest: '999.90',
  refundDue: '0.00',
  next: { amount: '999.90', dueOn: '2026-12-02' },
  debtor: 'Noa Peeters',
};
const entry = { at: '2026-11-02T09:00:00.000Z', reason: null, reverses: null, isReversed: false };
const receivable: ReceivableView = {
  ...listed,
  legalReference: 'Règlement du 1er janvier, article 3',
  payee: null,
  payments: [],
  steps: [{ step: 'formalNotice', day: '2026-12-18' }],
  transfer: null,
  plan: {
    grantedOn: '2026-11-05',
    fallenOn: null,
    fallsOn: null,
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
const waiting: WaitingPayment = {
  id: 'p'.repeat(22),
  day: '2026-11-12',
  channel: 'statement',
  amount: '50.00',
  rest: '50.00',
  refundDue: '0.00',
  reference: 'marché',
  payer: 'PEETERS NOA',
  note: 'Appelée, sans réponse',
  proposal: null,
};
const { label, debtor, communication, dueOn, rest } = listed;
const proposal = { receivableId: id, label, debtor, communication, dueOn, rest, reasons: ['name' as const] };
const payment: PaymentView = {
  ...waiting,
  notes: [{ text: 'Appelée, sans réponse', at: entry.at, by: 'Ada' }],
  entries: [
    {
      ...entry,
      id: 'e7',
      number: '7',
      kind: 'payment',
      day: '2026-11-12',
      lines: [
        { account: 'bank', amount: '50.00' },
        { account: 'suspense', amount: '-50.00' },
      ],
      receivable: null,
    },
    {
      ...entry,
      id: 'e8',
      number: '8',
      kind: 'allotment',
      day: '2026-11-13',
      lines: [
        { account: 'suspense', amount: '10.00' },
        { account: 'receivable', amount: '-10.00' },
      ],
      receivable: { id, label },
    },
  ],
  proposals: [proposal],
};
const statement: StatementView = {
  id: 's'.repeat(22),
  account: 'BE68 5390 0754 7034',
  form: 'coda',
  number: '012',
  closedOn: '2026-11-12',
  opening: '100.00',
  closing: '150.00',
  came: '50.00',
  went: '0.00',
  movements: 2,
  booked: 1,
  isBooked: false,
  importedAt: entry.at,
  missingBefore: 2,
  otherBalance: '90.00',
  fileName: 'november.cod',
  importedBy: 'Ada',
  counts: { waiting: 1, matched: 0, unmatched: 1, tookBack: 0, outgoing: 0, settled: 0, cameBack: 0, misfit: 0 },
};
const movement = {
  place: 1,
  amount: '50.00',
  bookedOn: '2026-11-12',
  valueOn: null,
  counterparty: 'PEETERS NOA',
  counterpartyAccount: 'BE71096123456769',
  communication: 'marché',
  returnReason: null,
  state: 'unmatched',
  paymentId: waiting.id,
  batchId: null,
  misfit: null,
} as const;

const refused = (code: string) => () => ({ status: 409, body: { status: 409, code, title: 'x', type: 'x' } });

const answers: Answers = {
  'GET /api/receivables': () => ({ body: { items: [listed], total: 1, nextCursor: null, rest: '999.90' } }),
  [`GET /api/receivables/${id}`]: () => ({ body: receivable }),
  'GET /api/payments/waiting': () => ({ body: { items: [waiting], total: 1, nextCursor: null } }),
  [`GET /api/payments/${waiting.id}`]: () => ({ body: payment }),
  'GET /api/statements': () => ({ body: { items: [statement], total: 1, nextCursor: null } }),
  [`GET /api/statements/${statement.id}`]: () => ({ body: statement }),
  [`GET /api/statements/${statement.id}/movements`]: () => ({
    body: { items: [movement], total: 1, nextCursor: null },
  }),
};

/** Uploads go by a request that tells how far it is, which nothing else does. */
const answering = (replies: { readonly status: number; readonly body: unknown }[]) =>
  class extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = '';
    open = (): void => undefined;
    setRequestHeader = (): void => undefined;
    send = (): void => {
      const { status, body } = replies.shift() ?? { status: 500, body: null };
      this.status = status;
      this.responseText = JSON.stringify(body);
      this.dispatchEvent(new Event('load'));
    };
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

  test('allot a payment that nobody recognized to several receivables, and no more than waits', async () => {
    const other = { ...listed, id: 'o'.repeat(22), debtor: 'Tom Claes', rest: '20.00' };
    const { user, seen } = open('/desk/money/unrecognized', {
      'GET /api/receivables': () => ({ body: { items: [listed, other], total: 2, nextCursor: null, rest: '1019.90' } }),
      [`POST /api/payments/${waiting.id}/allotments`]: () => ({ body: { ...payment, rest: '0.00' } }),
    });
    expect(await screen.findByRole('link', { current: 'page', name: 'Paiements non reconnus' })).toBeTruthy();
    expect(await screen.findByText(/Appelée, sans réponse/)).toBeTruthy();
    await expectAccessible();
    await user.click(await screen.findByRole('button', { name: /^Attribuer le paiement de 50,00/ }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(await dialog.findByRole('checkbox', { name: /Tom Claes/ }));
    await user.click(dialog.getByRole('checkbox', { name: /Noa Peeters/ }));
    const part = dialog.getByRole('textbox', { name: /^Montant pour .*Noa Peeters/ });
    await user.clear(part);
    await user.type(part, '30,01');
    expect(dialog.getByText(/de trop/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Attribuer' }));
    expect(seen.some(({ method }) => method === 'POST')).toBe(false);
    await user.clear(part);
    await user.type(part, '30');
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: 'Attribuer' }));
    await screen.findByText('Paiement attribué');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      parts: [
        { receivableId: other.id, amount: '20.00' },
        { receivableId: id, amount: '30.00' },
      ],
    });
  });

  test('show a payment with what it may be for; what the bank said is not taken out, a wrong allotment is', async () => {
    const { user, seen } = open(`/desk/money/payments/${waiting.id}`, {
      [`POST /api/payments/${waiting.id}/reversals`]: () => ({ body: payment }),
      [`POST /api/payments/${waiting.id}/refund`]: () => ({ body: { ...payment, rest: '0.00', refundDue: '50.00' } }),
      [`POST /api/payments/${waiting.id}/notes`]: () => ({ body: payment }),
    });
    expect(await screen.findByText('Le payeur porte le nom du débiteur.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Extourner l’écriture n°\u00a07' })).toBeNull();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Extourner l’écriture n°\u00a08' }));
    await user.type(screen.getByRole('textbox', { name: 'Motif' }), 'Mauvais débiteur');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Extourner' }));
    await screen.findByText('Paiement extourné');
    await user.click(screen.getByRole('button', { name: 'Ajouter une note' }));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Écrit');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ajouter une note' }));
    await screen.findByText('Note ajoutée');
    await user.click(screen.getByRole('button', { name: 'À rembourser' }));
    await user.type(screen.getByRole('textbox', { name: 'Motif' }), 'Pas pour nous');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'À rembourser' }));
    await screen.findByText('Paiement à rembourser');
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { entryId: 'e8', reason: 'Mauvais débiteur' },
      { text: 'Écrit' },
      { amount: '50.00', reason: 'Pas pour nous' },
    ]);
    expect(screen.queryByRole('button', { name: 'Attribuer' })).toBeNull();
  });

  test('list statements with what is missing between them, and say why a file is not taken', async () => {
    const known = { pointer: '/file', keyword: 'known', params: { importedAt: entry.at, number: '012' } };
    const broken = { pointer: '/file', keyword: 'BALANCE', params: { expected: 'x', found: 'y', line: 12 } };
    const replies = [
      { status: 409, body: { status: 409, code: 'STATEMENT_KNOWN', title: 'x', type: 'x', errors: [known] } },
      { status: 422, body: { status: 422, code: 'STATEMENT_UNREADABLE', title: 'x', type: 'x', errors: [broken] } },
    ];
    vi.stubGlobal('XMLHttpRequest', answering(replies));
    const { user } = open('/desk/money/statements');
    expect(await screen.findByRole('link', { name: /^N°\s012/ })).toBeTruthy();
    expect(screen.getByText(/Il manque 2 extraits/)).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Importer un extrait' }));
    const dialog = within(screen.getByRole('dialog'));
    const send = dialog.getByRole('button', { name: 'Importer un extrait' });
    await user.click(send);
    expect(dialog.getByText('Choisissez un fichier.')).toBeTruthy();
    const chooser = screen.getByRole('dialog').querySelector('input[type=file]');
    await user.upload(chooser as HTMLInputElement, new File(['x'], 'x.cod'));
    await user.click(send);
    expect(await dialog.findByText(/Rien n’est comptabilisé deux fois/)).toBeTruthy();
    await user.click(send);
    expect(await dialog.findByText(/ne mènent pas du premier solde au dernier\. \(ligne\s12\)/)).toBeTruthy();
    await expectAccessible();
  });

  test('show how far a statement is booked, and what became of each movement', async () => {
    const { user, seen } = open(`/desk/money/statements/${statement.id}`);
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    expect(screen.getByText(/^Comptabilisés\s: 1 sur 2/)).toBeTruthy();
    expect((await screen.findByRole('link', { name: /^Paiement de 50,00/ })).getAttribute('href')).toBe(
      `/desk/money/payments/${waiting.id}`,
    );
    await expectAccessible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Suite' }), 'unmatched');
    await expect.poll(() => JSON.stringify(seen)).toMatch(/unmatched/);
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
