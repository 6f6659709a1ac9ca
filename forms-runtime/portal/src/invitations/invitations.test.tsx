import { installPlatform, refusal } from '@irisflow/frame/testing';
import { createQueryClient, type Invitation, type MyCampaignChoice } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { MoreTexts } from '@irisflow/frame';
import { personalTexts } from '../texts/personal-texts.ts';
import { MyInvitationsPage } from './MyInvitationsPage.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'i'.repeat(22);
const invitation: Invitation = {
  id,
  reference: 'BH-MS-2026-000001-10',
  administration: text('Bruxelles Logement'),
  title: text('Renouvelez votre emplacement'),
  purpose: text('Votre emplacement prend fin.'),
  legalBasis: text('Règlement, article 4'),
  ground: 'task',
  procedureTitle: text('Emplacement de marché'),
  right: { number: 'MST-2026-00001', validTo: '2027-02-01' },
  sentAt: '2026-12-01T09:00:00.000Z',
  until: '2027-01-31',
  state: 'open',
  caseId: 'c'.repeat(22),
  answerCaseId: null,
};
const choice: MyCampaignChoice = {
  administration: 'brussels-housing',
  name: text('Bruxelles Logement'),
  choice: 'usual',
  since: null,
};

const open = (invitations: readonly Invitation[]) => {
  const replies: Readonly<Record<string, { readonly body: unknown }>> = {
    'GET /api/my/invitations': { body: invitations },
    [`POST /api/my/invitations/${id}/application`]: { body: { draftId: 'd'.repeat(22) } },
    'GET /api/my/campaign-choices': { body: [choice] },
    'PUT /api/my/campaign-choices/brussels-housing': { body: [{ ...choice, choice: 'objects' }] },
  };
  installPlatform(({ method, path }) => replies[`${method} ${path}`] ?? refusal(404, 'NOT_FOUND'));
  render(
    <I18nProvider locale="fr">
      <QueryClientProvider client={createQueryClient()}>
        <ToastProvider>
          <MoreTexts texts={personalTexts}>
            <MyInvitationsPage />
          </MoreTexts>
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { user: userEvent.setup() };
};

test('an invitation says why it came and by which law, and leads to the form', async () => {
  const { user } = open([invitation]);
  const shown = within(await screen.findByRole('region', { name: 'Renouvelez votre emplacement' }));
  expect(shown.getByText('Règlement, article 4')).toBeTruthy();
  expect(shown.getByText(/MST-2026-00001, valable jusqu’au 1.* 2027/)).toBeTruthy();
  await user.click(shown.getByRole('button', { name: 'Le faire maintenant' }));
  await waitFor(() => expect(window.location.pathname).toBe(`/applications/${'d'.repeat(22)}`));
});

test('one that was answered leads to the answer, one that is over to nothing', async () => {
  open([
    { ...invitation, state: 'answered', answerCaseId: 'a'.repeat(22) },
    { ...invitation, id: 'o'.repeat(22), state: 'over', title: text('Passée') },
  ]);
  expect((await screen.findByRole('link', { name: 'Voir votre réponse' })).getAttribute('href')).toBe(
    `/my/cases/${'a'.repeat(22)}`,
  );
  expect(screen.getByText('Il n’est plus possible de répondre à cette invitation.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Le faire maintenant' })).toBeNull();
});

test('whoever wants no invitations says so', async () => {
  const { user } = open([]);
  expect(await screen.findByText('Aucune invitation')).toBeTruthy();
  await user.click(await screen.findByRole('radio', { name: /Non, seulement ce que la loi impose/ }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
  expect(await screen.findByText('Votre choix est enregistré')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Enregistrer' }));
});
