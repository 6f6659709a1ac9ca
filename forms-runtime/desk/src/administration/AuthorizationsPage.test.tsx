import { refusal } from '@irisflow/frame/testing';
import { screen, within } from '@testing-library/react';
import type { SourceAuthorizationView, SourcesOfProcedure } from '@irisflow/client';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/source-authorizations';
const same = (text: string) => ({ fr: text, nl: text, en: text });

const declared: readonly SourcesOfProcedure[] = [
  {
    procedureKey: 'rent-allowance',
    title: same('Allocation de loyer'),
    sources: [
      {
        key: 'national-register',
        name: same('Registre national'),
        what: same('identité'),
        purpose: same('préparer la demande'),
        legalBasis: same('Ord. 2003'),
        fields: ['lastName', 'birthDate'],
      },
    ],
  },
];

const standing: SourceAuthorizationView = {
  id: 'a1',
  procedureKey: 'rent-allowance',
  sourceKey: 'national-register',
  purpose: same('vérifier le ménage'),
  legalBasis: same('Ord. 1998'),
  fields: ['lastName'],
  grantedAt: '2026-01-05T09:00:00.000Z',
  grantedBy: 'Karim Haddad',
  validUntil: null,
  revokedAt: null,
  revokedBy: null,
};
const ended: SourceAuthorizationView = {
  ...standing,
  id: 'a0',
  purpose: same('compter'),
  revokedAt: '2026-01-05T09:00:00.000Z',
  revokedBy: 'Ada',
};

const open = (authorizations: readonly SourceAuthorizationView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/administration/authorizations',
    session: administratorSession,
    answers: {
      [`GET ${path}`]: () => ({ body: authorizations }),
      'GET /api/administration/declared-sources': () => ({ body: declared }),
      'GET /api/administration/paper-sources': () => ({ body: [] }),
      'GET /api/administration/source-access': () => ({ body: [] }),
      [`POST ${path}`]: () => ({ body: standing }),
      ...more,
    },
  });

const inDialog = (name: string) => within(screen.getByRole('dialog', { name }));
const grantTitle = 'Autoriser une démarche à interroger une source';

describe('the authorizations of an administration', () => {
  test('are listed with their reason, and what ended stays readable', async () => {
    open([standing, ended]);

    const row = within((await screen.findByText('vérifier le ménage')).closest('tr') as HTMLElement);
    expect(await row.findByText('Allocation de loyer')).toBeTruthy();
    expect(row.getByText('Registre national')).toBeTruthy();
    expect(row.getByText('Ord. 1998')).toBeTruthy();
    expect(row.getByText('lastName')).toBeTruthy();
    expect(row.getByText(/05\/01\/2026.*, par Karim Haddad/)).toBeTruthy();
    expect(screen.getByText('Autorisations qui ont pris fin (1)')).toBeTruthy();
    expect(screen.getByText(/Terminée le .*, par Ada/)).toBeTruthy();
  });

  test('begin with what the procedure declares, and may allow less', async () => {
    const { user, seen } = open([]);
    expect(await screen.findByText('Aucune autorisation en vigueur')).toBeTruthy();

    await user.click(await screen.findByRole('button', { name: 'Autoriser' }));
    const dialog = inDialog(grantTitle);
    await user.click(dialog.getByRole('button', { name: 'Autoriser' }));
    expect(dialog.getAllByText('Faites un choix.')).toHaveLength(1);
    await user.selectOptions(dialog.getByLabelText('Démarche'), 'rent-allowance');
    await user.selectOptions(dialog.getByLabelText('Source authentique'), 'national-register');
    await user.click(dialog.getByLabelText('birthDate'));
    await user.click(dialog.getByRole('button', { name: 'Autoriser' }));

    expect(await screen.findByText('L’autorisation est en vigueur')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      procedureKey: 'rent-allowance',
      sourceKey: 'national-register',
      purpose: same('préparer la demande'),
      legalBasis: same('Ord. 2003'),
      fields: ['lastName'],
      validUntil: null,
    });
  });

  test('a day that is over, or that does not exist, is no last day', async () => {
    const { user, seen } = open([]);
    await user.click(await screen.findByRole('button', { name: 'Autoriser' }));
    const dialog = inDialog(grantTitle);
    await user.selectOptions(dialog.getByLabelText('Démarche'), 'rent-allowance');
    await user.selectOptions(dialog.getByLabelText('Source authentique'), 'national-register');

    await user.type(dialog.getByLabelText('Jour'), '31');
    await user.type(dialog.getByLabelText('Mois'), '2');
    await user.type(dialog.getByLabelText('Année'), '2027');
    await user.click(dialog.getByRole('button', { name: 'Autoriser' }));
    expect(dialog.getByText(/Donnez une date qui existe/)).toBeTruthy();

    await user.clear(dialog.getByLabelText('Jour'));
    await user.type(dialog.getByLabelText('Jour'), '3');
    await user.clear(dialog.getByLabelText('Année'));
    await user.type(dialog.getByLabelText('Année'), '2020');
    expect(dialog.getByText(/Ce jour est passé/)).toBeTruthy();
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('one in force is replaced only by somebody who read that it ends', async () => {
    const { user, seen } = open([standing]);
    await user.click(await screen.findByRole('button', { name: 'Autoriser' }));
    const dialog = inDialog(grantTitle);
    await user.selectOptions(dialog.getByLabelText('Démarche'), 'rent-allowance');
    await user.selectOptions(dialog.getByLabelText('Source authentique'), 'national-register');
    await user.clear(dialog.getByLabelText('Base légale en français'));
    await user.type(dialog.getByLabelText('Base légale en français'), 'Ord. 2026');
    await user.click(dialog.getByRole('button', { name: 'Autoriser' }));

    const question = inDialog('Remplacer l’autorisation en vigueur\u00a0?');
    expect(question.getByText(/donnée le 05\/01\/2026.*par Karim Haddad.*Elle prend fin/)).toBeTruthy();
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
    // Going back loses nothing of what was typed.
    await user.click(question.getByRole('button', { name: 'Annuler' }));
    expect(inDialog(grantTitle).getByLabelText<HTMLInputElement>('Base légale en français').value).toBe('Ord. 2026');
    await user.click(inDialog(grantTitle).getByRole('button', { name: 'Autoriser' }));
    await user.click(screen.getByRole('button', { name: 'Remplacer l’autorisation' }));
    expect(await screen.findByText('L’autorisation est en vigueur')).toBeTruthy();
  });

  test('are revoked after a question that says what follows', async () => {
    const { user, seen } = open([standing], { [`POST ${path}/a1/revocation`]: () => ({ body: ended }) });
    await user.click(await screen.findByRole('button', { name: /^Retirer ?Allocation de loyer, Registre national/ }));
    expect(screen.getByText(/aussi pour les dossiers en cours/)).toBeTruthy();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));

    expect(await screen.findByText('L’autorisation est retirée')).toBeTruthy();
    expect(seen.some(({ method, path: asked }) => method === 'POST' && asked === `${path}/a1/revocation`)).toBe(true);
  });

  test('say what to do when the platform cannot be reached', async () => {
    open([], { [`GET ${path}`]: () => 'connection lost' });
    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
  });

  test('say in the reader’s language that the platform refuses', async () => {
    const { user } = open([], { [`POST ${path}`]: () => refusal(400, 'INPUT_INVALID') });
    await user.click(await screen.findByRole('button', { name: 'Autoriser' }));
    const dialog = inDialog(grantTitle);
    await user.selectOptions(dialog.getByLabelText('Démarche'), 'rent-allowance');
    await user.selectOptions(dialog.getByLabelText('Source authentique'), 'national-register');
    await user.click(dialog.getByRole('button', { name: 'Autoriser' }));
    expect(await dialog.findByText('Ce qui a été saisi n’est pas accepté')).toBeTruthy();
  });

  test('have a source proven on paper for a while, and ask it again', async () => {
    const paper = '/api/administration/paper-sources';
    let rows: readonly object[] = [];
    const { user, seen } = open([standing], {
      [`GET ${paper}`]: () => ({ body: rows }),
      [`POST ${paper}`]: ({ body }) => {
        const row = { ...(body as object), since: '2026-11-20T09:00:00.000Z', setBy: 'Karim Haddad' };
        rows = [row];
        return { body: row };
      },
      [`DELETE ${paper}/national-register`]: () => {
        rows = [];
        return { status: 204 };
      },
    });
    await user.click(await screen.findByRole('button', { name: /Demander la preuve.*Registre national/ }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Demander la preuve' }));
    expect(dialog.getByText('Donnez le motif.')).toBeTruthy();
    await user.type(dialog.getByLabelText('Motif'), 'en panne');
    await user.click(dialog.getByRole('button', { name: 'Demander la preuve' }));

    expect(await screen.findByText('Preuve sur papier')).toBeTruthy();
    expect(screen.getByText('en panne')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      sourceKey: 'national-register',
      reason: 'en panne',
      validUntil: null,
    });

    await user.click(screen.getByRole('button', { name: /Interroger de nouveau.*Registre national/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Interroger de nouveau' }));
    expect(await screen.findByText('Interrogée')).toBeTruthy();
  });

  test('an access of its own is given, never shown, and its secret is not sent to another host', async () => {
    const access = '/api/administration/source-access';
    const given = {
      sourceKey: 'national-register',
      address: 'https://register.example/rr',
      user: null,
      setAt: '2026-01-05T09:00:00.000Z',
      setBy: 'Karim Haddad',
    };
    let kept: readonly object[] = [];
    const { user, seen } = open([], {
      [`GET ${access}`]: () => ({ body: kept }),
      [`PUT ${access}/national-register`]: () => {
        if (kept.length > 0) return refusal(422, 'INPUT_INVALID', [{ pointer: '/secret', keyword: 'required' }]);
        kept = [given];
        return { body: given };
      },
    });
    const dialog = () => within(screen.getByRole('dialog', { name: /^Votre accès à/ }));

    await user.click(await screen.findByRole('button', { name: /^Donner un accès/ }));
    const first = dialog();
    await user.click(first.getByRole('button', { name: 'Enregistrer' }));
    expect(first.getByText('Donnez l’adresse.')).toBeTruthy();
    expect(first.getByText('Donnez le secret.')).toBeTruthy();
    await user.type(first.getByLabelText('Adresse'), given.address);
    await user.type(first.getByLabelText('Secret'), 'token-1');
    await user.click(first.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(given.address)).toBeTruthy();
    expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({
      address: given.address,
      user: null,
      secret: 'token-1',
    });

    await user.click(screen.getByRole('button', { name: /^Modifier/ }));
    const again = dialog();
    expect(again.getByLabelText<HTMLInputElement>('Secret').value).toBe('');
    await user.type(again.getByLabelText('Adresse'), '/other');
    await user.click(again.getByRole('button', { name: 'Enregistrer' }));
    expect(await again.findByText(/Donnez le secret pour cette adresse/)).toBeTruthy();
    expect(seen.findLast(({ method }) => method === 'PUT')?.body).not.toHaveProperty('secret');
  });
});
