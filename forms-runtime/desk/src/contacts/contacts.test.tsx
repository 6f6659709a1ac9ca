import type { ApplicationDraft, ContactFile, ContactView } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { sampleForm } from '@irisflow/forms/testing';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const contact: ContactFile = {
  id: 'k1',
  channel: 'call',
  kind: 'documents',
  state: 'open',
  name: 'Noor Verlinden',
  subject: 'Huurtoelage',
  language: 'nl',
  receivedOn: '2026-11-25',
  dueOn: '2026-12-23',
  recordedAt: '2026-11-25T09:00:00.000Z',
  caseIds: [],
  cases: [],
  revision: 1,
  firstName: 'Noor',
  lastName: 'Verlinden',
  phone: '02 204 00 00',
  email: null,
  knownCaseId: null,
  said: 'Verhuist in januari.',
  answer: '',
  followUp: '',
  followUpOn: null,
  answeredOn: null,
  recordedBy: 'Nadia Lambert',
};

const draft: ApplicationDraft = {
  id: 'd1',
  procedureKey: 'rent-allowance',
  procedureVersion: 1,
  title: { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' },
  savedAt: '2026-11-25T09:00:00.000Z',
  keptUntil: '2027-11-24',
  revision: 1,
  language: 'nl',
  form: sampleForm,
  data: {},
  prefill: [],
  unavailable: [],
  page: null,
  openCases: [],
  office: {
    applicant: { name: 'Noor Verlinden', email: null },
    channel: 'call',
    receivedOn: null,
    contactId: 'k1',
    scans: [],
  },
};

const page = (items: readonly ContactView[]) => ({ body: { items, total: items.length, nextCursor: null } });
const ofContact = { 'GET /api/contacts/k1': () => ({ body: contact }) };

describe('contacts', () => {
  test('are found by what is in the address, with their last day', async () => {
    const { seen } = openDesk({
      address: '/desk/contacts?search=noor&kind=documents',
      session: agentSession,
      answers: { 'GET /api/contacts': () => page([contact]) },
    });
    expect(await screen.findByRole('link', { name: 'Noor Verlinden' })).toBeTruthy();
    expect(screen.getByText('Demande de documents, ouvert')).toBeTruthy();
    expect(seen.some(({ query }) => query['search'] === 'noor' && query['kind'] === 'documents')).toBe(true);
  });

  test('a new one is not sent until it says who it was and what about; then it has its page', async () => {
    const { user, seen } = openDesk({
      address: '/desk/contacts/new',
      session: agentSession,
      answers: { ...ofContact, 'POST /api/contacts': () => ({ body: contact }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Enregistrer le contact' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Écrivez le nom.');
    expect(seen.some(({ method }) => method === 'POST')).toBe(false);

    await user.type(screen.getByLabelText('Nom'), 'Verlinden');
    await user.type(screen.getByLabelText(/^Objet/), 'Huurtoelage');
    await user.click(screen.getByRole('button', { name: 'Enregistrer le contact' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Huurtoelage' })).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      who: { kind: 'unknown' },
      note: { channel: 'call', lastName: 'Verlinden', phone: null, subject: 'Huurtoelage' },
    });
  });

  test('what was typed stays when it could not be saved', async () => {
    const { user } = openDesk({
      address: '/desk/contacts/new',
      session: agentSession,
      answers: { 'POST /api/contacts': () => 'connection lost' },
    });
    await user.type(await screen.findByLabelText('Nom'), 'Verlinden');
    await user.type(screen.getByLabelText(/^Objet/), 'Huurtoelage');
    await user.click(screen.getByRole('button', { name: 'Enregistrer le contact' }));
    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
    expect(screen.getByLabelText('Nom')).toHaveProperty('value', 'Verlinden');
  });

  test('is answered only with an answer, and the longer term is for documents', async () => {
    const { user, seen } = openDesk({
      address: '/desk/contacts/k1',
      session: agentSession,
      answers: {
        ...ofContact,
        'PUT /api/contacts/k1': () => ({ body: { ...contact, state: 'answered', revision: 2 } }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Marquer comme répondu' }));
    expect(screen.getByText(/Notez la réponse donnée/)).toBeTruthy();
    await user.type(screen.getByLabelText(/^Réponse donnée/), 'Envoyé.');
    await user.click(screen.getByLabelText(/40 jours ouvrables/));
    await user.click(screen.getByRole('button', { name: 'Marquer comme répondu' }));
    expect(await screen.findByRole('button', { name: 'Rouvrir' })).toBeTruthy();
    expect(seen.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      revision: 1,
      answer: 'Envoyé.',
      state: 'answered',
      term: 'extended',
    });
  });

  test('says that a colleague was faster, and keeps what was typed', async () => {
    const { user } = openDesk({
      address: '/desk/contacts/k1',
      session: agentSession,
      answers: { ...ofContact, 'PUT /api/contacts/k1': () => refusal(409, 'STALE_REVISION') },
    });
    await user.type(await screen.findByLabelText(/^Réponse donnée/), 'Envoyé.');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Une version plus récente existe')).toBeTruthy();
    expect(screen.getByLabelText(/^Réponse donnée/)).toHaveProperty('value', 'Envoyé.');
  });

  test('an application of one saves itself, each time on the revision before', async () => {
    let revision = 1;
    const { user, seen } = openDesk({
      address: '/desk/applications/d1',
      session: agentSession,
      answers: {
        'GET /api/applications/d1': () => ({ body: draft }),
        'PUT /api/applications/d1': () => {
          revision += 1;
          return { body: { revision, savedAt: draft.savedAt } };
        },
      },
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Dossier pour Noor Verlinden' })).toBeTruthy();
    const [first] = screen.getAllByRole<HTMLInputElement>('textbox');
    for (const letter of ['a', 'b']) {
      await user.type(first!, letter);
      await user.click(screen.getByRole('button', { name: /^Enregistrer/ }));
    }
    await waitFor(() =>
      expect(
        seen.filter(({ method }) => method === 'PUT').map(({ body }) => (body as { revision: number }).revision),
      ).toEqual([1, 2]),
    );
  });

  test('of years ago are a slip of the pen', async () => {
    const { user } = openDesk({ address: '/desk/contacts/new', session: agentSession });
    await user.type(await screen.findByLabelText('Nom'), 'Verlinden');
    await user.type(screen.getByLabelText('Objet'), 'Bail');
    for (const [part, digits] of [
      ['Jour', '25'],
      ['Mois', '11'],
      ['Année', '2016'],
    ] as const)
      await user.type(screen.getAllByLabelText(part)[0] as HTMLElement, digits);
    await user.click(screen.getByRole('button', { name: 'Enregistrer le contact' }));
    expect((await screen.findByRole('alert')).textContent).toContain('trop ancienne');
  });

  test('noted when the session was over are still there after signing in again, and then no more', async () => {
    const over = refusal(401, 'SIGN_IN_NEEDED');
    const { user } = openDesk({
      address: '/desk/contacts/new',
      session: agentSession,
      answers: { 'POST /api/contacts': () => over },
    });
    await user.type(await screen.findByLabelText('Nom'), 'Verlinden');
    await user.type(screen.getByLabelText('Objet'), 'Bail');
    await user.click(screen.getByRole('button', { name: 'Enregistrer le contact' }));
    await screen.findByText('Votre session a expiré');
    closeDesk();

    openDesk({ address: '/desk/contacts/new', session: agentSession });
    expect((await screen.findByLabelText<HTMLInputElement>('Nom')).value).toBe('Verlinden');
    closeDesk();

    openDesk({ address: '/desk/contacts/new', session: agentSession });
    expect((await screen.findByLabelText<HTMLInputElement>('Nom')).value).toBe('');
  });
});
