import { installPlatform, refusal, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import { createQueryClient, type CaseView } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openRequest, sampleCase } from '../testing/sample-views.ts';
import { loadEveryText } from '../testing/every-text.ts';
import { AnswerForm } from './AnswerForm.tsx';

const messages = await loadEveryText('fr');

const setUp = (answering: (request: SeenRequest) => Reply, request = openRequest) => {
  const seen = installPlatform(answering);
  const answered: CaseView[] = [];
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={messages}>
        <AnswerForm caseId="c1" request={request} onAnswered={(view) => answered.push(view)} />
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, answered, user: userEvent.setup() };
};

const send = () => screen.getByRole('button', { name: 'Envoyer ma réponse' });
const explanationOf = (item: string) =>
  within(screen.getByRole('region', { name: item })).getByLabelText(/Explication/);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

describe('the answer to an information request', () => {
  test('is not sent empty', async () => {
    const { seen, user } = setUp(() => ({ body: sampleCase }));

    await user.click(send());

    expect(screen.getByRole('alert').textContent).toContain('Ajoutez un fichier ou écrivez une explication');
    expect(seen).toEqual([]);
  });

  test('says what is still missing, then sends every item under its key', async () => {
    // given an explanation for one of two items
    const { seen, answered, user } = setUp(() => ({ body: sampleCase }));
    await user.type(explanationOf('Copie du bail'), 'Bail oral.');

    // when
    await user.click(send());
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/rien pour/).textContent).toContain('Avertissement-extrait de rôle');
    await user.click(dialog.getByRole('button', { name: 'Envoyer ma réponse' }));

    // then
    await waitFor(() => expect(answered).toHaveLength(1));
    expect(seen).toEqual([
      {
        method: 'POST',
        path: '/api/my/cases/c1/information-requests/r1/answer',
        query: {},
        body: {
          text: null,
          items: [
            { key: 'lease', text: 'Bail oral.', documents: [] },
            { key: 'income', text: null, documents: [] },
          ],
        },
      },
    ]);
  });

  test('is sent once, and again only after it failed', async () => {
    let isUp = false;
    const { seen, answered, user } = setUp(() => (isUp ? { body: sampleCase } : refusal(503, 'ENGINE_UNAVAILABLE')));
    await user.type(explanationOf('Copie du bail'), 'Bail oral.');
    await user.click(send());
    const button = within(screen.getByRole('dialog')).getByRole('button', { name: 'Envoyer ma réponse' });

    fireEvent.click(button);
    fireEvent.click(button);
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeDefined();
    expect(seen).toHaveLength(1);

    isUp = true;
    fireEvent.click(button);
    await waitFor(() => expect(answered).toHaveLength(1));
    expect(seen).toHaveLength(2);
  });

  test('keeps what was typed through a reload, until it is sent', async () => {
    const { user } = setUp(() => ({ body: sampleCase }));
    await user.type(explanationOf('Copie du bail'), 'Bail oral.');
    cleanup();

    const again = setUp(() => ({ body: sampleCase }));
    expect(explanationOf('Copie du bail')).toHaveProperty('value', 'Bail oral.');
    await again.user.click(send());
    await again.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Envoyer ma réponse' }));

    await waitFor(() => expect(again.answered).toHaveLength(1));
    expect(sessionStorage).toHaveLength(0);
  });

  test('keeps files through a reload, each once, until they are sent or taken back', async () => {
    // given a request whose files the platform kept
    const files = [
      { item: 'lease', id: 'd1', name: 'bail.pdf', size: 900 },
      { item: 'lease', id: 'd2', name: 'brouillon.pdf', size: 800 },
    ];
    const { seen, answered, user } = setUp(() => ({ body: sampleCase }), { ...openRequest, files });
    const lease = within(screen.getByRole('region', { name: 'Copie du bail' }));
    expect(lease.getAllByText(/bail.pdf/)).toHaveLength(1);

    // when
    await user.click(lease.getByRole('button', { name: 'Retirer brouillon.pdf' }));
    expect(lease.queryByText(/brouillon.pdf/)).toBeNull();
    await user.click(send());
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Envoyer ma réponse' }));

    // then
    await waitFor(() => expect(answered).toHaveLength(1));
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /api/my/cases/c1/documents/d2',
      'POST /api/my/cases/c1/information-requests/r1/answer',
    ]);
    expect(seen[1]?.body).toMatchObject({
      items: [
        { key: 'lease', documents: ['d1'] },
        { key: 'income', documents: [] },
      ],
    });
  });

  test('a file that could not be taken back is shown again, with a word about it', async () => {
    const files = [{ item: 'lease', id: 'd1', name: 'bail.pdf', size: 900 }];
    const { user } = setUp(() => refusal(503, 'STORE_UNAVAILABLE'), { ...openRequest, files });

    await user.click(screen.getByRole('button', { name: 'Retirer bail.pdf' }));

    expect(await screen.findByText('« bail.pdf » n’a pas pu être retiré. Réessayez.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Retirer bail.pdf' })).toBeDefined();
  });

  test('refuses files of other kinds before they travel', async () => {
    const { user } = setUp(() => ({ body: sampleCase }));
    const [chooser] = screen.getAllByLabelText('Choisir un fichier');

    await userEvent
      .setup({ applyAccept: false })
      .upload(chooser!, new File(['x'], 'virus.exe', { type: 'application/x-msdownload' }));

    expect(screen.getByText(/virus.exe » n’est pas accepté/)).toBeDefined();
    await user.click(send());
    expect(screen.getByRole('alert')).toBeDefined();
  });
});
