import type { ProcedureSummary } from '@irisflow/client';
import { describe, expect, test } from 'vitest';
import { searchProcedures } from './search-procedures.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });

const procedure = (key: string, title: ProcedureSummary['title'], summary: string): ProcedureSummary => ({
  key,
  version: 1,
  title,
  summary: same(summary),
  administration: { key: 'brussels', name: same('Bruxelles Mobilité') },
  audience: ['citizen'],
  minutes: 10,
});

const all = [
  procedure('rent', { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' }, 'Une aide mensuelle'),
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

  test('reads the language of the screen only', () => {
    expect(keysOf('huur', 'nl')).toEqual(['rent']);
    expect(keysOf('huur', 'fr')).toEqual([]);
  });
});
