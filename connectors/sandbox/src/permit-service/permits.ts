export type Permit = {
  readonly number: string;
  readonly holder: string;
  readonly kind: 'works' | 'container';
  readonly days: number;
  readonly streets: readonly { readonly language: string; readonly name: string }[];
  /** Without an end where there is none. */
  readonly validUntil: string | undefined;
};

/** Fictional permits to occupy public space. */
export const PERMITS: readonly Permit[] = [
  {
    number: 'P-2026-0001',
    holder: 'Rénovations de l’Encrier & fils',
    kind: 'works',
    days: 21,
    streets: [
      { language: 'fr', name: 'Rue du Compas' },
      { language: 'nl', name: 'Passerstraat' },
    ],
    validUntil: '2026-12-31',
  },
  {
    number: 'P-2026-0002',
    holder: 'Taxis du Cadran',
    kind: 'container',
    days: 3,
    streets: [{ language: 'fr', name: 'Rue du Lavoir' }],
    validUntil: undefined,
  },
];
