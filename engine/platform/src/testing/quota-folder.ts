import { marketRight, rightFolder } from './right-folder.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });

/** Places on one market, kept for thirty days. */
export const marketQuota = {
  kind: 'quota',
  formatVersion: 1,
  key: 'flagey',
  name: text('Emplacements de la place Flagey', 'Plaatsen op het Flageyplein', 'Stalls on place Flagey'),
  right: marketRight.key,
  category: { field: 'place', value: 'Flagey' },
  ceiling: 'stalls.flagey',
  reservedDays: 30,
};

export interface Ceiling {
  readonly value: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const parametersWith = (content: string, ceilings: readonly Ceiling[]): string => {
  const label = text('Emplacements', 'Plaatsen', 'Stalls');
  const values = ceilings.map((ceiling) => ({ ...ceiling, legalRef: 'Règlement/Reglement 1' }));
  return JSON.stringify([...JSON.parse(content), { key: marketQuota.ceiling, label, unit: 'places', values }]);
};

/** The sample with a kind of right of which there are so many, by day. */
export const quotaFolder = (ceilings: readonly Ceiling[]) => [
  ...rightFolder().map((file) =>
    file.path === 'parameters.json' ? { ...file, content: parametersWith(file.content, ceilings) } : file,
  ),
  { path: 'flagey.quota.json', content: JSON.stringify(marketQuota) },
];
