import type { CaseMessage } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const message = (more: Partial<CaseMessage>): CaseMessage => ({
  id: 'm1',
  at: '2026-11-25T08:00:00Z',
  sender: 'office',
  by: 'Nadia Lambert',
  text: 'Combien de pièces ?',
  asks: true,
  documents: [],
  readAt: null,
  ...more,
});
const question = message({});
const reply = message({ id: 'm2', sender: 'applicant', by: 'Léa Şimşek', text: 'Trois.', asks: false });

const open = (messages: readonly CaseMessage[], more: object = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: {
      'GET /api/cases/c1': () => ({ body: sampleCase }),
      'GET /api/cases/c1/messages': () => ({ body: messages }),
      ...more,
    },
  });

const conversation = async () => within(await screen.findByRole('region', { name: 'Messages du dossier' }));

describe('messages of a case', () => {
  test('say who wrote, what waits for an answer, and whether it was read', async () => {
    open([question]);
    const shown = await conversation();
    expect(await shown.findByText('Combien de pièces ?')).toBeTruthy();
    expect(shown.getByText('Attend une réponse')).toBeTruthy();
    expect(shown.getByText('Pas encore lu par le demandeur')).toBeTruthy();
  });

  test('show that a question was answered', async () => {
    open([question, reply]);
    const shown = await conversation();
    expect(await shown.findByText('Trois.')).toBeTruthy();
    expect(shown.getByText('Répondu')).toBeTruthy();
  });

  test('begin with a standard paragraph, which is edited freely', async () => {
    const offer = {
      id: 'p'.repeat(22),
      key: 'lease',
      version: 1,
      title: 'Bail manquant',
      text: 'Le bail de Léa Şimşek manque.',
      legalReference: '',
      fit: 'general',
      missing: [],
    };
    const { user, seen } = open([], {
      'POST /api/cases/c1/paragraph-offers': () => ({
        body: { language: 'fr', items: [offer], untranslated: 0, more: false },
      }),
      'POST /api/cases/c1/messages': () => ({ body: [question] }),
    });
    const shown = await conversation();
    const text = shown.getByRole('textbox', { name: /Écrire au demandeur/ });
    await user.type(text, 'Bonjour,');
    await user.click(shown.getByRole('button', { name: /Insérer un paragraphe type/ }));
    await user.click(await screen.findByRole('radio', { name: /Bail manquant/ }));
    await user.click(screen.getByRole('button', { name: 'Insérer' }));
    // The dialog is no part of the form: nothing was sent by it.
    expect(seen.some(({ method, path }) => method === 'POST' && path.endsWith('/messages'))).toBe(false);
    await user.click(shown.getByRole('button', { name: 'Envoyer le message' }));
    await shown.findByText('Combien de pièces ?');
    const sent = seen.find(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(sent?.body).toMatchObject({ text: 'Bonjour,\n\nLe bail de Léa Şimşek manque.' });
  });

  test('are written with a question mark, and an empty one is refused at its field', async () => {
    const { user, seen } = open([], { 'POST /api/cases/c1/messages': () => ({ body: [question] }) });
    const shown = await conversation();
    await user.click(shown.getByRole('button', { name: 'Envoyer le message' }));
    expect(shown.getByText('Écrivez d’abord le message.')).toBeTruthy();
    await user.type(shown.getByRole('textbox', { name: /Écrire au demandeur/ }), 'Combien de pièces ?');
    await user.click(shown.getByRole('checkbox', { name: /Je pose une question/ }));
    await user.click(shown.getByRole('button', { name: 'Envoyer le message' }));
    expect(await shown.findByText('Combien de pièces ?')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      text: 'Combien de pièces ?',
      asks: true,
      documents: [],
    });
  });
});
