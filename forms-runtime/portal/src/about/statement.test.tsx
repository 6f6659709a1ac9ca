import type { AccessibilityStatement } from '@irisflow/client';
import { installPlatform, refusal, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../app/App.tsx';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

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

const open = (path: string, statement: Reply = { body: written }) => {
  installPlatform(async ({ path: asked }: SeenRequest) => {
    if (asked === '/api/session') return { body: nobody };
    if (asked === '/api/procedures') return { body: [summary] };
    return asked.endsWith('/accessibility-statement') ? statement : { body: [] };
  });
  window.history.replaceState(null, '', path);
  render(<App />);
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
});
