import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { sampleCase } from '../testing/sample-views.ts';
import { CaseDecision } from './CaseDecision.tsx';

const decision = {
  id: 'd1',
  outcome: 'granted' as const,
  grounds: [],
  decidedAt: '2026-11-10T10:00:00Z',
  decidedBy: null,
  amount: 4800,
  validFrom: null,
  validTo: null,
};

afterEach(cleanup);

const title = async (channel: 'portal' | 'api') => {
  render(
    <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
      <CaseDecision view={{ ...sampleCase, channel, decisions: [decision] }} />
    </I18nProvider>,
  );
  return (await screen.findByRole('heading', { level: 2 })).textContent;
};

describe('a decision on the page of a case', () => {
  test('says that what was applied for is granted', async () => {
    expect(await title('portal')).toBe('Votre demande est accordée');
  });

  test('grants nobody what they did not apply for, such as a fine', async () => {
    expect(await title('api')).toBe('Une décision a été prise');
  });
});
