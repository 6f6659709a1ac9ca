import { installPlatform, refusal, type Reply } from '@irisflow/frame/testing';
import { createQueryClient, type MyChanges } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { sampleCase } from '../testing/sample-views.ts';
import { CaseChanges } from './CaseChanges.tsx';
import { ChangePage } from './ChangePage.tsx';

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const view = { ...sampleCase, data: { name: 'Amina', email: 'amina@example.be' } };
const offered: MyChanges = { fields: ['/email'], parts: [], changes: [] };
const waiting: MyChanges['changes'][number] = {
  id: 'change-1',
  part: null,
  told: [
    {
      pointer: '/email',
      label: { fr: 'Adresse e-mail', nl: 'E-mailadres', en: 'Email' },
      before: { fr: 'amina@example.be', nl: '', en: '' },
      after: { fr: 'new@example.be', nl: '', en: '' },
    },
  ],
  since: '2026-12-01',
  reason: 'Nouvelle adresse',
  documents: [],
  state: 'waiting',
  declaredAt: '2026-11-25T08:00:00Z',
  settledAt: null,
  settledBy: null,
  refusal: null,
};

const open = async (page: 'case' | 'declare', changes: MyChanges, posted: Reply = { body: offered }) => {
  const seen = installPlatform(({ method, path }) => {
    if (method === 'POST') return posted;
    return { body: path.endsWith('/changes') ? changes : view };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <ToastProvider>{page === 'case' ? <CaseChanges view={view} /> : <ChangePage caseId="c1" />}</ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

const send = () => screen.findByRole('button', { name: 'Envoyer la déclaration' });

describe('declaring a change', () => {
  test('asks the declared fields alone, and sends only what differs, since when and why', async () => {
    const { seen, user } = await open('declare', offered);
    const email = await screen.findByLabelText<HTMLInputElement>('Adresse e-mail');
    expect(email.value).toBe('amina@example.be');
    expect(screen.queryByLabelText('Nom')).toBeNull();
    await user.click(await send());
    expect(screen.getByText(/Aucune réponse n’est modifiée/)).toBeDefined();

    await user.clear(email);
    await user.type(email, 'new@example.be');
    await user.click(await send());
    expect(document.activeElement).toBe(screen.getByLabelText('Que s’est-il passé ?'));
    await user.keyboard('Nouvelle adresse');
    await user.click(await send());

    const post = seen.find(({ method }) => method === 'POST');
    expect(post).toMatchObject({
      path: '/api/my/cases/c1/changes',
      body: { answers: [{ pointer: '/email', value: 'new@example.be' }], reason: 'Nouvelle adresse', documents: [] },
    });
  });

  test('says so where the change needs an answer that cannot be given here', async () => {
    const { user } = await open(
      'declare',
      offered,
      refusal(422, 'FORM_INVALID', [{ pointer: '/name', keyword: 'required' }]),
    );
    await user.type(await screen.findByLabelText('Adresse e-mail'), 'x');
    await user.type(screen.getByLabelText('Que s’est-il passé ?'), 'x');
    await user.click(await send());

    expect(await screen.findByText(/touche aussi d’autres réponses/)).toBeDefined();
  });
});

describe('what was declared', () => {
  test('stands with old beside new until it is settled, and is taken back after asking', async () => {
    const { seen, user } = await open('case', { fields: [], parts: [], changes: [waiting] });
    const region = within(await screen.findByRole('region', { name: 'Quelque chose a changé\u00a0?' }));
    expect(region.getByText('amina@example.be').tagName).toBe('DEL');
    expect(region.getByText('new@example.be').tagName).toBe('INS');

    await user.click(region.getByRole('button', { name: /Retirer cette déclaration/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer cette déclaration' }));

    expect(seen.find(({ method }) => method === 'POST')?.path).toBe('/api/my/cases/c1/changes/change-1/retraction');
    expect(await screen.findByText('Votre déclaration est retirée.')).toBeDefined();
  });

  test('is nothing where the procedure offers nothing', async () => {
    await open('case', { fields: [], parts: [], changes: [] });
    await waitFor(() => expect(screen.queryByRole('heading')).toBeNull());
  });
});
