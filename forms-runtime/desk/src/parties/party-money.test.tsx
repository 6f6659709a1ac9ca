import type { PartyFile, PartyMoney } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const file: PartyFile = {
  id: 'p1',
  kind: 'organization',
  name: 'Boulangerie du Parvis SRL',
  enterpriseNumber: '0401234560',
  seatCommune: '21013',
  language: 'fr',
  boundLanguage: null,
  isNoted: false,
  contact: { email: null, phone: null, address: null },
  reach: { channels: [], byPost: true, email: null },
  labels: [],
  notes: [],
  numbers: [],
  cases: [],
  takesPart: [],
  contacts: [],
  mandates: [],
  merges: [],
};
const money: PartyMoney = {
  receivables: [
    {
      id: 'r'.repeat(22),
      administration: 'bh',
      caseId: 'c1',
      kind: 'fee',
      label: text('Redevance de marché'),
      communication: '+++090/9337/55493+++',
      askedOn: '2026-11-02',
      dueOn: '2026-12-02',
      disputedOn: null,
      state: 'overpaid',
      amount: '250.00',
      paid: '300.00',
      rest: '0.00',
      refundDue: '50.00',
      next: null,
    },
  ],
  payables: [
    {
      id: 'o'.repeat(22),
      administration: 'bh',
      label: text('Redevance de marché'),
      amount: '50.00',
      dueOn: '2026-12-01',
      state: 'executed',
      endedOn: '2026-12-02',
      heldOn: null,
      iban: 'BE68 5390 0754 7034',
      caseId: 'c1',
      payee: 'Boulangerie du Parvis SRL',
      communication: 'BH-2026-0001',
      orderedOn: '2026-11-25',
      receivableId: 'r'.repeat(22),
      batchId: null,
      reason: null,
      bankStatus: null,
      verification: null,
    },
  ],
};

const open = (found: PartyMoney) =>
  openDesk({
    address: '/desk/parties/p1',
    session: agentSession,
    answers: {
      'GET /api/parties/p1': () => ({ body: file }),
      'GET /api/parties/p1/money': () => ({ body: found }),
    },
  });

test('the page of a party shows what it owes and gets, and leads to the cases', async () => {
  open(money);
  const region = within(await screen.findByRole('region', { name: 'Paiements' }));
  const [owed, paid] = await region.findAllByRole('table');
  expect(owed?.textContent).toContain('+++090/9337/55493+++');
  expect(region.getByRole('link', { name: 'Redevance de marché' }).getAttribute('href')).toBe('/desk/cases/c1');
  expect(region.getByRole('heading', { level: 3, name: 'Ce qui lui est payé' })).toBeTruthy();
  expect(paid?.textContent).toContain('Remboursement');
  expect((await axe.run(document.body)).violations).toEqual([]);
});

test('it says nothing of money where there is none', async () => {
  open({ receivables: [], payables: [] });
  expect(await screen.findByRole('heading', { level: 1, name: 'Boulangerie du Parvis SRL' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Paiements' })).toBeNull();
});
