import type { CampaignChoices, CampaignPlan, CampaignView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, communicatorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'k'.repeat(22);
const plan: CampaignPlan = {
  name: 'Renouvellements du printemps',
  title: text('Renouvelez votre emplacement'),
  purpose: text('Votre emplacement prend fin.'),
  legalBasis: text('Règlement, article 4'),
  ground: 'task',
  selection: {
    from: 'rights',
    procedureKey: 'market-stall',
    kind: 'stall',
    states: ['active'],
    ends: { from: '2026-12-01', days: 90 },
    where: [{ field: 'market', is: 'Flagey' }],
    language: null,
    without: null,
  },
  procedureKey: 'market-stall',
  link: 'renewalOf',
  letter: 'renewal',
  beginsOn: '2026-12-01',
  endsOn: '2027-01-31',
  perDay: 500,
  perHour: 100,
  officeHours: true,
  stopShare: 5,
};
const choices: CampaignChoices = [
  {
    procedureKey: 'market-stall',
    title: text('Emplacement de marché'),
    letters: [{ key: 'renewal', subject: text('Votre emplacement prend fin') }],
    kinds: [
      {
        key: 'stall',
        name: text('Emplacement'),
        states: [{ key: 'active', label: text('En cours') }],
        fields: [{ name: 'market', label: text('Marché'), values: [{ value: 'Flagey', label: text('Place Flagey') }] }],
      },
    ],
  },
];
const nobody = { answered: 0, objected: 0, changed: 0, unreachable: 0, unwritten: 0 };
const campaign: CampaignView = {
  id,
  name: plan.name,
  title: plan.title,
  state: 'running',
  beginsOn: plan.beginsOn,
  endsOn: plan.endsOn,
  recipients: 312,
  sent: 200,
  answered: 40,
  revision: 1,
  plan,
  procedureTitle: text('Emplacement de marché'),
  letterSubject: text('Votre emplacement prend fin'),
  pausedBecause: null,
  may: { change: false, start: false, steer: true },
  numbers: {
    recipients: 312,
    waiting: 109,
    sent: 200,
    delivered: 150,
    read: 120,
    returned: 2,
    skipped: { ...nobody, objected: 3 },
    begun: 60,
    answered: 40,
    byInvitation: 35,
  },
  drawn: { at: '2026-12-01T07:00:00.000Z', leftOut: [{ reason: 'unreachable', count: 14 }] },
  history: [{ at: '2026-11-30T09:00:00.000Z', act: 'started', by: 'Sofie De Smet', reason: null }],
};
const proposed: CampaignView = {
  ...campaign,
  state: 'proposed',
  may: { change: true, start: true, steer: false },
  drawn: null,
};
const count = {
  letters: 312,
  parties: 300,
  byLanguage: { fr: 200, nl: 112, en: 0 },
  onPaper: 40,
  leftOut: [
    { reason: 'objected', count: 3 },
    { reason: 'unreachable', count: 14 },
  ],
};

const answersWith = (shown: CampaignView): Answers => ({
  'GET /api/campaigns': () => ({ body: { items: [shown], total: 1, nextCursor: null } }),
  'GET /api/campaign-choices': () => ({ body: choices }),
  'POST /api/campaign-selections': () => ({ body: count }),
  'POST /api/campaigns': () => ({ body: campaign }),
  [`GET /api/campaigns/${id}`]: () => ({ body: shown }),
  [`POST /api/campaigns/${id}/start`]: () => ({ body: campaign }),
  [`POST /api/campaigns/${id}/pause`]: () => ({ body: { ...campaign, state: 'paused', pausedBecause: 'office' } }),
});

describe('campaigns on the desk', () => {
  test('are listed with how far they are', async () => {
    openDesk({ address: '/desk/campaigns', session: communicatorSession, answers: answersWith(campaign) });
    const link = await screen.findByRole('link', { name: plan.name });
    expect(link.closest('tr')?.textContent).toMatch(/En cours.*200 sur 312.*40/);
  });

  test('are for those alone who may write to many people', async () => {
    openDesk({ address: '/desk/campaigns', session: agentSession, answers: answersWith(campaign) });
    expect(await screen.findByRole('heading', { name: 'Cette page est réservée à la communication' })).toBeTruthy();
  });

  test('say what came of them, and stand still with a reason', async () => {
    const { user, seen } = openDesk({
      address: `/desk/campaigns/${id}`,
      session: communicatorSession,
      answers: answersWith(campaign),
    });
    const results = within(await screen.findByRole('region', { name: 'Résultats' }));
    expect(results.getByText('203 courriers traités sur 312')).toBeTruthy();
    expect(results.getByText('14 sans portail ni adresse')).toBeTruthy();
    expect(results.getByRole('link', { name: /CSV/ }).getAttribute('href')).toBe(
      `/api/campaigns/${id}/results?language=fr`,
    );
    await user.click(screen.getByRole('button', { name: 'Mettre en pause' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Mettre en pause' }));
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
    await user.type(dialog.getByRole('textbox'), 'La loi change');
    await user.click(dialog.getByRole('button', { name: 'Mettre en pause' }));
    expect(await screen.findByText(/Aucun courrier ne part/)).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST')).toMatchObject([{ body: { reason: 'La loi change' } }]);
  });

  test('are started by somebody who sees how many are written to, once more asked', async () => {
    const { user, seen } = openDesk({
      address: `/desk/campaigns/${id}`,
      session: communicatorSession,
      answers: answersWith(proposed),
    });
    expect(await screen.findByText('312 courriers')).toBeTruthy();
    expect(screen.getByText('3 qui s’y opposent')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Lancer' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Lancer' }));
    expect(await screen.findByText('La campagne est lancée')).toBeTruthy();
    expect(seen.some(({ path }) => path === `/api/campaigns/${id}/start`)).toBe(true);
  });

  test('are prepared: what is missing is said, and whom it finds is counted while it is typed', async () => {
    const { user, seen } = openDesk({
      address: '/desk/campaigns/new',
      session: communicatorSession,
      answers: answersWith(campaign),
    });
    await user.click(await screen.findByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByRole('link', { name: 'À qui vous écrivez' })).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Sorte de droit'), 'market-stall/stall');
    await user.selectOptions(screen.getByLabelText('Courrier'), 'renewal');
    expect(await screen.findByText('312 courriers')).toBeTruthy();
    await user.type(screen.getByLabelText('Nom'), plan.name);
    for (const group of ['Titre de l’invitation', 'Raison', 'Base légale']) {
      const fields = within(screen.getByRole('group', { name: new RegExp(`^${group}`) }));
      await user.type(fields.getByLabelText(/^Français/), 'Bonjour');
      await user.type(fields.getByLabelText(/^Nederlands/), 'Dag');
    }
    const last = within(screen.getByRole('group', { name: /^Dernier jour/ }));
    for (const [part, value] of [
      ['Jour', '31'],
      ['Mois', '12'],
      ['Année', '2090'],
    ] as const)
      await user.type(last.getByLabelText(part), value);
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByRole('heading', { name: plan.name })).toBeTruthy();
    expect(seen.find(({ method, path }) => method === 'POST' && path === '/api/campaigns')?.body).toMatchObject({
      name: plan.name,
      title: { fr: 'Bonjour', nl: 'Dag', en: '' },
      selection: { kind: 'stall', states: ['active'], ends: null },
      endsOn: '2090-12-31',
    });
  });
});
