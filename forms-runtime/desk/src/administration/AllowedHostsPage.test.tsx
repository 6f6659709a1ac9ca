import { refusal } from '@irisflow/frame/testing';
import type { AllowedHostView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/allowed-hosts';
const title = { fr: 'Appel HTTP (JSON)', nl: 'HTTP-oproep (JSON)', en: 'HTTP call (JSON)' };

const parking: AllowedHostView = {
  id: 'h1',
  connectorType: 'http-json',
  host: 'parking.example.org',
  purpose: 'cartes de riverain',
  addedAt: '2026-11-20T09:00:00.000Z',
  addedBy: 'Karim Haddad',
};

const open = (hosts: readonly AllowedHostView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/administration/hosts',
    session: administratorSession,
    answers: {
      [`GET ${path}`]: () => ({ body: hosts }),
      [`GET ${path}/connectors`]: () => ({ body: [{ connectorType: 'http-json', title }] }),
      [`POST ${path}`]: () => ({ body: parking }),
      [`DELETE ${path}/h1`]: () => ({ status: 204 }),
      ...more,
    },
  });

const openForm = async (user: ReturnType<typeof open>['user']) => {
  await user.click(await screen.findByRole('button', { name: 'Autoriser un hôte' }));
  return within(screen.getByRole('dialog'));
};

describe('the allowed hosts of an administration', () => {
  test('are listed with the connector’s name, their purpose and who added them', async () => {
    open([parking]);
    const row = within((await screen.findByText('cartes de riverain')).closest('tr') as HTMLElement);
    expect(await row.findByText('Appel HTTP (JSON)')).toBeTruthy();
    expect(row.getByText('parking.example.org', { selector: 'code' })).toBeTruthy();
    expect(row.getByText('Karim Haddad')).toBeTruthy();
  });

  test('grow by one that has a purpose', async () => {
    const { user, seen } = open([]);
    expect(await screen.findByText('Aucun hôte n’est autorisé')).toBeTruthy();
    const form = await openForm(user);
    await user.click(form.getByRole('button', { name: 'Autoriser un hôte' }));
    expect(form.getByText('Donnez l’hôte.')).toBeTruthy();
    expect(form.getByText('Dites le but.')).toBeTruthy();

    await user.type(form.getByLabelText('Hôte'), ' parking.example.org ');
    await user.type(form.getByLabelText('But'), 'cartes de riverain');
    await user.click(form.getByRole('button', { name: 'Autoriser un hôte' }));

    expect(await screen.findByText('parking.example.org est autorisé')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      connectorType: 'http-json',
      host: 'parking.example.org',
      purpose: 'cartes de riverain',
    });
  });

  test.each([
    ['hostName', 'Écrivez le nom seul'],
    ['ownPlatform', 'C’est cette plateforme'],
    ['privateHost', 'Cet hôte est privé'],
  ])('what the platform refuses as %s is said at the field', async (keyword, sentence) => {
    const { user } = open([], {
      [`POST ${path}`]: () => refusal(400, 'INPUT_INVALID', [{ pointer: '/host', keyword }]),
    });
    const form = await openForm(user);
    await user.type(form.getByLabelText('Hôte'), 'localhost');
    await user.type(form.getByLabelText('But'), 'essai');
    await user.click(form.getByRole('button', { name: 'Autoriser un hôte' }));

    const message = await form.findByText(new RegExp(sentence));
    const field = form.getByLabelText('Hôte');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-describedby')).toContain(message.closest('p')?.id ?? 'none');
    // Whoever corrects it is not told about the old one any more.
    await user.type(field, '.example.org');
    expect(form.queryByText(new RegExp(sentence))).toBeNull();
  });

  test('lose one after a question', async () => {
    const { user, seen } = open([parking]);
    await user.click(await screen.findByRole('button', { name: /Retirer ?parking.example.org/ }));
    expect(screen.getByText(/Appel HTTP \(JSON\) n’y va plus/)).toBeTruthy();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('parking.example.org est retiré')).toBeTruthy();
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  test('are an administration’s own: an administrator of the platform is not led there', async () => {
    const { person } = administratorSession;
    openDesk({
      address: '/desk/administration/people',
      session: { ...administratorSession, person: person && { ...person, administration: null } },
    });
    expect(await screen.findByRole('link', { name: 'Administrations' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Hôtes autorisés' })).toBeNull();
  });
});
