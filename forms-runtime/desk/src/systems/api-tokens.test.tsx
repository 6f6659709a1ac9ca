import type { ApiTokenView, Processing } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/api-tokens';
const title = { fr: 'Carte de riverain', nl: 'Bewonerskaart', en: 'Parking permit' };

const published: Processing = {
  procedureKey: 'parking',
  version: 1,
  title,
  purpose: title,
  legalBasis: [],
  asked: [],
  sources: [],
  others: [],
  retention: [],
  recipients: [],
};
const token: ApiTokenView = {
  id: 'token-of-finance-0001',
  name: 'Comptabilité',
  scopes: ['cases.read', 'files.read'],
  procedures: ['parking'],
  addresses: ['192.0.2.0/24'],
  createdAt: '2026-11-19T09:00:00.000Z',
  createdBy: 'Karim Haddad',
  expiresAt: '2099-01-01T00:00:00.000Z',
  renewedAt: null,
  lastUsedAt: '2026-11-20T09:00:00.000Z',
  lastUsedFrom: '192.0.2.7',
  revokedAt: null,
};
const revoked: ApiTokenView = { ...token, id: 't0', name: 'Essai', revokedAt: '2026-11-19T10:00:00.000Z' };
const inAMonth = new Date(Date.now() + 30 * 86_400_000);

const open = (answers: Answers = {}) =>
  openDesk({
    address: '/desk/administration/api-tokens',
    session: administratorSession,
    answers: {
      'GET /api/administration/processing': () => ({ body: [published] }),
      [`GET ${path}`]: () => ({ body: [token, revoked] }),
      [`POST ${path}`]: () => ({ body: { token: 'ift_once', apiToken: token } }),
      [`POST ${path}/${token.id}/renewal`]: () => ({ body: { token: 'ift_again', apiToken: token } }),
      [`DELETE ${path}/${token.id}`]: () => ({ status: 204 }),
      ...answers,
    },
  });

const rowOf = (text: HTMLElement) => within(text.closest('tr') as HTMLElement);
type User = ReturnType<typeof open>['user'];

const typeDay = async (user: User, form: ReturnType<typeof within>, day: Date) => {
  await user.type(form.getByLabelText('Jour'), String(day.getUTCDate()));
  await user.type(form.getByLabelText('Mois'), String(day.getUTCMonth() + 1));
  await user.type(form.getByLabelText('Année'), String(day.getUTCFullYear()));
};

describe('the API tokens of an administration', () => {
  test('say in plain words what each permits, when and from where it was used', async () => {
    open();
    const row = rowOf(await screen.findByText('Comptabilité', { selector: 'strong' }));
    expect(row.getByText('Voir où en sont les dossiers · Lire les dossiers')).toBeTruthy();
    expect(await row.findByText('Carte de riverain')).toBeTruthy();
    expect(row.getByText('Depuis 192.0.2.0/24')).toBeTruthy();
    expect(row.getByText('192.0.2.7')).toBeTruthy();
    expect(row.getByText('Jusqu’au 31/12/2098 inclus')).toBeTruthy();
    expect(rowOf(screen.getByText('Essai', { selector: 'strong' })).queryByRole('button')).toBeNull();
  });

  test('with none yet say what to do first', async () => {
    open({ [`GET ${path}`]: () => ({ body: [] }) });
    expect(await screen.findByText('Il n’y a pas encore de jeton.')).toBeTruthy();
  });

  test('are made with what is needed alone, and shown once', async () => {
    const { user, seen } = open();
    await user.click(await screen.findByRole('button', { name: 'Créer un jeton' }));
    const form = within(screen.getByRole('dialog'));
    await user.click(form.getByRole('button', { name: 'Créer un jeton' }));
    for (const missing of [
      /Donnez un nom/,
      /Choisissez au moins une chose/,
      /Choisissez au moins une démarche/,
      /Donnez le dernier jour/,
    ])
      expect(form.getByText(missing)).toBeTruthy();
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);

    await user.type(form.getByLabelText('Nom du jeton'), 'Comptabilité');
    await user.click(form.getByLabelText(/Voir où en sont les dossiers/));
    await user.click(await form.findByLabelText('Carte de riverain'));
    await typeDay(user, form, inAMonth);
    await user.type(form.getByLabelText(/Adresses d’où il vaut/), '192.0.2.7\n2001:db8::/32');
    await user.click(form.getByRole('button', { name: 'Créer un jeton' }));

    const made = within(await screen.findByRole('dialog', { name: 'Voici le jeton' }));
    expect(made.getByLabelText<HTMLInputElement>('Jeton').value).toBe('ift_once');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Comptabilité',
      scopes: ['cases.read'],
      procedures: ['parking'],
      addresses: ['192.0.2.7', '2001:db8::/32'],
      lastDay: inAMonth.toISOString().slice(0, 10),
    });
    await user.click(made.getByRole('button', { name: 'J’ai rangé le jeton' }));
    expect(document.body.innerHTML).not.toContain('ift_once');
  });

  test('end within a year', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: /Renouveler ?Comptabilité/ }));
    const form = within(screen.getByRole('dialog'));
    await typeDay(user, form, new Date(Date.now() + 400 * 86_400_000));
    await user.click(form.getByRole('button', { name: 'Renouveler' }));
    expect(form.getByText('Choisissez un jour dans l’année qui vient.')).toBeTruthy();
  });

  test('are renewed with a text that is shown once', async () => {
    const { user, seen } = open();
    await user.click(await screen.findByRole('button', { name: /Renouveler ?Comptabilité/ }));
    const form = within(screen.getByRole('dialog'));
    expect(form.getByText(/L’ancien vaut encore un jour/)).toBeTruthy();
    await typeDay(user, form, inAMonth);
    await user.click(form.getByRole('button', { name: 'Renouveler' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Jeton')).value).toBe('ift_again');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      lastDay: inAMonth.toISOString().slice(0, 10),
    });
  });

  test('are revoked after a question', async () => {
    const { user, seen } = open();
    await user.click(await screen.findByRole('button', { name: /Retirer ?Comptabilité/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('Le jeton « Comptabilité » est retiré')).toBeTruthy();
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });
});
