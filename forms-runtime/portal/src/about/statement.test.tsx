import type { AccessibilityStatement } from '@irisflow/client';
import { installPlatform, refusal, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../app/App.tsx';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const nobody = { person: null, csrfToken: null, signIn: { demo: true, oidc: false } };
const housing = { key: 'housing', name: { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' } };
const written: AccessibilityStatement = {
  administration: housing,
  revision: 1,
  texts: {
    limits: { fr: 'Les plans scannés.', nl: 'De gescande plannen.', en: 'The scanned plans.' },
    contact: same('access@housing.example'),
    enforcement: same('ombuds.brussels'),
    reviewedOn: '2026-11-20',
  },
};
const summary = {
  key: 'rent',
  version: 1,
  title: same('Allocation'),
  summary: same(''),
  administration: housing,
  audience: ['citizen'],
  minutes: 5,
  searchWords: { fr: [], nl: [], en: [] },
  themes: [],
  lifeEvents: [],
};

const open = (path: string, statement: Reply = { body: written }, reported: Reply = { status: 204 }) => {
  const seen = installPlatform(async ({ path: asked }: SeenRequest) => {
    if (asked.endsWith('/accessibility-reports')) return reported;
    if (asked === '/api/session') return { body: nobody };
    if (asked === '/api/procedures') return { body: [summary] };
    return asked.endsWith('/accessibility-statement') ? statement : { body: [] };
  });
  window.history.replaceState(null, '', path);
  render(<App />);
  return { seen, user: userEvent.setup() };
};

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a statement on accessibility', () => {
  test('of the portal leads to that of each administration', async () => {
    open('/fr/accessibility');
    expect(await screen.findByRole('heading', { name: 'Conformité' })).not.toBeNull();
    const link = await screen.findByRole('link', { name: 'Accessibilité\u00a0: Logement' });
    expect(link.getAttribute('href')).toBe('/fr/accessibility/housing');
  });

  test('of an administration is read in the language in force, without signing in', async () => {
    open('/nl/accessibility/housing');
    expect(await screen.findByText('De gescande plannen.')).not.toBeNull();
    expect(screen.getByText('Huisvesting')).not.toBeNull();
    expect(screen.getByRole('heading', { name: 'Een hindernis melden' })).not.toBeNull();
    expect(screen.getByText(/nagelezen op 20 november 2026/)).not.toBeNull();
  });

  test('that nobody wrote is said to be missing, beside what was found of the pages', async () => {
    open('/fr/accessibility/housing', { body: { ...written, revision: 0, texts: null } });
    expect(await screen.findByText('Pas encore de déclaration propre')).not.toBeNull();
    expect(screen.getByRole('heading', { name: 'Conformité' })).not.toBeNull();
  });

  test('of an administration that does not exist is not found', async () => {
    open('/fr/accessibility/nobody', refusal(404, 'NOT_FOUND'));
    expect(await screen.findByText(/n’existe pas/)).not.toBeNull();
  });

  test('takes what stands in somebody’s way, without asking who they are', async () => {
    const { seen, user } = open('/fr/accessibility/housing');
    const send = await screen.findByRole('button', { name: 'Envoyer' });
    await user.type(screen.getByLabelText(/Adresse e-mail/), 'ana@');
    await user.click(send);
    expect(await screen.findByText('Dites en quelques mots ce qui vous a arrêté.')).toBeTruthy();
    expect(screen.getByText(/n’en est pas une/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Qu’est-ce qui vous a arrêté ?'));

    await user.type(screen.getByLabelText('Qu’est-ce qui vous a arrêté ?'), 'La carte.');
    await user.clear(screen.getByLabelText(/Adresse e-mail/));
    await user.click(send);
    expect(await screen.findByText('Merci, votre message est arrivé')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { words: 'La carte.', page: null, email: null, language: 'fr' },
    ]);
  });

  test('keeps what somebody wrote when too many have', async () => {
    const { user } = open('/fr/accessibility/housing', { body: written }, refusal(429, 'REPORTS_FULL'));
    await user.type(await screen.findByLabelText('Qu’est-ce qui vous a arrêté ?'), 'La carte.');
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    expect(await screen.findByText(/Trop de messages/)).toBeTruthy();
    expect(screen.getByDisplayValue('La carte.')).toBeTruthy();
  });
});
