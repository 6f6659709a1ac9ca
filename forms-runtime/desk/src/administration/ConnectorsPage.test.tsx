import { refusal } from '@irisflow/frame/testing';
import type { ConnectorTokenView, RegisteredConnectorView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession, agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/connector-tokens';

const parking: RegisteredConnectorView = {
  type: 'housing.parking-permit',
  version: 3,
  title: { fr: 'Carte de riverain', nl: 'Bewonerskaart', en: 'Parking permit' },
  registeredAt: '2026-11-20T09:00:00.000Z',
  tokenName: 'Parking',
  isServed: false,
};
const token: ConnectorTokenView = {
  id: 't1',
  name: 'Parking',
  types: ['housing.parking-permit'],
  createdAt: '2026-11-19T09:00:00.000Z',
  createdBy: 'Karim Haddad',
  expiresAt: '2099-01-01T00:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
};
const revoked: ConnectorTokenView = { ...token, id: 't0', name: 'Essai', revokedAt: '2026-11-19T10:00:00.000Z' };

const open = (answers: Answers = {}) =>
  openDesk({
    address: '/desk/administration/connectors',
    session: administratorSession,
    answers: {
      'GET /api/administration/connectors': () => ({ body: [parking] }),
      [`GET ${path}`]: () => ({ body: [token, revoked] }),
      [`POST ${path}`]: () => ({ body: { token: 'ifc_once', connectorToken: token } }),
      [`DELETE ${path}/t1`]: () => ({ status: 204 }),
      ...answers,
    },
  });

const rowOf = (text: HTMLElement) => within(text.closest('tr') as HTMLElement);

describe('the connectors of an administration', () => {
  test('are listed with their version, and whether anybody serves them', async () => {
    open();
    const row = rowOf(await screen.findByText('Carte de riverain'));
    expect(row.getByText('3')).toBeTruthy();
    expect(row.getByText('avec le jeton « Parking »')).toBeTruthy();
    expect(row.getByText('Aucun jeton valable')).toBeTruthy();
  });

  test('have tokens, of which one says the last day on which it counts', async () => {
    open();
    const row = rowOf(await screen.findByText('Parking', { selector: 'strong' }));
    expect(row.getByText('Jusqu’au 31/12/2098 inclus')).toBeTruthy();
    expect(row.getByText('Jamais')).toBeTruthy();
    const old = rowOf(screen.getByText('Essai', { selector: 'strong' }));
    expect(old.getByText('Retiré')).toBeTruthy();
    expect(old.queryByRole('button')).toBeNull();
  });

  test('with nothing yet say what to do first', async () => {
    open({ 'GET /api/administration/connectors': () => ({ body: [] }), [`GET ${path}`]: () => ({ body: [] }) });
    expect(await screen.findByText(/Créez un jeton et donnez-le/)).toBeTruthy();
    expect(await screen.findByText('Il n’y a pas encore de jeton.')).toBeTruthy();
  });

  test('out of reach say so', async () => {
    open({ 'GET /api/administration/connectors': () => 'connection lost' });
    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
  });
});

describe('a new token', () => {
  const openForm = async (user: ReturnType<typeof open>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Créer un jeton' }));
    return within(screen.getByRole('dialog'));
  };

  test('says at each field what is wrong', async () => {
    const { user, seen } = open();
    const form = await openForm(user);
    await user.type(form.getByLabelText('Type 1'), 'Carte riverain');
    await user.click(form.getByRole('button', { name: 'Créer un jeton' }));

    expect(form.getByText(/Donnez un nom/)).toBeTruthy();
    expect(form.getByText(/Commencez par une lettre minuscule/)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Ajouter un type' }));
    await user.clear(form.getByLabelText('Type 1'));
    await user.type(form.getByLabelText('Type 1'), 'a');
    await user.type(form.getByLabelText('Type 2'), 'a');
    expect(form.getByText('Ce type est déjà dans la liste.')).toBeTruthy();
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('takes no more than the platform takes, with the key of the administration in front', async () => {
    const { user } = open();
    const form = await openForm(user);
    await user.type(form.getByLabelText('Nom du jeton'), 'n'.repeat(120));
    await user.type(form.getByLabelText('Type 1'), 'a'.repeat(120));
    expect(form.getByLabelText<HTMLInputElement>('Nom du jeton').value).toHaveLength(100);
    expect(`housing.${form.getByLabelText<HTMLInputElement>('Type 1').value}`).toHaveLength(100);
  });

  test('keeps the keyboard where something was added, removed or made', async () => {
    const { user } = open();
    const form = await openForm(user);
    await user.click(form.getByRole('button', { name: 'Ajouter un type' }));
    expect(document.activeElement).toBe(form.getByLabelText('Type 2'));
    await user.click(form.getByRole('button', { name: /Retirer le type ?2/ }));
    expect(document.activeElement).toBe(form.getByLabelText('Type 1'));

    await user.type(form.getByLabelText('Type 1'), 'a');
    await user.type(form.getByLabelText('Nom du jeton'), 'Parking');
    await user.click(form.getByRole('button', { name: 'Créer un jeton' }));
    const made = within(await screen.findByRole('dialog', { name: 'Voici le jeton' }));
    expect(document.activeElement).toBe(made.getByLabelText('Jeton'));
  });

  test('is for types of the administration, whose key is written already; it is shown once', async () => {
    const { user, seen } = open();
    const form = await openForm(user);
    await user.type(form.getByLabelText('Nom du jeton'), 'Parking');
    await user.type(form.getByLabelText('Type 1'), 'parking-permit');
    await user.click(form.getByRole('button', { name: 'Créer un jeton' }));

    const made = within(await screen.findByRole('dialog', { name: 'Voici le jeton' }));
    expect(made.getByLabelText<HTMLInputElement>('Jeton').value).toBe('ifc_once');
    expect(made.getByText(/Il ne sera plus montré/)).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Parking',
      types: ['housing.parking-permit'],
      expiresAt: null,
    });
    await user.click(made.getByRole('button', { name: 'Copier' }));
    expect(await made.findByText('Le jeton est copié')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('ifc_once');

    await user.click(made.getByRole('button', { name: 'J’ai rangé le jeton' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.body.innerHTML).not.toContain('ifc_once');
  });

  test('of a type that the platform has already is refused in the reader’s words', async () => {
    const { user } = open({ [`POST ${path}`]: () => refusal(422, 'CONNECTOR_TYPE_REFUSED') });
    const form = await openForm(user);
    await user.type(form.getByLabelText('Nom du jeton'), 'P');
    await user.type(form.getByLabelText('Type 1'), 'mail');
    await user.click(form.getByRole('button', { name: 'Créer un jeton' }));
    expect(await form.findByText('Ce type de connecteur ne vous appartient pas')).toBeTruthy();
  });

  test('is revoked after a question', async () => {
    const { user, seen } = open();
    await user.click(await screen.findByRole('button', { name: /Retirer ?Parking/ }));
    expect(screen.getByText(/Les étapes de ses types attendent/)).toBeTruthy();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('Le jeton « Parking » est retiré')).toBeTruthy();
    expect(seen.some(({ method, path: asked }) => method === 'DELETE' && asked === `${path}/t1`)).toBe(true);
  });

  test('of somebody who is a clerk only are another’s, which says so and leads back', async () => {
    openDesk({ address: '/desk/administration/connectors', session: agentSession });
    expect(await screen.findByRole('heading', { name: 'Cette page est réservée aux administrateurs' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Vers mes tâches' }).getAttribute('href')).toBe('/desk/');
  });
});
