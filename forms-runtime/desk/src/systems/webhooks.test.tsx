import { refusal } from '@irisflow/frame/testing';
import type { DeliveryView, WebhookView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/webhooks';
const webhook: WebhookView = {
  id: 'webhook-of-finance-001',
  name: 'Comptabilité',
  url: 'https://compta.example.be/irisflow',
  events: ['case.opened', 'case.decided'],
  procedures: null,
  state: 'active',
  stopReason: null,
  stoppedAt: null,
  createdAt: '2026-11-19T09:00:00.000Z',
  createdBy: 'Karim Haddad',
  waiting: 2,
  lastDeliveredAt: null,
};
const stopped: WebhookView = {
  ...webhook,
  state: 'stopped',
  stopReason: 'failing',
  stoppedAt: '2026-11-22T09:00:00.000Z',
};
const waiting: DeliveryView = {
  id: 'delivery-of-finance-01',
  event: 'case.opened',
  at: '2026-11-20T09:00:00.000Z',
  caseId: 'case-of-somebody-0001',
  state: 'waiting',
  attempts: 3,
  nextAt: '2026-11-20T10:00:00.000Z',
  lastAt: '2026-11-20T09:30:00.000Z',
  lastStatus: 503,
  lastTrouble: null,
};
const failed: DeliveryView = {
  ...waiting,
  id: 'delivery-of-finance-00',
  event: 'trial',
  caseId: null,
  state: 'failed',
  nextAt: null,
  lastStatus: null,
  lastTrouble: 'refusedAddress',
};

const open = (address: string, answers: Answers = {}) =>
  openDesk({
    address: `/desk/administration/webhooks${address}`,
    session: administratorSession,
    answers: {
      'GET /api/administration/processing': () => ({ body: [] }),
      [`GET ${path}`]: () => ({ body: [webhook] }),
      [`POST ${path}`]: () => ({ body: { secret: 'whsec_once', webhook } }),
      [`GET ${path}/${webhook.id}/deliveries`]: () => ({
        body: { items: [waiting, failed], total: 2, nextCursor: null },
      }),
      [`POST ${path}/${webhook.id}/trial`]: () => ({ body: { ...waiting, caseId: null, event: 'trial' } }),
      [`POST ${path}/${webhook.id}/secret`]: () => ({ body: { secret: 'whsec_new', webhook } }),
      [`POST ${path}/${webhook.id}/restart`]: () => ({ body: webhook }),
      [`POST ${path}/${webhook.id}/deliveries/${waiting.id}/again`]: () => ({ body: waiting }),
      [`DELETE ${path}/${webhook.id}`]: () => ({ status: 204 }),
      ...answers,
    },
  });

const rowOf = (text: HTMLElement) => within(text.closest('tr') as HTMLElement);

describe('the systems that an administration tells', () => {
  test('are listed with what they are told, what waits and whether they take it', async () => {
    open('', { [`GET ${path}`]: () => ({ body: [stopped] }) });
    const row = rowOf(await screen.findByRole('link', { name: 'Comptabilité' }));
    expect(row.getByText('Un dossier est ouvert · Une décision est prise')).toBeTruthy();
    expect(row.getByText('Toutes les démarches, celles à venir aussi')).toBeTruthy();
    expect(row.getByText('Arrêté')).toBeTruthy();
    expect(row.getByText('Le logiciel n’a rien accepté depuis plusieurs jours.')).toBeTruthy();
    expect(row.getByText('2')).toBeTruthy();
  });

  test('are added, and their secret is shown once', async () => {
    const { user, seen } = open('', { [`GET ${path}`]: () => ({ body: [] }) });
    await user.click(await screen.findByRole('button', { name: 'Prévenir un logiciel' }));
    const form = within(screen.getByRole('dialog'));
    await user.type(form.getByLabelText('Nom'), 'Comptabilité');
    await user.type(form.getByLabelText('Adresse'), webhook.url);
    await user.click(form.getByRole('button', { name: 'Prévenir un logiciel' }));
    expect(form.getByText('Choisissez au moins un événement.')).toBeTruthy();
    await user.click(form.getByLabelText('Un dossier est ouvert'));
    await user.click(form.getByLabelText('Toutes les démarches, celles à venir aussi'));
    await user.click(form.getByRole('button', { name: 'Prévenir un logiciel' }));
    const made = within(await screen.findByRole('dialog', { name: 'Secret de signature' }));
    expect(made.getByLabelText<HTMLInputElement>('Secret de signature', { selector: 'input' }).value).toBe(
      'whsec_once',
    );
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Comptabilité',
      url: webhook.url,
      events: ['case.opened'],
      procedures: null,
    });
  });

  test('have an address that the platform reaches, or the field says why not', async () => {
    const problem = refusal(422, 'INPUT_INVALID', [{ pointer: '/url', keyword: 'privateHost' }]);
    const { user } = open('', { [`POST ${path}`]: () => problem });
    await user.click(await screen.findByRole('button', { name: 'Prévenir un logiciel' }));
    const form = within(screen.getByRole('dialog'));
    await user.type(form.getByLabelText('Nom'), 'x');
    await user.type(form.getByLabelText('Adresse'), 'https://10.0.0.1/');
    await user.click(form.getByLabelText('Un dossier est ouvert'));
    await user.click(form.getByLabelText('Toutes les démarches, celles à venir aussi'));
    await user.click(form.getByRole('button', { name: 'Prévenir un logiciel' }));
    expect(await form.findByText(/Cette adresse est privée/)).toBeTruthy();
    expect(document.activeElement).toBe(form.getByLabelText('Adresse'));
  });
});

describe('one of them', () => {
  const one = `/${webhook.id}`;

  test('shows what became of each message, and sends one again', async () => {
    const { user, seen } = open(one);
    const row = rowOf(await screen.findByRole('link', { name: 'Un dossier est ouvert' }));
    expect(row.getByText('En attente')).toBeTruthy();
    expect(row.getByText('3 tentatives')).toBeTruthy();
    expect(row.getByText(/Prochaine tentative/)).toBeTruthy();
    expect(row.getByText('Réponse 503')).toBeTruthy();
    expect(screen.getByText('Adresse privée, refusée')).toBeTruthy();
    await user.click(row.getByRole('button', { name: /Renvoyer/ }));
    expect(await screen.findByText('Le message repart')).toBeTruthy();
    expect(seen.some(({ path: asked }) => asked.endsWith(`${waiting.id}/again`))).toBe(true);
  });

  test('is tried', async () => {
    const { user } = open(one);
    await user.click(await screen.findByRole('button', { name: 'Envoyer un essai' }));
    expect(await screen.findByText('L’essai part')).toBeTruthy();
  });

  test('gets a new secret after a question, shown once', async () => {
    const { user } = open(one);
    await user.click(await screen.findByRole('button', { name: 'Changer le secret' }));
    const asked = within(screen.getByRole('dialog'));
    expect(asked.getByText(/avec les deux secrets pendant un jour/)).toBeTruthy();
    await user.click(asked.getByRole('button', { name: 'Changer le secret' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Secret de signature', { selector: 'input' })).value).toBe(
      'whsec_new',
    );
  });

  test('that was stopped says why, and goes on when asked', async () => {
    const { user, seen } = open(one, { [`GET ${path}`]: () => ({ body: [stopped] }) });
    expect(await screen.findByText(/L’envoi est arrêté depuis/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Envoyer un essai' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Reprendre l’envoi' }));
    expect(seen.some(({ method, path: asked }) => method === 'POST' && asked.endsWith('/restart'))).toBe(true);
  });

  test('is removed after a question', async () => {
    let there = [webhook];
    const { user, seen } = open(one, {
      [`GET ${path}`]: () => ({ body: there }),
      [`DELETE ${path}/${webhook.id}`]: () => {
        there = [];
        return { status: 204 };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Retirer' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('« Comptabilité » n’est plus prévenu')).toBeTruthy();
    expect(await screen.findByText('Aucun logiciel n’est prévenu')).toBeTruthy();
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  test('that is not there says so', async () => {
    open('/somebody-elses-webhook');
    expect(await screen.findByText(/n’existe pas/)).toBeTruthy();
  });
});
