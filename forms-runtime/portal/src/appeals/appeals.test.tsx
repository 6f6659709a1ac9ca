import { installPlatform, refusal, type Reply } from '@irisflow/frame/testing';
import { createQueryClient, type MyAppeals } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { sampleCase } from '../testing/sample-views.ts';
import { CaseAppeals } from './CaseAppeals.tsx';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const same = (text: string) => ({ fr: text, nl: text, en: text });
const decision = {
  id: 'd1',
  outcome: 'refused',
  decidedAt: '2026-11-10T09:00:00Z',
  decidedBy: null,
  grounds: [],
  amount: null,
  validFrom: null,
  validTo: null,
};
const view = { ...sampleCase, decisions: [decision] };
const open: MyAppeals = {
  appeals: [],
  remedies: [
    { remedy: 0, what: same('Recours'), body: same('le collège'), suspends: ['payments'], until: '2026-12-14' },
  ],
};
const running: MyAppeals['appeals'][number] = {
  caseId: 'r1',
  reference: 'BH-1/R01',
  remedy: same('Recours'),
  lodgedOn: '2026-11-12',
  suspends: ['payments', 'right'],
  suspendedSince: '2026-11-12',
  endedOn: null,
  outcome: null,
  ruling: null,
  against: { id: 'd1', outcome: 'refused', decidedOn: '2026-11-10' },
  replacedBy: null,
};
const annulled: MyAppeals['appeals'][number] = {
  ...running,
  endedOn: '2026-12-20',
  outcome: 'decided',
  ruling: 'annulled',
  replacedBy: { id: 'd2', outcome: 'granted', decidedOn: '2026-12-20' },
};

const show = async (found: MyAppeals, posted: Reply = { body: { appeals: [running], remedies: [] } }) => {
  const seen = installPlatform(({ method }) => (method === 'POST' ? posted : { body: found }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <ToastProvider>
          <CaseAppeals view={view} />
        </ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

describe('an appeal from the page of the decision', () => {
  test('is lodged with what it says, and the page says since when enforcement is suspended', async () => {
    const { seen, user } = await show(open);
    await user.click(await screen.findByRole('button', { name: 'Introduire un recours' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/jusqu’au 14 décembre 2026 à minuit/)).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Introduire le recours' }));
    expect(dialog.getByText('Écrivez ce que vous contestez.')).toBeDefined();
    await user.type(dialog.getByRole('textbox'), 'Je n’étais pas là.');
    await user.click(dialog.getByRole('button', { name: 'Introduire le recours' }));
    expect(await screen.findByText('Exécution suspendue depuis le 12 novembre 2026')).toBeDefined();
    expect(seen.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/api/my/cases/${view.id}/appeals`,
      body: { remedy: 0, summary: 'Je n’étais pas là.' },
    });
    expect(screen.queryByRole('button', { name: 'Introduire un recours' })).toBeNull();
  });

  test('keeps what was written when it is refused', async () => {
    const { user } = await show(open, refusal(409, 'APPEAL_CLOSED'));
    await user.click(await screen.findByRole('button', { name: 'Introduire un recours' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Trop tard');
    await user.click(dialog.getByRole('button', { name: 'Introduire le recours' }));
    expect(await dialog.findByRole('alert')).toBeDefined();
    expect(dialog.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Trop tard');
  });

  test('that annulled the decision says which one took its place', async () => {
    await show({ appeals: [annulled], remedies: [] });
    expect(await screen.findByText(/la décision est annulée/)).toBeDefined();
    expect(
      screen.getByText('La décision du 10 novembre 2026 est remplacée par celle du 20 décembre 2026.'),
    ).toBeDefined();
  });

  test('is told before it is lodged: which one it is, who decides, and what it brings about', async () => {
    const { user } = await show({ ...open, remedies: open.remedies.map((one) => ({ ...one, suspends: ['payouts'] })) });
    await user.click(await screen.findByRole('button', { name: 'Introduire un recours' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('Recours')).toBeTruthy();
    expect(dialog.getByText(/^Décidé par\s: le collège$/)).toBeTruthy();
    expect(dialog.getByText(/^Dès que vous l’introduisez/)).toBeTruthy();
    expect(dialog.getByText('ce que la décision ordonne de payer n’est pas versé')).toBeTruthy();
  });
});
