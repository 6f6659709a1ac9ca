import type { EligibilityAnswer, ProcedureSummary } from '@irisflow/client';
import { installPlatform, refusal, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../app/App.tsx';
import { contactForm, sampleDraft } from '../testing/sample-views.ts';
import { withCarried } from './eligibility.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const nobody = { person: null, csrfToken: null, signIn: { demo: true, oidc: false } };

const summary = (key: string, title: string, more: Partial<ProcedureSummary>): ProcedureSummary => ({
  key,
  version: 1,
  title: same(title),
  summary: same(''),
  administration: { key: 'housing', name: same('Logement') },
  audience: ['citizen'],
  minutes: 5,
  searchWords: { fr: [], nl: [], en: [] },
  themes: [],
  lifeEvents: [],
  ...more,
});

const catalog = [
  summary('rent', 'Allocation de loyer', { themes: ['housing'], lifeEvents: ['moving'] }),
  summary('car', 'Plaque', { themes: ['mobility'] }),
];

const yes: EligibilityAnswer = {
  answer: 'yes',
  reasons: [],
  amount: { label: same('Par mois'), value: 120.5 },
  on: '2026-11-27',
};

const open = (path: string, checking: () => Reply = () => ({ body: yes })) => {
  const seen = installPlatform(async ({ method, path: asked }: SeenRequest) => {
    if (asked === '/api/session') return { body: nobody };
    if (asked === '/api/procedures') return { body: catalog };
    if (asked === '/api/procedures/rent/eligibility' && method === 'POST') return checking();
    if (asked === '/api/procedures/rent/eligibility')
      return {
        body: { title: same('Allocation de loyer'), form: contactForm, fills: [{ from: '/name', to: '/who/name' }] },
      };
    return { body: [] };
  });
  window.history.replaceState(null, '', path);
  render(<App />);
  return seen;
};

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the catalog before signing in', () => {
  test('is narrowed by a theme or a situation, and widened again', async () => {
    open('/fr/');
    const user = userEvent.setup();
    await screen.findByRole('heading', { name: 'Plaque' });

    await user.click(screen.getByRole('link', { name: 'Je déménage' }));
    expect(screen.queryByRole('heading', { name: 'Plaque' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Je déménage' }).getAttribute('aria-current')).toBe('true');

    await user.click(screen.getByRole('link', { name: 'Je déménage' }));
    expect(screen.getByRole('heading', { name: 'Plaque' })).not.toBeNull();
  });

  test('shows everything for a theme that leads nowhere', async () => {
    open('/fr/?theme=football');
    expect(await screen.findByRole('heading', { name: 'Plaque' })).not.toBeNull();
  });
});

describe('an eligibility check', () => {
  const fill = async (name: string) => {
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('Nom'), name);
    await user.type(screen.getByLabelText('Adresse e-mail'), 'a@b.be');
    await user.click(screen.getByRole('button', { name: 'Voir le résultat' }));
    return user;
  };

  test('says what the rules say, and leads to the application with the answers', async () => {
    open('/fr/procedures/rent/eligibility');
    await fill('Ana');
    const title = await screen.findByRole('heading', { name: 'Vous semblez remplir les conditions' });
    expect(document.activeElement).toBe(title);
    expect(screen.getByText('120,50 €')).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Commencer la demande' }).getAttribute('href')).toBe(
      '/fr/procedures/rent/application',
    );
    expect(sessionStorage.getItem('irisflow:carried:rent')).toBe('{"who":{"name":"Ana"}}');
  });

  test('gives the reasons of a no, and the answers back to change', async () => {
    open('/fr/procedures/rent/eligibility', () => ({
      body: { ...yes, answer: 'no', amount: null, reasons: [same('Trop de revenus.')] },
    }));
    const user = await fill('Ana');
    expect(await screen.findByText('Trop de revenus.')).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Changer mes réponses' }));
    expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Ana');
  });

  test('says when one tried too often, and keeps the answers', async () => {
    open('/fr/procedures/rent/eligibility', () => refusal(429, 'TOO_MANY_REQUESTS'));
    await fill('Ana');
    expect(await screen.findByText(/trop souvent/)).not.toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Ana');
  });
});

describe('answers that an application takes over', () => {
  test('fill what is empty, and replace nothing', () => {
    expect(withCarried({ who: { name: 'Léa' } }, { who: { name: 'Ana', age: 3 }, owns: false })).toEqual({
      who: { name: 'Léa', age: 3 },
      owns: false,
    });
  });

  test('are saved as the application opens, once', async () => {
    sessionStorage.setItem('irisflow:carried:contact', '{"name":"Ana"}');
    const saved: unknown[] = [];
    installPlatform(async ({ method, path, body }: SeenRequest) => {
      if (path === '/api/session')
        return {
          body: {
            ...nobody,
            csrfToken: 'token',
            person: { id: 'p1', name: 'Ana', roles: ['citizen'], groups: [], language: 'fr', administration: null },
          },
        };
      if (path === '/api/applications' && method === 'POST') return { body: sampleDraft };
      if (path === '/api/applications/d1' && method === 'PUT') {
        saved.push(body);
        return { body: { revision: 2, savedAt: sampleDraft.savedAt } };
      }
      return { body: [] };
    });
    window.history.replaceState(null, '', '/fr/procedures/contact/application');
    render(<App />);
    expect((await screen.findByLabelText<HTMLInputElement>('Nom')).value).toBe('Ana');
    expect(saved).toMatchObject([{ data: { name: 'Ana' }, revision: 1 }]);
    expect(sessionStorage.getItem('irisflow:carried:contact')).toBeNull();
  });
});
