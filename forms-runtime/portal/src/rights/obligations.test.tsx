import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type MyOccurrence, type ObligationView } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { DuePage } from './DuePage.tsx';
import { RightObligations } from './RightObligations.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'o'.repeat(22);
const rightId = 'r'.repeat(22);
const head = {
  id,
  day: '2026-03-31',
  dueOn: '2026-03-31',
  answerUntil: '2099-05-15',
  state: 'open',
  isOverdue: true,
  step: null,
  submittedAt: null,
} as const;
const form = {
  kind: 'form',
  formatVersion: 1,
  key: 'turnover',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr'],
  schema: { type: 'object', properties: { remark: { type: 'string', maxLength: 200 } }, required: ['remark'] },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        id: 'p',
        i18n: 'page',
        elements: [
          { type: 'Control', id: 'c', scope: '#/properties/remark', i18n: 'remark', options: { widget: 'text' } },
        ],
      },
    ],
  },
  translations: { fr: { 'page.label': 'Déclaration', 'remark.label': 'Remarque' } },
};
const due: MyOccurrence = {
  ...head,
  name: text('Chiffre d’affaires du trimestre'),
  summary: text('Déclarez vos ventes.'),
  rightId,
  number: 'ST-2026-00001',
  kind: text('Emplacement de marché'),
  caseId: 'c1',
  form,
  answers: null,
  documents: [],
  administration: text('Marchés'),
  isOpen: true,
  history: [
    { at: '2026-04-20T09:00:00.000Z', act: 'askedAgain', step: null, reason: 'Le relevé manque.' },
    { at: '2026-04-01T01:00:00.000Z', act: 'due', step: null, reason: null },
  ],
};
const obligation: ObligationView = {
  id: 'b'.repeat(22),
  name: due.name,
  summary: due.summary,
  startsOn: '2026-02-10',
  endsOn: null,
  state: 'running',
  ended: null,
  occurrences: [head],
  planned: [{ day: '2026-06-30', opensOn: '2026-06-10', dueOn: '2026-06-30', answerUntil: '2026-08-14' }],
};

const show = async (page: ReactNode, view: MyOccurrence = due) => {
  let now = view;
  const seen = installPlatform(({ path, method }) => {
    if (path === `/api/my/rights/${rightId}/obligations`) return { body: [obligation] };
    if (method === 'POST') now = { ...view, state: 'submitted', isOpen: false, answers: { remark: 'Rien à signaler' } };
    return { body: now };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <ToastProvider>{page}</ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

describe('obligations on the portal', () => {
  test('say what is late, until when one can answer, and what lies ahead', async () => {
    await show(<RightObligations rightId={rightId} />);
    expect(await screen.findByText('En retard')).toBeTruthy();
    expect(screen.getByText('Réponse possible jusqu’au 15 mai 2099.')).toBeTruthy();
    expect(screen.getByText('Pour le 30 juin 2026')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Répondre' }).getAttribute('href')).toBe(`/my/rights/${rightId}/due/${id}`);
  });

  test('are answered by their form, asked once more before it goes', async () => {
    const { seen, user } = await show(<DuePage rightId={rightId} occurrenceId={id} />);
    expect(await screen.findByText('Le relevé manque.', { selector: '.iris-notice *' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.type(screen.getByRole('textbox', { name: /Remarque/ }), 'Rien à signaler');
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    const dialog = within(await screen.findByRole('alertdialog').catch(() => screen.findByRole('dialog')));
    await user.click(dialog.getByRole('button', { name: 'Envoyer' }));
    expect(await screen.findByText('Envoyée, en examen')).toBeTruthy();
    expect(screen.getByText('Rien à signaler')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: `/api/my/obligations/${id}/submission`, body: { data: { remark: 'Rien à signaler' } } },
    ]);
  });

  test('that can no longer be answered say so, and offer no form', async () => {
    await show(<DuePage rightId={rightId} occurrenceId={id} />, { ...due, isOpen: false });
    expect(await screen.findByText(/Le dernier jour est passé/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
