import type { IncomingDeliveryView, IncomingWebhookView } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/incoming-webhooks';
const same = (text: string) => ({ fr: text, nl: text, en: text });
const webhook: IncomingWebhookView = {
  id: 'webhook-of-a-garage-01',
  name: 'Contrôle technique',
  address: 'https://irisflow.example.be/api/hooks/webhook-of-a-garage-01',
  procedureKey: 'parking',
  message: 'garage.reported',
  verifies: 'signature',
  caseFrom: 'body.case',
  fields: [{ name: 'result', value: 'body.outcome' }],
  createdAt: '2026-11-19T09:00:00.000Z',
  createdBy: 'Karim Haddad',
  lastTakenAt: null,
};
const taken: IncomingDeliveryView = {
  id: 'delivery-of-a-garage-1',
  senderId: 'm-1',
  at: '2026-11-20T09:00:00.000Z',
  refusal: null,
  caseId: 'case-of-somebody-0001',
  repeats: 2,
};
const refused: IncomingDeliveryView = {
  ...taken,
  id: 'delivery-of-a-garage-2',
  senderId: null,
  refusal: 'unsigned',
  caseId: null,
  repeats: 0,
};

const open = (address: string, answers: Answers = {}) =>
  openDesk({
    address: `/desk/administration/incoming-webhooks${address}`,
    session: administratorSession,
    answers: {
      'GET /api/administration/processing': () => ({
        body: [{ procedureKey: 'parking', title: same('Stationnement') }],
      }),
      [`GET ${path}`]: () => ({ body: [webhook] }),
      [`POST ${path}`]: () => ({ body: { secret: 'whsec_once', webhook } }),
      [`GET ${path}/${webhook.id}/deliveries`]: () => ({
        body: { items: [taken, refused], total: 2, nextCursor: null },
      }),
      [`POST ${path}/${webhook.id}/secret`]: () => ({ body: { secret: 'whsec_new', webhook } }),
      [`DELETE ${path}/${webhook.id}`]: () => ({ status: 204 }),
      ...answers,
    },
  });

const fill = async ({ user }: ReturnType<typeof open>) => {
  await user.click(await screen.findByRole('button', { name: 'Créer une adresse' }));
  const form = within(screen.getByRole('dialog'));
  await user.type(form.getByLabelText('Nom'), 'Contrôle technique');
  await user.selectOptions(form.getByLabelText('Démarche'), 'Stationnement');
  await user.type(form.getByLabelText('Message du processus'), 'garage.reported');
  await user.type(form.getByLabelText('Ce que le processus lit'), 'result = body.outcome');
  return { ...form, make: () => user.click(form.getByRole('button', { name: 'Créer une adresse' })) };
};

describe('addresses at which other systems tell cases something', () => {
  test('are listed with the message and the procedure that each is for', async () => {
    open('');
    const link = await screen.findByRole('link', { name: 'Contrôle technique' });
    const row = within(link.closest('tr') as HTMLElement);
    expect(row.getByText('garage.reported')).toBeTruthy();
    expect(await row.findByText('Stationnement')).toBeTruthy();
  });

  test('say what they are for where there are none', async () => {
    open('', { [`GET ${path}`]: () => ({ body: [] }) });
    expect(await screen.findByText('Aucun logiciel n’envoie de messages')).toBeTruthy();
  });

  test('are made, and their secret is shown once', async () => {
    const desk = open('');
    const { make } = await fill(desk);
    await make();
    const made = within(await screen.findByRole('dialog', { name: 'Secret de l’adresse' }));
    expect(made.getByLabelText<HTMLInputElement>('Secret de l’adresse', { selector: 'input' }).value).toBe(
      'whsec_once',
    );
    expect(desk.seen.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Contrôle technique',
      procedureKey: 'parking',
      message: 'garage.reported',
      verifies: 'signature',
      caseFrom: 'body.case',
      fields: [{ name: 'result', value: 'body.outcome' }],
    });
  });

  test('ask for what is missing before anything is sent', async () => {
    const { user, seen } = open('');
    await user.click(await screen.findByRole('button', { name: 'Créer une adresse' }));
    const form = within(screen.getByRole('dialog'));
    await user.click(form.getByRole('button', { name: 'Créer une adresse' }));
    expect(form.getByText('Choisissez une démarche.')).toBeTruthy();
    expect(form.getByText(/Donnez un nom à vous de deux mots/)).toBeTruthy();
    expect(seen.some(({ method }) => method === 'POST')).toBe(false);
  });

  test('say beside its field what the platform refuses', async () => {
    const problem = refusal(422, 'INPUT_INVALID', [{ pointer: '/fields/0/value', keyword: 'feel' }]);
    const { make, findByText } = await fill(open('', { [`POST ${path}`]: () => problem }));
    await make();
    expect(await findByText(/Écrivez chaque ligne ainsi/)).toBeTruthy();
  });
});

describe('one of them', () => {
  test('shows what came, what became of it and why', async () => {
    open(`/${webhook.id}`);
    expect(await screen.findByText('Accepté')).toBeTruthy();
    expect(screen.getByText(/Reçu 2 fois de plus/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ouvrir le dossier' }).getAttribute('href')).toContain(taken.caseId);
    expect(screen.getByText('Rien ne prouve qui l’envoie')).toBeTruthy();
    expect(screen.getByText('result = body.outcome')).toBeTruthy();
  });

  test('gets a new secret after a question; it is gone once its dialog is closed', async () => {
    const { user } = open(`/${webhook.id}`);
    await user.click(await screen.findByRole('button', { name: 'Changer le secret' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Changer le secret' }));
    const shown = within(await screen.findByRole('dialog', { name: 'Secret de l’adresse' }));
    expect(shown.getByDisplayValue('whsec_new')).toBeTruthy();
    await user.click(shown.getByRole('button', { name: 'J’ai rangé le secret' }));
    await user.click(screen.getByRole('button', { name: 'Changer le secret' }));
    expect(screen.queryByDisplayValue('whsec_new')).toBeNull();
  });

  test('is removed after a question, and one goes back to the list', async () => {
    const { user, seen } = open(`/${webhook.id}`);
    await user.click(await screen.findByRole('button', { name: 'Retirer' }));
    const asked = within(screen.getByRole('dialog'));
    expect(asked.getByText(/L’adresse n’existe plus/)).toBeTruthy();
    await user.click(asked.getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText(/n’envoie plus rien ici/)).toBeTruthy();
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });
});
