import type { CaseFacts, FactView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (word: string) => ({ fr: word, nl: word, en: word });
const said = (value: unknown, more: object = {}): FactView['statements'][number] => ({
  value,
  at: '2026-11-25T08:00:00Z',
  askedBy: 'process',
  purpose: text('vérifier les revenus'),
  legalBasis: { fr: 'Ord. 2003', nl: 'Ordonnantie 2003', en: 'Ord. 2003' },
  ...more,
});

const fact = (more: Partial<FactView>): FactView => ({
  sourceKey: 'be-taxable-income',
  field: 'total',
  label: text('Revenus'),
  pointer: null,
  format: 'money',
  declared: null,
  state: 'undeclared',
  statements: [said(21000)],
  corrections: [],
  ...more,
});

const facts = (list: readonly FactView[]): CaseFacts => ({
  language: 'fr',
  form: sampleCase.form,
  data: {},
  sources: [{ key: 'be-taxable-income', name: text('SPF Finances'), canAskAgain: true }],
  facts: [...list],
  openChanges: [],
  settledChanges: [],
});

const contradicted = fact({
  field: 'lastName',
  label: text('Nom'),
  format: null,
  state: 'contradicts',
  statements: [said('Peeters', { askedBy: 'desk' }), said('Şimşek')],
});
const unknown = fact({ field: 'owns', label: text('Bien immobilier'), state: 'unknown', statements: [] });

const openFacts = async (list: readonly FactView[], more: object = {}) => {
  const desk = openDesk({
    address: '/desk/cases/c1',
    session: agentSession,
    answers: {
      'GET /api/cases/c1': () => ({ body: sampleCase }),
      'GET /api/cases/c1/facts': () => ({ body: facts(list) }),
      ...more,
    },
  });
  return { ...desk, table: await screen.findByRole('table', { name: /Ce que le demandeur a déclaré/ }) };
};

describe('what sources said', () => {
  test('stands field by field with source, moment, purpose and law; a contradiction and the unknown in words', async () => {
    const { table } = await openFacts([fact({}), contradicted, unknown]);

    const [, income, name, property] = within(table).getAllByRole('row');
    expect(income?.textContent).toMatch(/Revenus.*21[\s ]000.*SPF Finances.*25\/11\/2026.*Ord. 2003.*Non déclaré/);
    expect(name?.textContent).toMatch(/Peeters.*par un agent.*Avant.*Şimşek.*Contradiction.*Changé depuis/);
    expect(property?.textContent).toMatch(/Bien immobilier.*Inconnu/);
  });

  test('is filtered by what contradicts', async () => {
    const { user, table } = await openFacts([fact({}), contradicted, unknown]);

    await user.click(screen.getByRole('radio', { name: 'Contradictions (1)' }));
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(screen.queryByRole('radio', { name: /Signalé/ })).toBeNull();
  });

  test('is asked again by a clerk, who sees the old and the new value', async () => {
    const later = facts([fact({ statements: [said(18500, { askedBy: 'desk' }), said(21000)] })]);
    const { user, seen } = await openFacts([fact({})], {
      'POST /api/cases/c1/facts/be-taxable-income': () => ({ body: { outcome: 'answered', facts: later } }),
    });

    await user.click(screen.getByRole('button', { name: 'Consulter à nouveau\u00a0: SPF Finances' }));
    expect(await screen.findByText(/18[\s ]500/)).toBeTruthy();
    expect(screen.getByText(/21[\s ]000/)).toBeTruthy();
    expect(await screen.findByText(/Résultat de la consultation.*données reçues/)).toBeTruthy();
    expect(seen.filter(({ path, method }) => method === 'GET' && path.endsWith('/facts'))).toHaveLength(1);
  });

  const change: CaseFacts['openChanges'][number] = {
    sourceKey: 'be-taxable-income',
    upTo: '2026-11-25T08:00:00.000Z',
    months: ['2026-12', '2026-11', '2027-01'],
    fields: [{ field: 'total', label: text('Revenus'), pointer: null, format: 'money', before: 21000, after: 18500 }],
  };

  test('story 10: a change counts from the month after, or from another one that the clerk chooses', async () => {
    const settled = {
      id: 's'.repeat(22),
      sourceKey: change.sourceKey,
      outcome: 'accepted' as const,
      effectiveMonth: '2027-01',
      reason: '',
      by: 'Nadia Lambert',
      at: '2026-11-25T09:00:00.000Z',
      fields: change.fields,
    };
    const list = [fact({ statements: [said(18500, { askedBy: 'desk' }), said(21000)] })];
    const { user, seen } = await openFacts(list, {
      'GET /api/cases/c1/facts': () => ({ body: { ...facts(list), openChanges: [change] } }),
      'POST /api/cases/c1/facts/be-taxable-income/settlement': () => ({
        body: { ...facts(list), settledChanges: [settled] },
      }),
    });
    expect(screen.getByText('SPF Finances dit autre chose qu’avant')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Prendre en compte' }));
    const dialog = screen.getByRole('dialog', { name: /Prendre en compte le changement/ });
    expect(within(dialog).getByLabelText(/À partir de/)).toHaveProperty('value', '2026-12');
    await user.selectOptions(within(dialog).getByLabelText(/À partir de/), 'janvier 2027');
    await user.click(within(dialog).getByRole('button', { name: 'Prendre en compte' }));
    expect(await screen.findByText('Pris en compte à partir de janvier 2027')).toBeTruthy();
    expect(screen.queryByText('SPF Finances dit autre chose qu’avant')).toBeNull();
    expect(seen.find(({ method, path }) => method === 'POST' && path.endsWith('/settlement'))?.body).toEqual({
      upTo: change.upTo,
      outcome: 'accepted',
      effectiveMonth: '2027-01',
    });
  });

  test('story 10: of a list only the rows that differ are shown, and how many are as they were', async () => {
    const household = {
      ...change.fields[0]!,
      field: 'household',
      label: text('Ménage'),
      format: null,
      before: ['Théo', 'Lucas'],
      after: ['Théo', 'Lucas', 'Zoé'],
    };
    await openFacts([fact({})], {
      'GET /api/cases/c1/facts': () => ({
        body: { ...facts([fact({})]), openChanges: [{ ...change, fields: [household] }] },
      }),
    });
    expect(screen.getByText('2 éléments inchangés ne sont pas répétés')).toBeTruthy();
    expect(screen.getByText(/Zoé/)).toBeTruthy();
    expect(screen.queryByText(/Lucas/)).toBeNull();
  });

  test('story 10: or it is left aside, with a reason', async () => {
    const { user, seen } = await openFacts([fact({})], {
      'GET /api/cases/c1/facts': () => ({ body: { ...facts([fact({})]), openChanges: [change] } }),
      'POST /api/cases/c1/facts/be-taxable-income/settlement': () => ({ body: facts([fact({})]) }),
    });
    await user.click(screen.getByRole('button', { name: 'Ne pas prendre en compte' }));
    const dialog = screen.getByRole('dialog', { name: /Ne pas prendre en compte le changement/ });
    const confirm = within(dialog).getByRole('button', { name: 'Ne pas prendre en compte' });
    await user.click(confirm);
    expect(seen.some(({ path }) => path.endsWith('/settlement'))).toBe(false);
    await user.type(within(dialog).getByRole('textbox'), 'Erreur de la commune');
    await user.click(confirm);
    await screen.findByText('C’est noté dans le dossier.');
    expect(seen.find(({ path }) => path.endsWith('/settlement'))?.body).toMatchObject({
      outcome: 'rejected',
      reason: 'Erreur de la commune',
    });
  });

  test('story 20: and that the applicant calls wrong shows old and new value, reason and proof', async () => {
    const correction = {
      id: 'k',
      at: '2026-11-26T08:00:00Z',
      said: 21000,
      claimed: '18 500 €',
      reason: 'Perte d’emploi',
      document: { id: 'd1', name: 'fiche.pdf' },
    };
    await openFacts([fact({ corrections: [correction] })]);

    expect(screen.getByText('18 500 €')).toBeTruthy();
    expect(screen.getByText('Perte d’emploi')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'fiche.pdf' }).getAttribute('href')).toBe('/api/cases/c1/documents/d1');
  });
});
