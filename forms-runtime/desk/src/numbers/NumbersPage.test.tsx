import type { FeedbackNumbers, Numbers } from '@irisflow/client';
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const same = (text: string) => ({ fr: text, nl: text, en: text });
const none = { inflow: 0, ended: 0, stock: 0, medianDays: null, p90Days: null, withinTerm: 0, late: 0, complete: 0 };

const numbers: Numbers = {
  from: '2025-12-01',
  to: '2026-11-27',
  procedures: [{ key: 'rent', title: same('Allocation de loyer') }],
  months: [
    { month: '2026-10', ...none },
    {
      month: '2026-11',
      inflow: 12,
      ended: 8,
      stock: 30,
      medianDays: 21,
      p90Days: 48,
      withinTerm: 6,
      late: 2,
      complete: 9,
    },
  ],
  total: { inflow: 12, ended: 8, stock: 30, medianDays: 21, p90Days: 48, withinTerm: 6, late: 2, complete: 9 },
  grounds: [{ procedureKey: 'rent', code: 'R3', text: same('Revenus au-dessus du plafond'), count: 4 }],
  communes: [{ nis: '21009', name: { fr: 'Ixelles', nl: 'Elsene', en: 'Ixelles' }, count: 5 }],
  languages: [{ language: 'nl', count: 7 }],
  backlog: [{ band: 'older', count: 3 }],
  risks: [{ risk: 'overdue', count: 1 }],
};

const opinions: FeedbackNumbers = {
  total: 6,
  least: 5,
  scores: [1, 0, 0, 2, 3],
  average: 4,
  months: [{ month: '2026-11', count: 6, average: 4 }],
  comments: [{ month: '2026-11', score: 5, text: 'Très simple.' }],
};

const open = (body: Numbers, more: Answers = {}, address = '/desk/numbers') =>
  openDesk({
    address,
    session: supervisorSession,
    answers: { 'GET /api/numbers': () => ({ body }), 'GET /api/feedback': () => ({ body: opinions }), ...more },
  });

describe('the numbers of an administration', () => {
  test('say how many, how fast, why not and where', async () => {
    open(numbers);
    const fact = async (name: string) => (await screen.findAllByText(name))[0]?.parentElement?.textContent;
    expect(await fact('Médiane')).toContain('21 jours');
    expect(await fact('Dans le délai')).toContain('75 %');
    expect(await fact('Complets d’emblée')).toContain('75 %');
    expect(within(screen.getByRole('region', { name: 'Motifs de refus' })).getByText(/plafond/)).not.toBeNull();
    expect(within(screen.getByRole('region', { name: 'Par commune' })).getByText('Ixelles')).not.toBeNull();
    expect(within(screen.getByRole('region', { name: 'Délais en jeu' })).getByText('Délai dépassé')).not.toBeNull();
  });

  test('are drawn, read point after point, and told as a table', async () => {
    open(numbers);
    const chart = await screen.findByRole('figure', { name: 'Entrées et fins, par mois' });
    const reader = within(chart).getByRole('slider');
    expect(reader.getAttribute('aria-valuetext')).toBe('novembre 2026 · Entrés\u00a0: 12 · Terminés\u00a0: 8');
    fireEvent.change(reader, { target: { value: '0' } });
    expect(reader.getAttribute('aria-valuetext')).toBe('octobre 2026 · Entrés\u00a0: 0 · Terminés\u00a0: 0');
    expect(within(chart).getByRole('table', { hidden: true })).not.toBeNull();
    const time = screen.getByRole('figure', { name: 'Durée jusqu’à la décision, en jours' });
    expect(within(time).getByRole('slider').getAttribute('aria-valuetext')).toContain('Médiane\u00a0: 21');
  });

  test('lead to the cases behind them', async () => {
    const behind = {
      id: 'c1',
      reference: 'BH-RA-2026-000042-17',
      procedureKey: 'rent',
      submittedOn: '2026-11-02',
      endedOn: null,
      days: null,
    };
    const { user, seen } = open(numbers, { 'GET /api/numbers/cases': () => ({ body: [behind] }) });
    const chart = await screen.findByRole('figure', { name: 'Entrées et fins, par mois' });
    await user.click(within(chart).getByText('Les mêmes chiffres en tableau'));
    await user.click(within(chart).getByRole('button', { name: /^Entrés, 2026-11/ }));
    const dialog = await screen.findByRole('dialog');
    expect((await within(dialog).findByRole('link', { name: 'BH-RA-2026-000042-17' })).getAttribute('href')).toBe(
      '/desk/cases/c1',
    );
    expect(seen.some(({ path }) => path === '/api/numbers/cases')).toBe(true);
  });

  test('of nothing say so, and what to do', async () => {
    open({ ...numbers, months: [], total: none, grounds: [], communes: [], languages: [] });
    expect(await screen.findByText('Aucun dossier dans cette période')).not.toBeNull();
  });
});

describe('how applicants found it', () => {
  test('is told in scores and words of nobody, and says so', async () => {
    open(numbers);
    const region = within(await screen.findByRole('region', { name: 'Satisfaction des demandeurs' }));
    expect(await region.findByText('6 avis, 4 sur 5 en moyenne.')).toBeDefined();
    expect(region.getByText('Très simple.')).toBeDefined();
    expect(region.getByText(/ni vous ni personne d’autre/)).toBeDefined();
  });

  test('is not told while few answered', async () => {
    const few = { ...opinions, total: 3, scores: null, average: null, months: [], comments: [] };
    open(numbers, { 'GET /api/feedback': () => ({ body: few }) });
    expect(await screen.findByText(/3 avis dans cette période\. .* à partir de 5/)).toBeDefined();
  });
});
