import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type MyPlace } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { CasePlaces } from './CasePlaces.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const name = 'Emplacements de la place Flagey';
const waits: MyPlace = {
  id: 'p'.repeat(22),
  quota: { fr: name, nl: name, en: name },
  state: 'waiting',
  ended: null,
  position: 2,
  reservedUntil: null,
  askedAt: '2026-03-02T09:00:00.000Z',
  steps: [
    { at: '2026-03-02T09:00:00.000Z', why: 'joined', position: 4 },
    { at: '2026-03-05T09:00:00.000Z', why: 'offered', position: 3 },
    { at: '2026-03-09T09:00:00.000Z', why: 'left', position: 2 },
  ],
};

const show = async (places: readonly MyPlace[]) => {
  installPlatform(() => ({ body: places }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <CasePlaces caseId="c1" />
      </I18nProvider>
    </QueryClientProvider>,
  );
};

describe('a place on the portal', () => {
  test('that is waited for says which position it has, and why', async () => {
    await show([waits]);
    expect(await screen.findByText('Vous êtes à la position 2 de la liste d’attente.')).toBeTruthy();
    expect(screen.getByText(/Position 3.: une place a été offerte à quelqu’un avant vous/)).toBeTruthy();
    expect(screen.getByText(/Position 2.: quelqu’un avant vous a quitté la liste/)).toBeTruthy();
  });

  test('that is offered says until when it is kept', async () => {
    await show([{ ...waits, state: 'reserved', position: null, reservedUntil: '2026-04-01' }]);
    expect(await screen.findByText('Une place est réservée pour vous jusqu’au 1er avril 2026.')).toBeTruthy();
    expect(screen.queryByText('Pourquoi cette position')).toBeNull();
  });
});
