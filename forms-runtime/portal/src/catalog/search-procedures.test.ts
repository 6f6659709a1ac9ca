import type { ProcedureSummary } from '@irisflow/client';
import { describe, expect, test } from 'vitest';
import { searchProcedures } from './search-procedures.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });

const procedure = (
  key: string,
  title: ProcedureSummary['title'],
  summary: string,
  searchWords: Partial<ProcedureSummary['searchWords']> = {},
): ProcedureSummary => ({
  key,
  version: 1,
  title,
  summary: same(summary),
  administration: { key: 'brussels', name: same('Bruxelles Mobilité') },
  audience: ['citizen'],
  minutes: 10,
  searchWords: { fr: [], nl: [], en: [], ...searchWords },
  themes: [],
  lifeEvents: [],
});

const all = [
  procedure('rent', { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' }, 'Une aide mensuelle', {
    fr: ['aide au logement', 'appartement'],
    nl: ['huurpremie'],
  }),
  procedure('car', { fr: 'Véhicule importé', nl: 'Ingevoerd voertuig', en: 'Imported vehicle' }, 'Homologation'),
];

const keysOf = (query: string, locale: 'fr' | 'nl' = 'fr') =>
  searchProcedures(all, query, locale).map(({ key }) => key);

describe('the search in the catalog', () => {
  test('shows everything for an empty query', () => {
    expect(keysOf('  ')).toEqual(['rent', 'car']);
  });

  test('ignores accents and case', () => {
    expect(keysOf('VEHICULE')).toEqual(['car']);
  });

  test('asks for every word, in whichever order and place', () => {
    expect(keysOf('mensuelle loyer')).toEqual(['rent']);
    expect(keysOf('mensuelle véhicule')).toEqual([]);
  });

  test('knows the other words that the folder of a procedure names, in their language', () => {
    expect(keysOf('appartement')).toEqual(['rent']);
    expect(keysOf('huurpremie', 'nl')).toEqual(['rent']);
    expect(keysOf('appartement', 'nl')).toEqual([]);
  });

  test.each([
    ['alocation', 'a letter left out'],
    ['allocattion', 'a letter too many'],
    ['allocatoin', 'two letters swapped'],
    ['vehicul importè', 'an accent of another kind and an end that is missing'],
    ['apartemment', 'two slips in a long word'],
  ])('forgives slips of the finger: %s, %s', (query) => {
    expect(keysOf(query)).toHaveLength(1);
  });

  test('takes no short word for another one', () => {
    expect(keysOf('aile')).toEqual([]);
  });

  test('passes over the words that join others', () => {
    expect(keysOf('une aide pour mon loyer')).toEqual(['rent']);
  });

  test('puts the best answer first', () => {
    const both = [
      procedure('far', same('Prime énergie'), 'Pour qui paie un loyer'),
      procedure('near', same('Allocation de loyer'), 'Une aide'),
    ];
    expect(searchProcedures(both, 'loyer', 'fr').map(({ key }) => key)).toEqual(['near', 'far']);
  });

  test('reads the language of the screen only', () => {
    expect(keysOf('huur', 'nl')).toEqual(['rent']);
    expect(keysOf('huur', 'fr')).toEqual([]);
  });
});
