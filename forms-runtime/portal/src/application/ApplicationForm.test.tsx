import { installPlatform, refusal, type Answering, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import type { ApplicationDraft } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../app/App.tsx';
import { citizenSession, contactForm, sampleCase, sampleDraft } from '../testing/sample-views.ts';

interface World {
  stored: ApplicationDraft;
  submissions: number;
  /** Answers some requests in another way. */
  special?: (request: SeenRequest) => Reply | undefined;
}

const world = (): World => ({ stored: sampleDraft, submissions: 0 });

const save = (here: World, body: ApplicationDraft) => {
  if (body.revision !== here.stored.revision) return refusal(409, 'STALE_REVISION');
  here.stored = { ...here.stored, data: body.data, revision: body.revision + 1 };
  return { body: { revision: here.stored.revision, savedAt: here.stored.savedAt } };
};

/** A platform that keeps one draft and answers as the real one does. */
const platformOf =
  (here: World): Answering =>
  async (request: SeenRequest) => {
    const special = here.special?.(request);
    if (special !== undefined) return special;
    const { method, path, body } = request;
    if (path === '/api/session') return { body: citizenSession };
    if (path === '/api/applications/d1' && method === 'GET') return { body: here.stored };
    if (path === '/api/applications/d1' && method === 'PUT') return save(here, body as ApplicationDraft);
    if (path === '/api/applications/d1/submission') {
      here.submissions += 1;
      return { body: { caseId: 'c1', reference: sampleCase.reference, receivedAt: sampleCase.submittedAt } };
    }
    if (path === '/api/my/cases/c1') return { body: sampleCase };
    if (path === '/api/my/cases/c1/feedback') return { body: { asked: null, given: null } };
    return { body: [] };
  };

const openForm = async (here: World) => {
  const seen = installPlatform(platformOf(here));
  window.history.replaceState(null, '', '/fr/applications/d1');
  render(<App />);
  await screen.findByRole('heading', { level: 1, name: 'Vous' });
  return { seen, user: userEvent.setup() };
};

const nameField = () => screen.getByLabelText('Nom');

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('an application', () => {
  test('saves itself after a pause, on the revision it knows', async () => {
    const here = world();
    const { seen, user } = await openForm(here);

    await user.type(nameField(), 'Amina');

    await waitFor(() => expect(here.stored.data).toEqual({ name: 'Amina' }));
    expect(seen.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { data: { name: 'Amina' }, page: null, language: 'fr', revision: 1 },
    ]);
    expect(await screen.findByText(/Brouillon enregistré à/)).toBeDefined();
    expect(sessionStorage).toHaveLength(0);
  });

  test('lets the person choose when another tab saved a newer version', async () => {
    const here = world();
    const { user } = await openForm(here);
    here.stored = { ...here.stored, data: { name: 'Ailleurs' }, revision: 7 };

    await user.type(nameField(), 'Ici');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('modifiée ailleurs');
    await user.click(screen.getByRole('button', { name: 'Prendre la version plus récente' }));

    expect(nameField()).toHaveProperty('value', 'Ailleurs');
    expect(here.stored).toMatchObject({ data: { name: 'Ailleurs' }, revision: 7 });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('keeps what was typed while the line is down, through a reload as well', async () => {
    const here = world();
    here.special = ({ method }) => (method === 'PUT' ? 'connection lost' : undefined);
    const { user } = await openForm(here);
    await user.type(nameField(), 'Hors ligne');
    expect((await screen.findByRole('alert')).textContent).toContain('Connexion perdue');

    cleanup();
    delete here.special;
    await openForm(here);

    expect(nameField()).toHaveProperty('value', 'Hors ligne');
    await waitFor(() => expect(here.stored.data).toEqual({ name: 'Hors ligne' }));
  });

  test('is sent once, however often the button is pressed, and leads to the receipt', async () => {
    const here = world();
    here.stored = { ...here.stored, data: { name: 'Amina', email: 'amina@example.be' } };
    await openForm(here);

    const button = screen.getByRole('button', { name: 'Envoyer ma demande' });
    fireEvent.click(button);
    fireEvent.click(button);

    expect(await screen.findByText(sampleCase.reference)).toBeDefined();
    expect(here.submissions).toBe(1);
    expect(window.location.pathname).toBe('/fr/my/cases/c1/receipt');
  });

  test('shows the answers that the platform refused, at their fields, and can be sent again', async () => {
    const here = world();
    here.stored = { ...here.stored, data: { name: 'Amina', email: 'amina@example.be' } };
    here.special = ({ path }) =>
      path.endsWith('/submission')
        ? refusal(422, 'FORM_INVALID', [{ pointer: '/email', keyword: 'format', params: { format: 'email' } }])
        : undefined;
    const { user } = await openForm(here);
    await user.click(screen.getByRole('button', { name: 'Envoyer ma demande' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Adresse e-mail');

    delete here.special;
    await user.type(screen.getByLabelText('Adresse e-mail'), 'x');
    await user.click(screen.getByRole('button', { name: 'Envoyer ma demande' }));

    expect(await screen.findByText(sampleCase.reference)).toBeDefined();
  });

  describe('opened while a source kept silent', () => {
    const identity = {
      source: sampleDraft.title,
      sourceKey: 'identity',
      at: '2026-11-25T08:00:00Z',
      mode: 'editable',
    } as const;
    const late = [
      { ...identity, pointer: '/name', value: 'Amina El Idrissi', late: true },
      { ...identity, pointer: '/email', value: 'amina@example.be', late: true },
    ];
    const unavailable = [{ sourceKey: 'identity', source: sampleDraft.title, reason: 'unavailable' }] as const;
    const form: FormDefinition = {
      ...contactForm,
      bindings: {
        prefill: [
          { scope: '#/properties/name', source: 'identity.name', mode: 'editable' },
          { scope: '#/properties/email', source: 'identity.email', mode: 'editable' },
        ],
      },
    };
    const silent = (): World => ({ ...world(), stored: { ...sampleDraft, form, unavailable: [...unavailable] } });

    test('is filled when it is back, and nothing that was typed is replaced', async () => {
      const here = silent();
      let isBack = false;
      here.special = ({ path }) => {
        if (!path.endsWith('/prefill')) return undefined;
        return { body: isBack ? { ...here.stored, prefill: late, unavailable: [] } : here.stored };
      };
      const { user } = await openForm(here);
      await user.type(nameField(), 'Mina');

      isBack = true;
      await user.click(await screen.findByRole('button', { name: 'Demander à nouveau' }));

      expect(await screen.findByText('La source a répondu')).toBeDefined();
      expect(nameField()).toHaveProperty('value', 'Mina');
      expect(screen.getByLabelText('Adresse e-mail')).toHaveProperty('value', 'amina@example.be');
      await waitFor(() => expect(here.stored.data).toEqual({ name: 'Mina', email: 'amina@example.be' }));
      await user.click(screen.getByRole('button', { name: 'Utiliser cette réponse' }));
      expect(nameField()).toHaveProperty('value', 'Amina El Idrissi');
    });

    test('asks again by itself when it is opened again', async () => {
      const here = silent();
      here.special = ({ path }) =>
        path.endsWith('/prefill') ? { body: { ...here.stored, prefill: late, unavailable: [] } } : undefined;
      const { seen } = await openForm(here);

      await waitFor(() => expect(nameField()).toHaveProperty('value', 'Amina El Idrissi'));
      expect(seen.filter(({ path }) => path.endsWith('/prefill'))).toHaveLength(1);
    });
  });

  test('keeps what was typed when the session ends, and signing in again leads back to it', async () => {
    const here = world();
    let isSignedIn = true;
    here.special = ({ method, path }) => {
      if (path === '/api/session/demo-people')
        return { body: [{ ...citizenSession.person, story: sampleDraft.title }] };
      if (path === '/api/session/demo') isSignedIn = true;
      if (path === '/api/session' && method === 'GET' && !isSignedIn)
        return { body: { ...citizenSession, person: null, csrfToken: null } };
      if (path.startsWith('/api/session')) return { body: citizenSession };
      return isSignedIn ? undefined : refusal(401, 'SIGN_IN_NEEDED');
    };
    const { user } = await openForm(here);

    isSignedIn = false;
    await user.type(nameField(), 'Amina');
    await user.type(screen.getByLabelText('Adresse e-mail'), 'amina@example.be');
    await user.click(screen.getByRole('button', { name: 'Envoyer ma demande' }));
    await user.click((await screen.findAllByRole('link', { name: 'Se reconnecter' }))[0]!);
    await user.click(await screen.findByRole('button', { name: /Continuer comme/ }));

    await screen.findByRole('heading', { level: 1, name: 'Vous' });
    expect(window.location.pathname).toBe('/fr/applications/d1');
    expect(nameField()).toHaveProperty('value', 'Amina');
    await waitFor(() => expect(here.stored.data).toEqual({ name: 'Amina', email: 'amina@example.be' }));
  });

  test('is sent from a page whose session ended, once signed in again', async () => {
    const here = world();
    here.stored = { ...here.stored, data: { name: 'Amina', email: 'amina@example.be' } };
    here.special = ({ path }) => (path.endsWith('/submission') ? refusal(401, 'SIGN_IN_NEEDED') : undefined);
    const { user } = await openForm(here);

    await user.click(screen.getByRole('button', { name: 'Envoyer ma demande' }));

    const again = await screen.findByRole('link', { name: 'Se reconnecter' });
    expect(again.getAttribute('href')).toBe('/fr/sign-in?returnTo=%2Fapplications%2Fd1');
  });

  test('keeps what was typed when the language changes', async () => {
    const { user } = await openForm(world());
    await user.type(nameField(), 'Amina');

    await user.click(screen.getByRole('button', { name: 'NL, Nederlands' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'U' })).toBeDefined();
    expect(screen.getByLabelText('Naam')).toHaveProperty('value', 'Amina');
    expect(window.location.pathname).toBe('/nl/applications/d1');
    expect(document.documentElement.lang).toBe('nl');
    expect(document.title).toBe('U (stap 1 van 1) – Huurtoelage – Irisflow');
  });
});
