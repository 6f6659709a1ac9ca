import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type MyRight, type RightCheck } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadPortalTexts } from '../texts/portal-texts.ts';
import { CheckPage } from './CheckPage.tsx';
import { MyRightPage } from './MyRightPage.tsx';
import { MyRightsPage } from './MyRightsPage.tsx';

afterEach(() => {
  cleanup();
  window.location.hash = '';
  vi.unstubAllGlobals();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const id = 'r'.repeat(22);
const place = { name: 'place', label: text('Lieu'), format: 'text', value: text('Place Flagey') } as const;
const state = { key: 'active', label: text('En cours'), effect: 'active' } as const;
const mine: MyRight = {
  id,
  number: 'ST-2026-00001',
  kind: text('Emplacement de marché'),
  holder: 'Noa Peeters',
  state,
  standing: 'valid',
  validFrom: '2026-03-02',
  validTo: '2028-03-01',
  administration: text('Marchés'),
  heldBack: null,
  holders: [{ role: text('Titulaire'), name: 'Noa Peeters' }],
  values: [place, { name: 'fee', label: text('Redevance'), format: 'money', value: text('120.00') }],
  history: [
    {
      act: 'granted',
      effectiveOn: '2026-03-02',
      recordedAt: '2026-03-02T09:00:00.000Z',
      state,
      validTo: '2028-03-01',
      values: [place],
    },
  ],
  caseId: 'c1',
  reference: 'BH-MA-2026-000001-10',
};
const known: RightCheck = {
  isKnown: true,
  kind: mine.kind,
  number: mine.number,
  standing: 'suspended',
  validFrom: mine.validFrom,
  validTo: null,
  values: [place],
};

const show = async (page: ReactNode) => {
  const seen = installPlatform(({ path, body }) => {
    if (path === '/api/my/rights') return { body: [mine] };
    if (path === `/api/my/rights/${id}`) return { body: mine };
    const { code } = body as { code: string };
    return { body: code === 'good' ? known : { isKnown: false } };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadPortalTexts('fr')}>
        <ToastProvider>{page}</ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

describe('rights on the portal', () => {
  test('are listed with whether they hold', async () => {
    await show(<MyRightsPage />);
    expect(await screen.findByRole('link', { name: 'Emplacement de marché' })).toBeTruthy();
    expect(screen.getByText('Valable')).toBeTruthy();
    expect(screen.getByText('Du 2 mars 2026 au 1er mars 2028')).toBeTruthy();
  });

  test('say what they are, what became of them, and open their certificate', async () => {
    await show(<MyRightPage rightId={id} />);
    expect(await screen.findByRole('heading', { level: 1, name: 'Emplacement de marché' })).toBeTruthy();
    expect(screen.getByText(/120,00/)).toBeTruthy();
    // French has a space in front of a colon.
    expect(screen.getByText(/^Lieu\s: Place Flagey/)).toBeTruthy();
    expect(screen.getByText('Votre droit a été accordé')).toBeTruthy();
    const certificate = screen.getByRole('link', { name: 'Ouvrir l’attestation (PDF)' });
    expect(certificate.getAttribute('href')).toBe(`/api/my/rights/${id}/certificate`);
  });

  test('are checked by the code of their address, which goes to nobody but the platform', async () => {
    window.location.hash = '#good';
    const { seen, user } = await show(<CheckPage />);
    expect(await screen.findByText('Ce droit est suspendu')).toBeTruthy();
    expect(screen.getByText('Place Flagey')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/api/certificates/check', body: { code: 'good' } },
    ]);
    const field = screen.getByRole('textbox', { name: 'Code de l’attestation' });
    await user.clear(field);
    await user.type(field, 'other');
    await user.click(screen.getByRole('button', { name: 'Vérifier' }));
    expect(await screen.findByText('Aucune attestation n’a ce code')).toBeTruthy();
  });
});
