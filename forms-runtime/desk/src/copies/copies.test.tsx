import type { FileCopyView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const copy: FileCopyView = {
  id: 'k1',
  audience: 'party',
  recipient: 'Me Dupont',
  reason: 'Demande du 3 mars',
  handedOver: false,
  madeBy: 'Nadia Lambert',
  askedAt: '2026-11-25T08:00:00Z',
  language: 'fr',
  state: 'ready',
  readyAt: '2026-11-25T08:00:01Z',
  pages: 8,
  documents: 2,
  leftOut: [{ what: 'Notes internes (1)', why: 'travail interne de l’administration' }],
};

const lease = {
  id: 'd9',
  name: 'bail.pdf',
  mediaType: 'application/pdf',
  size: 1000,
  sha256: 'a'.repeat(64),
  origin: 'applicant' as const,
  category: 'evidence',
  addedAt: '2026-11-25T08:00:00Z',
  visibleToApplicant: true,
};

const open = (copies: readonly FileCopyView[], more: object = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: {
      'GET /api/cases/c1': () => ({ body: { ...sampleCase, documents: [lease] } }),
      'GET /api/cases/c1/copies': () => ({ body: copies }),
      ...more,
    },
  });

const section = async () => within(await screen.findByRole('region', { name: 'Copies du dossier' }));

describe('copies of the file', () => {
  test('say for whom they were made, what is not in them, and where they are', async () => {
    open([copy]);
    const shown = await section();
    expect(await shown.findByText('Pour Me Dupont')).toBeTruthy();
    expect(shown.getByText('1 élément retiré')).toBeTruthy();
    expect(shown.getByText(/Notes internes \(1\)/)).toBeTruthy();
    expect(shown.getByRole('link', { name: /PDF de la copie/ }).getAttribute('href')).toBe(
      '/api/cases/c1/copies/k1?as=pdf',
    );
    expect(shown.getByRole('link', { name: /Archive ZIP/ })).toBeTruthy();
  });

  test('are asked for with a reason, and each document that is left out has one too', async () => {
    const { user, seen } = open([], { 'POST /api/cases/c1/copies': () => ({ body: [{ ...copy, state: 'waiting' }] }) });
    const shown = await section();
    expect(await shown.findByText('Aucune copie de ce dossier n’a été faite.')).toBeTruthy();
    await user.click(shown.getByRole('button', { name: 'Faire une copie' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: /bail\.pdf/ }));
    await user.click(dialog.getByRole('button', { name: 'Faire une copie' }));
    expect(dialog.getAllByText('Écrivez le motif.')).toHaveLength(2);
    expect(seen.some(({ method }) => method === 'POST')).toBe(false);
    await user.type(dialog.getByRole('textbox', { name: /^Motif(?! du)/ }), 'Recours');
    await user.type(dialog.getByRole('textbox', { name: /Motif du retrait/ }), 'Parle d’un voisin');
    await user.click(dialog.getByRole('button', { name: 'Faire une copie' }));
    expect(await shown.findByText('En préparation…')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      audience: 'party',
      reason: 'Recours',
      handOver: false,
      withhold: [{ documentId: 'd9', reason: 'Parle d’un voisin' }],
    });
  });
});
