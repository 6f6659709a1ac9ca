import type { AskedOpinion, OpinionChoices, OpinionView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(() => {
  closeDesk();
  sessionStorage.clear();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });

const shared = {
  id: 'o1',
  label: text('Avis juridique'),
  askedAt: '2026-11-25T08:00:00Z',
  dueOn: '2026-12-09',
  state: 'asked',
  tacit: 'favorable',
  outcome: null,
  conditions: null,
  motivation: null,
  answerDocuments: [],
  endedAt: null,
  of: text('Juristes'),
  question: 'Le bail est-il valable ?',
  documents: [{ id: 'd1', name: 'bail.pdf', size: 1000 }],
  isPublic: false,
  reason: null,
} as const;

const opinion: OpinionView = {
  ...shared,
  answerDocuments: [],
  documents: [...shared.documents],
  key: 'legal',
  administration: text('Bruxelles Fiscalité'),
  isOtherAdministration: true,
  askedBy: null,
  answeredBy: null,
};

const asked: AskedOpinion = {
  ...shared,
  answerDocuments: [],
  documents: [...shared.documents],
  reference: 'BH-RA-2026-000042-17',
  procedure: text('Allocation de loyer'),
  from: text('Bruxelles Logement'),
  bar: null,
};

const choices: OpinionChoices = {
  declared: [
    {
      key: 'legal',
      label: text('Avis juridique'),
      administration: text('Bruxelles Fiscalité'),
      dueOn: '2026-12-09',
      tacit: 'favorable',
      isPublic: false,
    },
  ],
  groups: [
    {
      administration: 'tax',
      administrationName: text('Bruxelles Fiscalité'),
      isOwn: false,
      key: 'fees',
      name: text('Taxes'),
    },
  ],
  documents: [{ id: 'd1', name: 'bail.pdf', size: 1000 }],
};

const openCase = (opinions: readonly OpinionView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: {
      'GET /api/cases/c1': () => ({ body: { ...sampleCase, canWithdraw: true } }),
      'GET /api/cases/c1/opinions': () => ({ body: opinions }),
      'GET /api/cases/c1/opinions/choices': () => ({ body: choices }),
      ...more,
    },
  });

const section = async () => within(await screen.findByRole('region', { name: 'Avis' }));

describe('opinions of a case', () => {
  test('say who is asked until when, and what silence means', async () => {
    openCase([opinion]);
    const shown = await section();
    expect(await shown.findByText('Avis juridique')).toBeTruthy();
    expect(shown.getByText('Bruxelles Fiscalité')).toBeTruthy();
    expect(shown.getByText(/sans réponse, l’avis est réputé favorable/)).toBeTruthy();
    expect(shown.getByRole('link', { name: 'bail.pdf' }).getAttribute('href')).toBe('/api/cases/c1/documents/d1');
  });

  test('say what was answered, and what silence made of them', async () => {
    openCase([
      { ...opinion, state: 'given', outcome: 'conditional', conditions: 'Réparer le toit.', motivation: 'Il fuit.' },
      { ...opinion, id: 'o2', state: 'expired', outcome: 'favorable' },
    ]);
    const shown = await section();
    expect(await shown.findByText('Réparer le toit.')).toBeTruthy();
    expect(shown.getByText(/Favorable \(par silence\)/)).toBeTruthy();
    expect(shown.queryByRole('button', { name: /Retirer/ })).toBeNull();
  });

  test('are asked with a question and what goes along; what is missing is said at its field', async () => {
    const { user, seen } = openCase([], { 'POST /api/cases/c1/opinions': () => ({ body: [opinion] }) });
    const shown = await section();
    await user.click(await shown.findByRole('button', { name: 'Demander un avis' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Demander un avis' }));
    expect(dialog.getByText('Choisissez à qui l’avis est demandé.')).toBeTruthy();
    expect(dialog.getByText('Écrivez la question.')).toBeTruthy();
    await user.selectOptions(dialog.getByRole('combobox', { name: /À qui/ }), 'Taxes (Bruxelles Fiscalité)');
    await user.type(dialog.getByRole('textbox', { name: /^Question/ }), 'Le bail est-il valable ?');
    await user.click(dialog.getByRole('checkbox', { name: /bail\.pdf/ }));
    await user.click(dialog.getByRole('button', { name: 'Demander un avis' }));
    expect(await shown.findByText('Avis juridique')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      whom: { kind: 'group', administration: 'tax', group: 'fees', days: 30, isPublic: false },
      question: 'Le bail est-il valable ?',
      documents: ['d1'],
    });
  });

  test('are withdrawn with a reason', async () => {
    const withdrawn: OpinionView = { ...opinion, state: 'withdrawn', reason: 'Plus utile.' };
    const { user } = openCase([opinion], {
      'POST /api/cases/c1/opinions/o1/withdrawal': () => ({ body: [withdrawn] }),
    });
    const shown = await section();
    await user.click(await shown.findByRole('button', { name: 'Retirer la demande d’avis à Avis juridique' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Retirer la demande d’avis' }));
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: /Motif/ }), 'Plus utile.');
    await user.click(dialog.getByRole('button', { name: 'Retirer la demande d’avis' }));
    expect(await shown.findByText('Motif du retrait : Plus utile.')).toBeTruthy();
  });
});

describe('opinions that are asked of me', () => {
  test('are counted beside the tasks and listed with their last day', async () => {
    const { id, label, askedAt, dueOn, state, outcome, reference, procedure, from, of, question } = asked;
    const line = { id, label, askedAt, dueOn, state, outcome, reference, procedure, from, of, question };
    const { user } = openDesk({
      address: '/desk/',
      session: agentSession,
      answers: { 'GET /api/desk/opinions': () => ({ body: { items: [line], waiting: 1 } }) },
    });
    await user.click(await screen.findByRole('link', { name: /Avis qui vous sont demandés/ }));
    const table = within(await screen.findByRole('table'));
    expect(table.getByRole('link', { name: 'Le bail est-il valable ?' }).getAttribute('href')).toBe(
      '/desk/opinions/o1',
    );
    expect(table.getByText('Bruxelles Logement')).toBeTruthy();
  });

  const openAsked = (given: AskedOpinion, more: Answers = {}) =>
    openDesk({
      address: '/desk/opinions/o1',
      session: agentSession,
      answers: { 'GET /api/opinions/o1': () => ({ body: given }), ...more },
    });

  test('are answered with reasons, after a last question, and what was typed survives a reload', async () => {
    const given: AskedOpinion = {
      ...asked,
      state: 'given',
      outcome: 'unfavorable',
      motivation: 'Il est nul.',
      bar: 'ended',
    };
    const { user } = openAsked(asked);
    await user.click(await screen.findByRole('button', { name: 'Rendre l’avis' }));
    expect(screen.getByText('Choisissez votre avis.')).toBeTruthy();
    expect(screen.getByText('Écrivez la motivation.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Défavorable' }));
    await user.type(screen.getByRole('textbox', { name: /Motivation/ }), 'Il est nul.');
    closeDesk();
    const again = openAsked(asked, { 'POST /api/opinions/o1/answer': () => ({ body: given }) });
    const words = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Motivation/ });
    expect(words.value).toBe('Il est nul.');
    await again.user.click(screen.getByRole('button', { name: 'Rendre l’avis' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Défavorable')).toBeTruthy();
    await again.user.click(dialog.getByRole('button', { name: 'Rendre l’avis' }));
    expect(await screen.findByText('Il est nul.')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(again.seen.find(({ method }) => method === 'POST')?.body).toEqual({
      outcome: 'unfavorable',
      motivation: 'Il est nul.',
      documents: [],
    });
  });

  test('say why they cannot be answered', async () => {
    openAsked({ ...asked, bar: 'askedByMe' });
    expect(await screen.findByText(/quelqu’un d’autre doit répondre/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
